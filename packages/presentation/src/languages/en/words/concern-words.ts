/** The bot's English answers to customers' problems and to requests that it cannot fulfill. */
export const concernWords = {
  sorryLate: "I am sorry that you have to wait.",
  sorryStuck:
    "I am sorry that it is not moving. If nothing changes within two days, a person can ask the carrier.",
  sorryNotHere:
    "I am sorry. The carrier says that it was delivered. Please look where parcels are usually left, and ask your neighbors; some are marked as delivered a day early. If it has not turned up by tomorrow, a person can take it up with the carrier.",
  sorryMissing:
    "I am sorry that something is missing. Please check whether it comes in a separate package; if not, a person will sort it out with you.",
  sorryWrong:
    "I am sorry that you got something else. Please keep it as it is and take a photo: a person will sort it out with you.",
  cannotHurry: "I cannot make it faster, but a person can ask whether that is possible.",
  sorryComplaint: "I am sorry that you are not happy with it. A person should hear about that.",
  sorryAnger:
    "I am sorry, I understand that this is frustrating. A person can do more for you than I can.",
  robot:
    "Yes, I am a program: I look up orders and packages in the shop’s own system. If you would rather have a person, just say so.",
  notHuman:
    "No, I am a program: I look up orders and packages in the shop’s own system. If you would rather have a person, just say so.",
  who: "I am the bot of {bot}: a program that looks up orders and packages. What would you like to know?",
  speaks: "Yes, I speak {languages}. Just write in the one you prefer.",
  privacy:
    "I cannot delete anything myself. The shop can delete everything it keeps about you and this chat: please ask a person for that.",
  notify:
    "I cannot message you first yet. Ask me whenever you like; many carriers also offer alerts on their tracking page.",
  waiting: "Take your time, I am here.",
  noProblem: "No problem.",
  resigned: "All right, let us leave it. I am here if you need me.",
  whatNumber:
    "The order number is in the mail that confirmed your order, and in your account at the shop. The email you ordered with works too.",
  noEmail:
    "Then the order number will do: it is in the confirmation you got by mail or text message, and on the invoice. If you have neither, a person can find your order.",
  byName:
    "I cannot look up by a name or a phone number: others may know yours. The order number works, or the email you ordered with. Which one do you have?",
  byNameSignedIn:
    "You need neither a name nor a phone number here: you are signed in, and I see the orders of your account.",
  asGuest:
    "That is fine, it needs no account: the order number or the email you ordered with is enough. Which one do you have?",
  onBehalf:
    "For an order that somebody else placed, ask them for the order number or the tracking number: with it I can tell you how it stands. The rest I show only to them. What is the number?",
  otherPeople: "I show an order only to the person who ordered it, and that goes for yours, too.",
  whyEmail:
    "I use an email only to find your orders in this shop’s system. If you would rather not send it, an order number will do. I never need a password or a card number.",
  signedInAs: "You are signed in as {account}. For another account, write “sign out” first.",
  signedInNot:
    "Nobody is signed in here. The email you ordered with will do, or an order number. Which one do you have?",
  lookingAt: "I am looking up the orders of {account}. To change that, write another email.",
  hiddenLines:
    "In this list I may show only the status and the month of each order. Send me the order number of the one you mean.",
  hiddenAgain:
    "Without an order number or a proof that it is you, there is no more that I may show of these.",
  whichStatus:
    "I can explain the stages of an order, for example “shipped”. Which one do you mean? For other words there is a person.",
  noneFits: "None of those fits. Which one do you mean?",
  whichOne: "Which one do you mean?",
  leftOut: "That is more than I look up at once: ask me for the rest after this.",

  listOpen1: "You have 1 order in progress:",
  listOpen: "You have {count} orders in progress:",
  listOpenMore: "You have more than {count} orders in progress. The first ones:",
  listUnpaid1: "You have 1 unpaid order:",
  listUnpaid: "You have {count} unpaid orders:",
  listUnpaidMore: "You have more than {count} unpaid orders. The first ones:",
  listPast1: "You have 1 past order:",
  listPast: "You have {count} past orders:",
  listPastMore: "You have more than {count} past orders. The first ones:",
  listPlaced: "Your orders{span}:",
  listCanceled: "Your canceled orders{span}:",
  listDelivered: "Your delivered orders{span}:",
  listShipped: "Your orders{span} that are on their way:",
  listRefunded: "Your refunded orders{span}:",
  listAll: "Your orders, the newest first:",
  goodsNone: "I find nothing of that name in your orders.",
  listNone: "I find no order like that among yours.",

  notUnderstoodStill: "Sorry, I still do not understand. Try other words, or talk to a person.",
  greetingAgain: "I am here. What is it about?",
  helpAgain:
    "Write, for example, “where is my order”, an order number or a tracking number. For anything else there is a person.",
  thanksAgain: "Any time!",
  notedAgain: "All right.",
  lookOnlyAgain: "Only a person can do that, too.",

  sorryForThat: "I am sorry about that.",
  shopWroteIn: "The shop has written this in {language} only:",
  shopWroteAll: "That is all the shop has written about it. A person there can tell you more.",

  lookedAgain: "I have just looked again. {answer} If that cannot be right, a person can check it.",
  sureNone:
    "I find none like that in the orders that I can see. It may stand under another email: with the order number from your confirmation I look for exactly that one. A person can search further.",
  sureShop:
    "That is what the shop’s system says, and I see no more than it does. A person can check it.",
  misread: "Sorry, then I misread you. Please say it in other words, or choose:",
  nextUnpaid:
    "Please pay it in the shop: it is sent after that. If the money was taken already, a person can check the payment.",
  nextWait:
    "You need not do anything for now. If it takes longer than it should, a person can look into it.",
  nextFailed:
    "Most carriers try again on the next working day. Look for a card or a message from them: it says how to choose another day, or where to pick it up. If there is none, a person can take it up with the carrier.",
  nextPickup:
    "Please fetch it there, and bring an ID and the pickup code if the carrier sent you one.",
  nextDelivered:
    "If you have it, all is done. If not, look where parcels are usually left and ask your neighbors; a person can take it up with the carrier.",
  nextEnded:
    "Nothing more is sent of it. If you still wait for money, or want it after all, a person can see to that.",
  nextProblem:
    "The carrier or the shop has to act now. A person can find out whether something is needed from you.",
} as const;
