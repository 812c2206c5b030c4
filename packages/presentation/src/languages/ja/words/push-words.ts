import type { PushWords } from "../../contract/push-words.ts";

/** The window's texts about web push, which reaches a device while the window is closed. */
export const pushWords: PushWords = {
  offer: "ページを閉じている間も通知する",
  on: "ページを閉じている間も、このブラウザに通知します。",
  denied: "ブラウザで通知が許可されていません。このページの設定で変更できます。",
  failed: "通知を設定できませんでした。後ほどもう一度お試しください。",
};
