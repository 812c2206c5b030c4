import { defineWords } from "../../words/define-words.ts";

export const invitationWords = defineWords({
  en: {
    email: "Email",
    emailFault: "Enter an email address, such as ada@shop.example",
    make: "Create invitation",
    link: "Invitation link",
    linkFor: (email: string) => `Send this link to ${email}`,
    linkText: (until: string) =>
      `It works once, until ${until}, and is shown only now: Meetbot keeps no copy of it and sends no mail.`,
    copy: "Copy link",
    done: "Done",
    given: (who: string) => `${who} has access now`,
    givenText: "They already have an account, so no link is needed. Let them know.",
    pending: "Invitations",
    pendingText:
      "Not opened yet. A link is shown only once; to get another, invite the person again.",
    until: (date: string) => `works until ${date}`,
    by: (actor: string) => `by ${actor}`,
    revoke: "Revoke",
    revokeOf: (email: string) => `Revoke the invitation of ${email}`,
    revokeText: "The link stops working.",
  },
  zh: {
    email: "邮箱",
    emailFault: "请输入有效的邮箱地址，例如 ada@shop.example",
    make: "创建邀请",
    link: "邀请链接",
    linkFor: (email) => `请将此链接发送给 ${email}`,
    linkText: (until) =>
      `链接只能打开一次，${until} 前有效，并且仅在此处显示这一次：Meetbot 不保存链接，也不会发送邮件。`,
    copy: "复制链接",
    done: "完成",
    given: (who) => `${who} 现已拥有此权限`,
    givenText: "对方已有账号，无需链接，直接通知对方查看即可。",
    pending: "邀请",
    pendingText: "尚未打开的邀请。链接只显示一次；如需新的链接，请再次邀请。",
    until: (date) => `${date} 前有效`,
    by: (actor) => `邀请人：${actor}`,
    revoke: "撤销",
    revokeOf: (email) => `撤销对 ${email} 的邀请`,
    revokeText: "撤销后，该链接将无法打开。",
  },
});
