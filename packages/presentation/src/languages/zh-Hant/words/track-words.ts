import type { TrackWords } from "../../contract/language.ts";

/** 不用聊天也能查訂單的頁面。 */
export const trackWords: TrackWords = {
  trackTitle: "查詢訂單",
  trackIntro: "請填寫訂單確認信裡或包裹上的號碼，以及下單時留的聯絡方式。",
  trackNumber: "訂單編號或物流單號",
  trackEmailHint: "便於店家確認訂單是您的",
  trackGo: "查詢",
  trackAnswer: "查詢結果",
  trackChoices: "接下來",
  trackWaiting: "還在查詢，這個頁面會自動重新整理。",
  trackLookAgain: "重新整理",
  trackAnother: "查詢其他訂單",
  trackEnd: "查完了，清空頁面",
  trackFailed: "沒有成功，請重新填寫一次。這個頁面需要使用 Cookie。",
  trackTooMany: "請求太多了，請稍後再試。",
};
