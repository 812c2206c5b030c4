import type { HandoverWords } from "../../contract/language.ts";

/** The bot's phrases about people who answer beside it. */
export const handoverWords: HandoverWords = {
  personCalled: "已經幫您呼叫真人客服，稍後會直接在這裡回覆您。等候時您可以繼續問我。",
  passedOn: "已轉達：「{words}」。",
  passedOnOrder: "已轉達訂單 {number} 的事：「{words}」。",
  choicePassOn: "轉給真人客服",
  canPassOn: "這個我可以轉達給真人客服，點一下按鈕就行。",
  personCalledAlready: "已經呼叫過真人客服了，稍後會直接在這裡回覆您。在那之前您可以繼續問我。",
  personCalledStill: "沒有忘記您：真人客服已經收到您的請求，回覆會直接顯示在這裡。",
  calledAtOnce: "這件事需要真人客服馬上處理，我已經幫您呼叫，稍後會直接在這裡回覆您。",
  calledAfterMisses:
    "這個問題我處理不了，已經幫您呼叫真人客服，稍後會直接在這裡回覆您。等候時您可以繼續問我。",
  calledNote: "真人客服也已經呼叫了，稍後會在這裡回覆您。",
  sorryCalled: "很抱歉讓您有不好的感受。已經幫您呼叫真人客服，稍後會直接在這裡回覆您。",
  botHere: "我在，我是商店的機器人，可以馬上幫您查訂單和包裹。需要的話，也可以幫您呼叫真人客服。",
  reachToo: "也可以這樣聯絡真人客服：{contact}。",
  callWithdrawn: "好的，我已經告訴真人客服您不需要了。",
  personIsHere: "{bot}的{name}為您服務。",
  botAgain: "現在由機器人繼續為您服務。",
  talkEnded: "您與{name}的對話已結束，現在由機器人繼續為您服務。",
  nobodyFree: "目前沒有空閒的真人客服。您的請求已經留下，客服會直接在這裡回覆您。",
};
