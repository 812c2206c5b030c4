import type { NewsMailWords } from "../../contract/language.ts";

/** 订单动态邮件的内容，以及如何停止。 */
export const newsMailWords: NewsMailWords = {
  newsMailSubject: "{bot}：{news}",
  newsMailHello: "{bot}的最新消息：",
  newsMailWhy: "您在聊天中让{bot}有变化时告诉您，所以收到这封邮件。发到这个地址的邮件没有人看。",
  newsMailStop: "不再接收这类邮件",
  newsStopTitle: "订单动态邮件",
  newsStopText: "确认后，{bot}不再给您发送订单动态邮件。",
  newsStopGo: "停止发送",
  newsStopped: "好了，{bot}不会再给您发送订单动态邮件。想再收到，可以在聊天中告诉我们。",
};
