import { defineWords } from "../../words/define-words.ts";

/** What an invitation says: who invites, to which bot and as what. */
export const invitationWords = defineWords({
  en: {
    to: (who: string | null, bot: string, role: string) =>
      who === null
        ? `You are invited to ${bot} as ${role}.`
        : `${who} invites you to ${bot} as ${role}.`,
    console: (who: string | null, role: string) =>
      who === null
        ? `You are invited to this console as ${role}.`
        : `${who} invites you to this console as ${role}.`,
    roles: {
      administrator: "an administrator",
      owner: "an owner",
      editor: "an editor",
      viewer: "a viewer",
      agent: "an agent",
      operator: "an operator",
    },
  },
  zh: {
    to: (who, bot, role) =>
      who === null
        ? `您受邀以${role}身份加入“${bot}”。`
        : `${who} 邀请您以${role}身份加入“${bot}”。`,
    console: (who, role) =>
      who === null ? `您受邀成为此控制台的${role}。` : `${who} 邀请您成为此控制台的${role}。`,
    roles: {
      administrator: "管理员",
      owner: "所有者",
      editor: "编辑者",
      viewer: "查看者",
      agent: "客服",
      operator: "操作员",
    },
  },
});
