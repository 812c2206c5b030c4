import type { OperatorLocale } from "@meetbot/conformance/operator-locale.ts";

const en = {
  title: "Meetbot is running",
  what: "Meetbot is a bot for shops: a customer asks where an order is, and the shop's own system answers.",
  shop: "The demo shop",
  shopHint: "Place an order, and ask the chat in its corner about it.",
  mailbox: "The demo's mailbox",
  mailboxHint: "Mails with codes arrive here and never leave this machine.",
  console: "The console",
  consoleHint: "For operators: bots, webhooks, conversations and keys.",
  chats: "The chat with a bot is a page of its own. Its address ends in",
  docs: "The documentation",
  docsHint: "How to connect a shop, put the chat on its pages, and run Meetbot.",
  nothing: "There is nothing here",
  nothingHint: "Perhaps the address was mistyped, or what was here is gone.",
  noDocs: "The documentation is not built yet",
  noDocsHint: "Run this command in the checkout, then load this page again:",
  noDocsYet:
    "The first time it downloads 40 MB and takes about a minute. The same pages are in the checkout's folder docs.",
  home: "To the front page",
};

/** All texts of the pages that the server shows at its own address. */
export const frontPageWords: Readonly<Record<OperatorLocale, typeof en>> = {
  en,
  zh: {
    title: "Meetbot 正在运行",
    what: "Meetbot 是店铺的机器人：顾客问订单到哪了，由店铺自己的系统回答。",
    shop: "演示店铺",
    shopHint: "下一个订单，然后在页面角落的聊天里问问它。",
    mailbox: "演示邮箱",
    mailboxHint: "带验证码的邮件会到这里，不会离开这台机器。",
    console: "控制台",
    consoleHint: "供操作员使用：机器人、Webhook、会话与密钥。",
    chats: "与机器人的聊天有单独的页面，地址的结尾是：",
    docs: "文档",
    docsHint: "如何对接店铺、把聊天放到店铺页面上，以及如何运行 Meetbot。",
    nothing: "这里什么也没有",
    nothingHint: "地址可能输错了，也可能原来的内容已经不在了。",
    noDocs: "文档还没有生成",
    noDocsHint: "请在代码仓库里运行这条命令，然后刷新本页：",
    noDocsYet: "第一次运行会下载 40 MB，大约需要一分钟。同样的内容也在仓库的 docs 文件夹里。",
    home: "回到首页",
  },
};
