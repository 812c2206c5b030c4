import type { PushWords } from "../../contract/push-words.ts";

/** 聊天視窗關閉後怎樣通知顧客。 */
export const pushWords: PushWords = {
  offer: "關閉頁面後也通知我",
  on: "好的，關閉頁面後，這個瀏覽器也會通知您。",
  denied: "瀏覽器不允許通知。您可以在瀏覽器中變更這個頁面的設定。",
  failed: "這裡沒有成功，您可以稍後再試。",
};
