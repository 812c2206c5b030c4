/** The bot's English phrases about people who answer beside it. */
export const handoverWords = {
  personCalled:
    "I have called a person from the shop: they answer right here. You can go on asking me meanwhile.",
  passedOn: "I passed on: “{words}”.",
  passedOnOrder: "I passed on about order {number}: “{words}”.",
  choicePassOn: "Pass it on",
  canPassOn: "I can pass that on to a person at the shop: one tap is enough.",
  personCalledAlready:
    "A person has been called and will answer right here. Until then, you can go on asking me.",
  personCalledStill:
    "I have not forgotten: your request is with the shop’s people, and their answer appears here.",
  calledAtOnce:
    "A person needs to deal with that right away: I have called one, and they answer right here.",
  calledAfterMisses:
    "I do not get any further with this, so I have called a person from the shop: they answer right here. You can go on asking me meanwhile.",
  calledNote: "A person has been called too, and will answer here.",
  sorryCalled:
    "I am sorry about that. A person from the shop has been called and will answer right here.",
  botHere:
    "You are talking with the shop’s bot: I look up orders and packages right away. I can also call a person for you.",
  reachToo: "You can also reach one here: {contact}.",
  callWithdrawn: "All right, I have told the shop’s people that you need nobody any more.",
  personIsHere: "{name} from {bot} is here.",
  botAgain: "You are talking with the bot again.",
  talkEnded: "Your talk with {name} has ended. You are talking with the bot again.",
  nobodyFree:
    "Nobody is free just now. Your request stays with the shop’s people, and they answer right here.",
} as const;
