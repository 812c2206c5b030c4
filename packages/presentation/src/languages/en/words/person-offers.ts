/** The parts of phrases that offer an agent, and their replacements once an agent has been called. */
export const personOffers = [
  [", or talk to a person.", "."],
  [
    " For changes, refunds and other questions there is a person.",
    " All else is for the person I have called.",
  ],
  [" For anything else, a person can help.", " Anything else is for the person I have called."],
  [" For anything else there is a person.", " Anything else is for the person I have called."],
  [", or a person can help you.", "."],
  [", or ask a person.", "."],
  [" If you would rather have a person, just say so.", " A person has been called."],
  [": please ask a person for that.", ": the person I have called can see to that."],
  [": please ask a person there.", ": the person I have called can see to that."],
  [" For other words there is a person.", ""],
  [" For anything special, ask a person there.", ""],
  [" A person should hear about that.", " A person has been called."],
  [" A person at the shop should hear about that.", " A person has been called."],
  [" A person can do more for you than I can.", " A person has been called."],
  [" A person there can tell you more.", " The person I have called can tell you more."],
  ["You reach a person here:", "You can also reach one here:"],
  ["Shall a person help you? ", ""],
] as const;
