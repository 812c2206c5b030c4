import type { SubscriptionWords } from "../../contract/language.ts";

/** Phrases about customer updates: that they begin, how they arrive, how to stop them. */
export const subscriptionWords: SubscriptionWords = {
  choiceKeepPosted: "変化があれば知らせて",
  choiceKeepPostedAll: "すべての注文を通知",
  newsOfOrder:
    "このご注文に変化があればお知らせします：発送、配達中、配達完了のとき、そして問題が起きたとき。",
  newsOfPackage:
    "この荷物に変化があればお知らせします：配達中、配達完了のとき、そして問題が起きたとき。",
  newsOfAll:
    "お客様のご注文のどれかに変化があればお知らせします：発送、配達中、配達完了のとき、そして問題が起きたとき。",
  newsFromShop:
    "ショップでお知らせをご希望いただいたため、ご注文の発送、配達中、配達完了のとき、そして問題が起きたときにお知らせします。",
  newsHere: "お知らせはこのチャットに届きます。",
  newsOnReturn: "お知らせは、このチャットに戻るとここでご覧いただけます。",
  newsOnReturnBrowser:
    "お知らせは、このチャットに戻るとここでご覧いただけます。通知をオンにすると、ブラウザにも届きます。",
  newsOnReturnEmail:
    "お知らせは、このチャットに戻るとここでご覧いただけます。閉じている間はメールで届きます。",
  newsOnReturnBoth:
    "お知らせは、このチャットに戻るとここでご覧いただけます。閉じている間はメールで、通知をオンにした場合はブラウザに届きます。",
  newsStopHint: "停止するには「停止」と返信してください。",
  newsOff: "お知らせを停止しました。再開するには「再開」と返信してください。",
  newsNone: "このチャットでお知らせは届いていません。",
  newsHowTo: "受け取るには、ご注文を調べて「変化があれば知らせて」をお選びください。",
  newsOnAgain: "お知らせを再開しました。停止するには「停止」と返信してください。",
  newsFollowed: "お知らせする注文と荷物：{count}件。",
  newsEndedToo: "お知らせも停止しました。",
  newsOrCancel: "お知らせの停止ですか、ご注文についてですか？",
  choiceStopNews: "お知らせを停止",
  choiceCancelOrder: "注文をキャンセル",
  choiceReturnOrder: "返品・返金",
  newsNotProved:
    "ご本人への表示かどうか確認できなくなったため、お知らせをオンにしませんでした。もう一度お調べください。",
  newsFull: "1つのチャットで追える注文は、すでにすべてお知らせしています。",
  newsWhich: "どのご注文についてお知らせしましょうか？番号をお送りください。",
  newsNothingToCome: "お知らせする予定の変化はもうありません。",
};
