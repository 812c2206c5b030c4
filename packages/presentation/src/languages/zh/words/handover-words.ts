import type { HandoverWords } from "../../contract/language.ts";

/** The bot's phrases about people who answer beside it. */
export const handoverWords: HandoverWords = {
  personCalled: "已经帮您呼叫人工客服，稍后会直接在这里回复您。等待期间您可以继续问我。",
  passedOn: "已转达：“{words}”。",
  passedOnOrder: "已转达订单 {number} 的事：“{words}”。",
  choicePassOn: "转给人工客服",
  canPassOn: "这个我可以转达给人工客服，点一下按钮就行。",
  personCalledAlready: "已经呼叫过人工客服了，稍后会直接在这里回复您。在这之前您可以继续问我。",
  personCalledStill: "没有忘记您：人工客服已经收到您的请求，回复会直接显示在这里。",
  calledAtOnce: "这件事需要人工客服马上处理，我已经帮您呼叫，稍后会直接在这里回复您。",
  calledAfterMisses:
    "这个问题我处理不了，已经帮您呼叫人工客服，稍后会直接在这里回复您。等待期间您可以继续问我。",
  calledNote: "人工客服也已经呼叫了，稍后会在这里回复您。",
  sorryCalled: "很抱歉给您带来不好的体验。已经帮您呼叫人工客服，稍后会直接在这里回复您。",
  botHere: "在的，我是店铺的机器人，可以马上帮您查订单和包裹。需要的话，也可以帮您呼叫人工客服。",
  reachToo: "也可以这样联系人工客服：{contact}。",
  callWithdrawn: "好的，我已经告诉人工客服您不需要了。",
  personIsHere: "{bot}的{name}为您服务。",
  botAgain: "现在由机器人继续为您服务。",
  talkEnded: "您与{name}的对话已结束，现在由机器人继续为您服务。",
  nobodyFree: "现在没有空闲的人工客服。您的请求已经留下，客服会直接在这里回复您。",
};
