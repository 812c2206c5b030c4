import type { NewsMailWords } from "../../contract/language.ts";

/** How mails with news are written, and how they are ended. */
export const newsMailWords: NewsMailWords = {
  newsMailSubject: "{bot}：{news}",
  newsMailHello: "{bot}からのお知らせ：",
  newsMailWhy:
    "チャットで{bot}からのお知らせをご希望いただいたため、このメールをお送りしています。このアドレスへの返信は読まれません。",
  newsMailStop: "このようなメールを停止する",
  newsStopTitle: "ご注文についてのメール",
  newsStopText: "停止すると、{bot}からご注文の経過についてのメールが届かなくなります。",
  newsStopGo: "メールを停止する",
  newsStopped:
    "停止しました。{bot}からご注文についてのメールは届きません。チャットで再開できます。",
};
