import type { TrackWords } from "../../contract/language.ts";

/** The texts of the page where customers look up an order without a chat. */
export const trackWords: TrackWords = {
  trackTitle: "ご注文の追跡",
  trackIntro: "ご注文確認にある番号か荷物の番号と、ご注文時の連絡先を入力してください。",
  trackNumber: "注文番号または追跡番号",
  trackEmailHint: "ご本人のご注文か確認するため",
  trackGo: "調べる",
  trackAnswer: "結果",
  trackChoices: "次に何をしますか？",
  trackWaiting: "お調べしています。このページは自動で更新されます。",
  trackLookAgain: "更新する",
  trackAnother: "別の注文を調べる",
  trackEnd: "終了してこのページを消去",
  trackFailed: "うまくいきませんでした。もう一度入力してください。このページにはCookieが必要です。",
  trackTooMany: "アクセスが集中しています。しばらくしてからもう一度お試しください。",
};
