import type { HandoverWords } from "../../contract/language.ts";

/** The bot's phrases about people who answer beside it. */
export const handoverWords: HandoverWords = {
  personCalled:
    "ショップの担当者をお呼びしました。お返事はこのチャットに届きます。その間も、引き続きお尋ねください。",
  passedOn: "お伝えした内容：「{words}」",
  passedOnOrder: "ご注文 {number} についてお伝えした内容：「{words}」",
  choicePassOn: "担当者に伝える",
  canPassOn: "ショップの担当者にお伝えできます。ボタンを押すだけで届きます。",
  personCalledAlready:
    "担当者をお呼びしています。お返事はこのチャットに届きます。それまで、引き続きお尋ねください。",
  personCalledStill:
    "お忘れしておりません。ご依頼はショップに届いており、お返事はここに表示されます。",
  calledAtOnce:
    "すぐに担当者が対応すべき内容です。担当者をお呼びしましたので、お返事はここに届きます。",
  calledAfterMisses:
    "これ以上お力になれないため、ショップの担当者をお呼びしました。お返事はこのチャットに届きます。その間も、引き続きお尋ねください。",
  calledNote: "担当者もお呼びしており、ここでお答えします。",
  sorryCalled: "申し訳ございません。ショップの担当者をお呼びしており、ここでお答えします。",
  botHere:
    "こちらはショップのボットです。注文と荷物をすぐにお調べします。担当者をお呼びすることもできます。",
  reachToo: "こちらからもご連絡いただけます：{contact}。",
  callWithdrawn: "承知しました。担当者は不要とショップに伝えました。",
  personIsHere: "{bot}の{name}が参りました。",
  botAgain: "ここからは再びボットがお答えします。",
  talkEnded: "{name}との会話が終了しました。ここからは再びボットがお答えします。",
  nobodyFree:
    "ただいま全員対応中です。ご依頼はショップに届いており、お返事はこのチャットに届きます。",
};
