/**
 * Why the bot could not answer an utterance: it did not understand it; it had to ask whether an order or a package was
 * meant; or the topic is one that the bot cannot look up.
 */
export type UnansweredReason = "not_understood" | "asked_back" | "other_topic";
