/** Phrases for a customer who waits for a person, for the person's answer by email, and for the survey at the end. */
export const waitingWords = {
  dayWeekday: "on {day}",
  backAt: "We are back {day} at {time} ({zone}).",
  nextOpen: "{day} at {time} ({zone})",
  yourTime: "your time",
  nobodyNow: "It is outside our hours, so their answer comes later.",
  usualWait: "Today we usually answer within {wait}.",
  listFull:
    "So many customers wait for a person right now that I cannot call one for you. Please try again later.",
  mayLeaveEmail: "You can leave an email, and the answer reaches you there too.",
  choiceLeaveEmail: "Leave an email",
  askLeftEmail: "Where may we write to you? The email is used for this answer only.",
  againLeftEmail:
    "That does not look like an email, such as name@example.com. Where may we write to you?",
  emailLeft: "Thank you. If you do not see the answer here, it comes by mail to {email}.",
  emailLimited:
    "I cannot note another email here at the moment. Please leave the chat open, or come back later.",
  replyMailSubject: "{person} from {bot} has answered you",
  replyMailBefore: "{person} from {bot} has answered in your chat:",
  replyMailWithout: "{person} from {bot} has answered in your chat. Read it there:",
  replyMailLink: "Go on with the chat",
  replyMailValid:
    "The link works once, within 7 days. Whoever has it can go on with the chat, so forward it to nobody.",
  replyMailAnswer: "Please answer in the chat: mails that come back here are read by nobody.",
  replyMailNotYou: "If you did not write to us in a chat, ignore this mail.",
  returnTitle: "Go on with your chat",
  returnText: "You go on with your chat with {bot} in this browser. Elsewhere it ends.",
  returnGone:
    "This link was used already, or is too old. Your chat goes on where you had it open; you can also begin a new one.",
  returnNew: "Begin a new chat",
  backInChat: "You are back in your chat.",
  newsHidden:
    "There is news of an order that you follow. To see it, please show me again which one is yours.",
  askRating: "How satisfied are you with this conversation, from 1 (not at all) to 5 (very)?",
  ratingThanks: "Thank you! Is there anything you would like to add? Just write it now.",
  ratingNoted: "Thank you, that is noted.",
  choiceNothing: "No, that is all",
} as const;
