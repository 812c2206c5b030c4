/** Who answers in a conversation: the bot, the bot while a person was called, or a person. */
export type Holder = "bot" | "waiting" | "person";
