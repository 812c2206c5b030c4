import type { TrackWords } from "../../contract/language.ts";

/** 不用聊天也能查订单的页面。 */
export const trackWords: TrackWords = {
  trackTitle: "查询订单",
  trackIntro: "请填写订单确认信里或包裹上的号码，以及下单时留的联系方式。",
  trackNumber: "订单号或快递单号",
  trackEmailHint: "便于店铺确认订单是您的",
  trackGo: "查询",
  trackAnswer: "查询结果",
  trackChoices: "接下来",
  trackWaiting: "还在查询，这个页面会自动刷新。",
  trackLookAgain: "刷新",
  trackAnother: "查询其他订单",
  trackEnd: "查完了，清空页面",
  trackFailed: "没有成功，请重新填写一次。这个页面需要使用 Cookie。",
  trackTooMany: "请求太多了，请稍后再试。",
};
