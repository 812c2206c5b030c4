import type { PushWords } from "../../contract/push-words.ts";

/** 聊天窗口关闭后怎样通知顾客。 */
export const pushWords: PushWords = {
  offer: "关闭页面后也通知我",
  on: "好的，关闭页面后，这个浏览器也会通知您。",
  denied: "浏览器不允许通知。您可以在浏览器中更改这个页面的设置。",
  failed: "这里没有成功，您可以稍后再试。",
};
