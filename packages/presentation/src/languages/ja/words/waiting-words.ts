import type { WaitingWords } from "../../contract/language.ts";

/** Phrases for a customer who waits for a person, for the person's answer by email, and for the survey at the end. */
export const waitingWords: WaitingWords = {
  dayWeekday: "{day}",
  backAt: "{day}{time}に再開します（{zone}）。",
  nextOpen: "{day}{time}（{zone}）",
  yourTime: "お客様の現地時間",
  nobodyNow: "ただいま営業時間外のため、お返事は後ほどになります。",
  usualWait: "本日は通常{wait}以内にお返事しています。",
  listFull:
    "ただいま多くのお客様が担当者をお待ちのため、お呼びできません。後ほどもう一度お試しください。",
  mayLeaveEmail: "メールアドレスをご登録いただくと、お返事はそちらにも届きます。",
  choiceLeaveEmail: "メールアドレスを残す",
  askLeftEmail: "お返事の宛先をお知らせください。このお返事にのみ使います。",
  againLeftEmail:
    "name@example.com のようなメールアドレスとして読み取れませんでした。お返事の宛先はどちらですか？",
  emailLeft:
    "ありがとうございます。ここでお返事をご覧にならない場合は、{email}にメールでお送りします。",
  emailLimited:
    "現在、別のメールアドレスを登録できません。チャットを開いたままにするか、後ほどお戻りください。",
  replyMailSubject: "{bot}の{person}からお返事があります",
  replyMailBefore: "{bot}の{person}がチャットでお返事しました：",
  replyMailWithout: "{bot}の{person}がチャットでお返事しました。こちらでご覧ください：",
  replyMailLink: "チャットを続ける",
  replyMailValid:
    "リンクは7日以内に一度だけ使えます。リンクを持つ人はチャットを続けられるため、誰にも転送しないでください。",
  replyMailAnswer: "お返事はチャットでお願いします。このアドレスへの返信は読まれません。",
  replyMailNotYou: "チャットにお心当たりがない場合は、このメールを無視してください。",
  returnTitle: "チャットを続ける",
  returnText: "このブラウザで{bot}とのチャットを続けます。ほかの場所では終了します。",
  returnGone:
    "このリンクは使用済みか、期限切れです。チャットは開いていた場所で続けられます。新しく始めることもできます。",
  returnNew: "新しいチャットを始める",
  backInChat: "チャットに戻りました。",
  newsHidden:
    "追跡中のご注文にお知らせがあります。ご覧になるには、お客様のご注文をもう一度お示しください。",
  askRating: "この会話にご満足いただけましたか？1（不満）から5（満足）でお答えください。",
  ratingThanks: "ありがとうございます。ほかにお伝えになりたいことがあれば、今お書きください。",
  ratingNoted: "ありがとうございます。承りました。",
  choiceNothing: "いいえ、以上です",
};
