/**
 * The bot's answers to questions about several orders, in English. `{parts}` lists what the answer covers, in the
 * `part` phrases.
 */
export const surveyWords = {
  countAll: "You have {count} orders: {parts}.",
  countFound1: "There is just one.",
  countFound: "There are {count}.",
  countNone: "You have no orders here yet.",
  atLeast: "at least {count}",
  partOpen: "{count} in progress",
  partUnpaid: "{count} unpaid",
  partPast: "{count} past",
  onlyOpen: "in progress",
  onlyUnpaid: "unpaid",
  onlyPast: "past",
  partShown: "the ones listed",
  listNewest: "The newest {count}:",
  listOn: "{from} to {to} of {count}:",
  surveySum: "{count} orders ({parts}) come to {amount} together.",
  surveySumWithout: "Unpaid, canceled and refunded orders are left out.",
  surveyCut: "There are more orders than I can look through at once: this covers the newest ones.",
  surveyCheapest: "Of {count} orders ({parts}), this one cost the least:",
  surveyDearest: "Of {count} orders ({parts}), this one cost the most:",
  surveyCheapestEach:
    "Of {count} orders ({parts}), these cost the least, one in each currency: {amounts}.",
  surveyDearestEach:
    "Of {count} orders ({parts}), these cost the most, one in each currency: {amounts}.",
  surveyPaid: "I see no open payment: {count} orders ({parts}).",
  surveyPaidNot: "Not paid yet: {lacking} of {count} orders ({parts}).",
  surveySent: "All {count} orders have been sent ({parts}).",
  surveySentNot: "Not sent, or only in part: {lacking} of {count} orders ({parts}).",
  surveyHere: "All {count} orders have arrived ({parts}).",
  surveyHereNot: "Not here yet: {lacking} of {count} orders ({parts}).",
  surveyUnsure: "The shop does not say that of all of them. This is how they stand:",
  surveyNext: "This one should come first:",
  surveyNextUnknown:
    "I have no dates for them, so I cannot say which comes first. This is how they stand:",
  surveyNextNone: "Nothing is on its way to you at the moment.",
  surveyLast: "This one arrived last:",
  surveyLastNone: "I find no order of yours that has arrived.",
  partsPlaced: "{parts},{span}",
  whichDays:
    "I do not know which days that is. Say it with a month or a date, for example “since October 1”.",
  spanWithin: " from {when}",
  spanYear: " from {when}",
  spanDays: " from {when}",
  spanSince: " since {when}",
  spanUntil: " up to {when}",
  spanOnlyOne: "There is just one{span}.",
  spanNone: "You have no orders{span}.",
} as const;
