import type { PushWords } from "../../contract/push-words.ts";

/** Lo que dice la ventana sobre avisar cuando está cerrada. */
export const pushWords: PushWords = {
  offer: "ページを閉じている間も通知する",
  on: "ページを閉じている間も、このブラウザに通知します。",
  denied: "ブラウザで通知が許可されていません。このページの設定で変更できます。",
  failed: "通知を設定できませんでした。後ほどもう一度お試しください。",
};
