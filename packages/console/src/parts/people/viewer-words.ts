import { defineWords } from "../../words/define-words.ts";

export const viewerWords = defineWords({
  en: {
    title: "You can view this, but not change it",
    text: (has: "viewer" | "editor", takes: "editor" | "owner") =>
      `Your role on this bot is ${has}. To change it you need the role ${takes}, which an owner of the bot can give you.`,
  },
  zh: {
    title: "您只能查看，不能修改",
    text: (has, takes) =>
      `您在此机器人上的角色是${zhRoles[has]}。修改需要${zhRoles[takes]}角色，可由机器人的所有者授予。`,
  },
});

const zhRoles = { viewer: "查看者", editor: "编辑者", owner: "所有者" };
