/** The upper and lower limits of settings. */
export const limits = {
  /** A longer one would fill the first message. */
  nameLength: 80,
  pageIdLength: 64,
  contactLength: 300,
  /** Enough for an opening sentence, not a page; every channel accepts this length in one message. */
  welcomeLength: 500,
  /** Leaves room for what Meetbot appends, so that every browser accepts the address. */
  linkPageLength: 1000,
  /** Such as before and after a meal, and once more at night. */
  openingsADay: 4,
  /** Enough for the holidays of several years plus other closing days. */
  holidays: 100,
  /** Each chat page sends all origins in one header. */
  origins: 50,
  /** A data center each, and more. */
  networks: 50,
  /**
   * Meetbot recognizes a repeated event by its dedupe key for as long as the conversation exists. Platforms may send
   * copies late, so the key has to last for 48 hours.
   */
  minConversationDays: 2,
  /** Events are counted within the hour, and a day leaves time to look at them the next morning. */
  minDays: 1,
  /** A year of questions and complaints; more would be a history of people. */
  maxDays: 365,
  /** With a lower limit, the bot would take a conversation back from an agent who is having lunch. */
  minIdleHours: 1,
  /** A weekend and the night before it. */
  maxIdleHours: 72,
} as const;

/**
 * The limits as a type. The browser imports only types, so it has its own copy of the numbers; this type makes a copy
 * that differs fail to compile.
 */
export type SettingLimits = typeof limits;
