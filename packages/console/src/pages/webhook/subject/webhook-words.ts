import { defineWords } from "../../../words/define-words.ts";

export const webhookWords = defineWords({
  en: {
    title: "Webhook",
    text: "Where Meetbot asks your shop. Set the URL, send single queries, and run all rules: you learn exactly what is wrong, why it matters and what to do.",
    tabs: { query: "One query", rules: "All rules", history: "History" },
    parts: "Ways to test",
    subject: {
      title: "Data of your shop to test with",
      text: "Kept in this browser tab only. Choose an account with several orders, one of them with packages, and every rule can be tested.",
      account: "Account (email)",
      otherAccount: "Another account (email)",
      order: "Order number",
      package: "Package number",
    },
    command: {
      title: "The same on the command line",
      text: "Run it in Meetbot's folder: same rules, same ids, and an exit code for your CI. The secret comes from the environment.",
      copy: "Copy the command",
    },
    secretOf: "Sign with",
    stages: { current: "Current secret", next: "Next secret" },
  },
  zh: {
    title: "Webhook 配置",
    text: "Meetbot 通过 Webhook 查询您的店铺。填好地址后，可以发送单个查询，也可以运行全部规则，查看问题所在、影响和处理办法。",
    tabs: { query: "单个查询", rules: "全部规则", history: "历史记录" },
    parts: "测试方式",
    subject: {
      title: "用来查询的店铺数据",
      text: "只保存在当前浏览器标签页中。填一个有多笔订单、其中至少一笔有包裹的账号，就能测试全部规则。",
      account: "账号（邮箱）",
      otherAccount: "另一个账号（邮箱）",
      order: "订单号",
      package: "包裹号",
    },
    command: {
      title: "对应的命令行",
      text: "在 Meetbot 文件夹中运行：规则与编号完全相同，退出码可供 CI 判断；密钥从环境变量读取。",
      copy: "复制命令",
    },
    secretOf: "签名密钥",
    stages: { current: "当前密钥", next: "待启用的密钥" },
  },
});
