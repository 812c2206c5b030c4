import { defineWords } from "../../words/define-words.ts";

export const webhookWords = defineWords({
  en: {
    title: "Webhook",
    text: "Where Meetbot asks your shop. Set the URL, ask one query at a time, and run all rules: you are told exactly what is wrong, why it matters and what to do.",
    readOnly: (role: string) =>
      `Your role here is ${role}: you can look at everything. It takes the role editor to save, to send queries and to run tests.`,
    roles: { viewer: "viewer", editor: "editor", owner: "owner" },
    tabs: { query: "One query", rules: "All rules", history: "History" },
    parts: "Ways to test",
    subject: {
      title: "Data of your shop to ask for",
      text: "Kept in this browser tab only. With an account that has several orders, one of them with packages, every rule can be tested.",
      account: "Account (email)",
      order: "Order number",
      package: "Package number",
    },
    command: {
      title: "The same on the command line",
      text: "Same rules, same ids; the exit code tells your CI. The secret comes from the environment.",
      copy: "Copy the command",
    },
    secretOf: "Sign with",
    stages: { current: "Current secret", next: "Next secret" },
  },
  zh: {
    title: "Webhook 配置",
    text: "Meetbot 通过这里查询您的店铺。填好 URL，可以单独发送一个查询，也可以运行全部规则：哪里不对、为什么重要、该怎么改，都会说清楚。",
    readOnly: (role) =>
      `您在此机器人的角色是${role}，可以查看全部内容。保存、发送查询和运行测试需要编辑者角色。`,
    roles: { viewer: "查看者", editor: "编辑者", owner: "所有者" },
    tabs: { query: "单个查询", rules: "全部规则", history: "历史记录" },
    parts: "测试方式",
    subject: {
      title: "用来查询的店铺数据",
      text: "只保存在当前浏览器标签页中。填一个有多笔订单、其中至少一笔有包裹的账号，就能测试全部规则。",
      account: "账号（邮箱）",
      order: "订单号",
      package: "包裹号",
    },
    command: {
      title: "对应的命令行",
      text: "规则与编号完全相同，退出码可供 CI 判断；密钥从环境变量读取。",
      copy: "复制命令",
    },
    secretOf: "签名密钥",
    stages: { current: "当前密钥", next: "待启用的密钥" },
  },
});
