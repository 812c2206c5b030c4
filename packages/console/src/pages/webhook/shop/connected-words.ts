import { defineWords } from "../../../words/define-words.ts";

export const connectedWords = defineWords({
  en: {
    title: "Connected by Meetbot",
    text: (platform: string) =>
      `Meetbot asks ${platform} directly, and only reads. There is no webhook to host, to sign or to test.`,
    page: "How Meetbot asks your shop. See a real order as your customers do, send single queries, and run all rules.",
    answers: "Answers",
    troubled: "Does not answer",
    facts: {
      shop: "Shop",
      platform: "Platform",
      connected: "Connected",
      noted: "Last check or change",
      hook: "For the platform's own webhooks",
    },
    again: "Check again",
    replace: "Replace credentials",
    replaceText:
      "What is new takes the place of what is kept once the shop was read with it. Until then nothing changes.",
    replaceButton: "Replace",
    leave: "Connect another way",
    leaveText:
      "The credentials that are kept are deleted as soon as the shop is asked another way.",
    leaveButton: "Disconnect",
    done: {
      connected: (shop: string) => `Connected with “${shop}”.`,
      replaced: "The new credentials are in use.",
      left: "Disconnected. The credentials are deleted, and Meetbot asks your webhook.",
    },
    real: {
      title: "A real order, as your customers see it",
      text: "Takes one of the shop's newest orders. The audit log records that it was looked at.",
      show: "Show a real order",
      another: "Take the newest order again",
      run: "Run all rules with it",
      none: "The shop has no order to show, or does not answer now. Place one for a trial, or check the connection above.",
      notAnswered: "The shop did not answer with the order. Check the connection above.",
    },
  },
  zh: {
    title: "已由 Meetbot 连接",
    text: (platform) =>
      `Meetbot 直接查询 ${platform}，只读取数据。无需部署 Webhook，也无需签名和测试。`,
    page: "Meetbot 查询店铺的方式。可以以顾客视角查看真实订单、发送单个查询，或运行全部规则。",
    answers: "正常应答",
    troubled: "没有应答",
    facts: {
      shop: "店铺",
      platform: "平台",
      connected: "连接时间",
      noted: "最近检查或变化",
      hook: "平台 Webhook 的地址",
    },
    again: "重新检查",
    replace: "更换密钥",
    replaceText: "新内容通过检查后才会替换现有内容，在此之前一切照旧。",
    replaceButton: "替换",
    leave: "改用其他方式",
    leaveText: "改用其他方式后，保存的密钥会立即删除。",
    leaveButton: "断开连接",
    done: {
      connected: (shop) => `已与“${shop}”连接。`,
      replaced: "新密钥已启用。",
      left: "已断开连接，密钥已删除。现在改为查询您的 Webhook。",
    },
    real: {
      title: "顾客眼中的真实订单",
      text: "取店铺最新的一个订单。查看会记入操作记录。",
      show: "查看真实订单",
      another: "重新取最新订单",
      run: "用它运行全部规则",
      none: "店铺没有可显示的订单，或暂时没有应答。请下一张测试订单，或检查上方的连接。",
      notAnswered: "店铺没有返回该订单，请检查上方的连接。",
    },
  },
});
