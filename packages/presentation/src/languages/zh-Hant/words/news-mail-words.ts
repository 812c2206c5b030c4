import type { NewsMailWords } from "../../contract/language.ts";

/** 訂單動態信件的內容，以及如何停止。 */
export const newsMailWords: NewsMailWords = {
  newsMailSubject: "{bot}：{news}",
  newsMailHello: "{bot}的最新消息：",
  newsMailWhy: "您在聊天中請{bot}有變化時通知您，所以收到這封信。寄到這個信箱的信沒有人看。",
  newsMailStop: "不再接收這類信件",
  newsStopTitle: "訂單動態信件",
  newsStopText: "確認後，{bot}就不再寄訂單動態信件給您。",
  newsStopGo: "停止寄送",
  newsStopped: "好了，{bot}不會再寄訂單動態信件給您。想再收到，可以在聊天中告訴我們。",
};
