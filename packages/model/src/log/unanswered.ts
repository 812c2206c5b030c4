/**
 * Why the bot could do nothing with an utterance: it was not understood; it could mean an order or
 * a package, and the customer was asked which; it is about something that the bot cannot look up.
 */
export type UnansweredReason = "not_understood" | "asked_back" | "other_topic";
