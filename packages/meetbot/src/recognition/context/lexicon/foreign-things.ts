/** Things that are not a shop's goods: a broken, lost or canceled one is no problem with an order. */
export const foreignThings: readonly string[] = [
  "(bank|credit|debit|visa|atm|report|library|master|american express|amex|discover|disney) cards?",
  "(my|the|this|that) ((damaged|broken|new|lost|stolen|replacement|old) )?card(?! (holder|reader|game|case|payment|number|is charged|was charged))|replacement card|report card",
  "(checking|savings|bank|market|retirement) accounts?",
  "reservations?|appointments?|flights?|meetings?|calendar|alarms?|playlist|(to ?do|shopping|grocery) list|restaurants?|recipes?|black holes?",
  "^((please|can you|could you|hey|siri|alexa|olly|google) ){0,2}(tweet|post a tweet|send a tweet)",
];

/** Words that show, beside such a thing, that the customer means an order all the same. */
export const ownThings =
  /\b(?:orders?|purchases?|packages?|parcels?|shipments?|delivery|items?|products?)\b/;
