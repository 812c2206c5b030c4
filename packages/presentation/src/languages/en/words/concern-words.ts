/** What the bot answers, in English, to what troubles a customer and to what it cannot do itself. */
export const concernWords = {
  sorryLate: "I am sorry that you have to wait.",
  sorryStuck:
    "I am sorry that it does not move. If nothing changes within two days, a person can ask the carrier.",
  sorryNotHere:
    "I am sorry. The carrier says that it was delivered. Please look where parcels are left and ask your neighbors; some are scanned a day early. If it is not there tomorrow, a person takes it up with the carrier.",
  sorryDamaged:
    "I am sorry that it came like that. Please keep the packaging and take a photo or two: a person settles that with you.",
  sorryMissing:
    "I am sorry that something is missing. Please look whether it comes in a package of its own; if not, a person settles that with you.",
  sorryWrong:
    "I am sorry that you got something else. Please keep it as it is and take a photo: a person settles that with you.",
  cannotReturn: "I cannot start a return myself, but a person can tell you how it goes.",
  cannotRefund: "I cannot give or look up refunds, but a person can.",
  cannotExchange: "I cannot exchange anything myself, but a person can.",
  cannotCancel: "I cannot cancel an order myself. Ask a person soon, before it is sent.",
  cannotChange: "I cannot change an order myself. Ask a person soon, before it is sent.",
  cannotInvoice: "I cannot send an invoice, but a person can.",
  cannotHurry: "I cannot make it faster, but a person can ask whether that is possible.",
  sorryComplaint: "I am sorry that you are not satisfied. A person should hear that.",
  sorryAnger: "I am sorry, I understand that this is annoying. A person can do more than I can.",
  atOnce: "That is a matter for a person, at once. I have noted that you want one.",
  robot:
    "Yes, I am a program: I look up orders and packages in the shop’s own system. If you would rather have a person, just say so.",
  who: "I am the bot of {bot}: a program that looks up orders and packages. What would you like to know?",
  speaks: "Yes, I speak {languages}. Just write in the one you like.",
  privacy:
    "I cannot delete anything myself. The shop can delete all that is kept of you and of this chat: please ask a person for it.",
  notify:
    "I cannot write to you on my own yet. Ask me whenever you like; many carriers send news from their tracking page.",
  waiting: "Take your time, I am here.",
  noProblem: "No problem.",
  resigned: "All right, we leave it. I am here if you need me.",
  whatNumber:
    "The order number stands in the mail that confirmed your order, and in your account at the shop. The email you ordered with works too.",
  noEmail:
    "Then the order number helps: it stands in the confirmation, by mail or text message, and on the invoice. If you have neither, a person can find your order.",
  whichOne: "Which one do you mean?",
  showIt: "Here it is.",
  leftOut: "That was more than I look up at once: ask me for the rest after this.",

  listOpen1: "You have 1 order in progress:",
  listOpen: "You have {count} orders in progress:",
  listOpenMore: "You have more than {count} orders in progress. The first ones:",
  listUnpaid1: "You have 1 unpaid order:",
  listUnpaid: "You have {count} unpaid orders:",
  listUnpaidMore: "You have more than {count} unpaid orders. The first ones:",
  listPast1: "You have 1 past order:",
  listPast: "You have {count} past orders:",
  listPastMore: "You have more than {count} past orders. The first ones:",
  listMonth: "Your orders of {month}:",
  listCanceled: "Your canceled orders:",
  listDelivered: "Your delivered orders:",
  listShipped: "Your orders that are on their way:",
  listRefunded: "Your refunded orders:",
  listAll: "Your orders, the newest first:",
  listNone: "I find no such order among yours.",

  notUnderstoodStill:
    "I still do not understand, I am sorry. A person can help you, or write it in other words.",
  greetingAgain: "I am here. What is it about?",
  helpAgain:
    "Write, for example, “where is my order”, an order number or a tracking number. For anything else there is a person.",
  thanksAgain: "Gladly!",
  notedAgain: "All right.",
  lookOnlyAgain: "That too is something only a person can do.",
  personAgain: "Your wish for a person is noted.",
  choiceOtherOrders: "Other orders",
  otherOrders: "Which ones?",
} as const;
