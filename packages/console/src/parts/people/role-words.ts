import { defineWords } from "../../words/define-words.ts";

/** What each role is called, and what it may do. */
export const roleWords = defineWords({
  en: {
    owner: "Owner",
    editor: "Editor",
    viewer: "Viewer",
    agent: "Agent",
    administrator: "Administrator",
    may: {
      agent:
        "Answers customers in the inbox and reads the bot's conversations. Personal data is shown in what they open to answer, elsewhere on demand; each look is recorded in the audit log. Sees no settings, keys or deliveries.",
      viewer: "Looks at everything, with personal data masked. Changes nothing.",
      editor:
        "Also answers customers, reveals personal data, tests the webhook, and changes how the bot speaks. What is revealed or looked up is recorded in the audit log.",
      owner:
        "Also sets the webhook, who may see what and how long data is kept, rotates keys, manages people, and deletes conversations and the bot.",
    },
  },
  zh: {
    owner: "所有者",
    editor: "编辑者",
    viewer: "查看者",
    agent: "客服",
    administrator: "管理员",
    may: {
      agent:
        "在收件箱中回复顾客，可查看机器人的会话。打开要回复的会话时显示个人信息，其他位置按需显示，每次查看都会写入操作记录；看不到设置、密钥和投递记录。",
      viewer: "可查看全部内容，个人信息已遮盖；不能修改任何内容。",
      editor:
        "还可回复顾客、查看个人信息原文、测试 Webhook，并修改机器人的对话设置。查看原文和查询订单都会写入操作记录。",
      owner:
        "还可设置 Webhook 地址、信息展示范围和数据保留期限，轮换密钥，管理成员，以及删除会话和机器人。",
    },
  },
});
