/** What settings may be at most, and at least. */
export const limits = {
  /** A longer one would fill the first message. */
  nameLength: 80,
  pageIdLength: 64,
  contactLength: 300,
  /** A first sentence, not a page; every channel takes it in one message. */
  welcomeLength: 500,
  /** What is added to it still leaves it an address that every browser takes. */
  linkPageLength: 1000,
  /** Such as before and after a meal, and once more at night. */
  openingsADay: 4,
  /** Enough for the holidays of several years plus other closing days. */
  holidays: 100,
  /** All of them stand in one header of each chat page. */
  origins: 50,
  /** A data center each, and more. */
  networks: 50,
  /**
   * Meetbot recognizes a repeated event by its dedupe key for as long as the conversation exists. Platforms may send
   * copies late, so the key has to last for 48 hours.
   */
  minConversationDays: 2,
  /** What happened is counted within the hour, and the next morning somebody can still look at it. */
  minDays: 1,
  /** A year of questions and complaints; more would be a history of people. */
  maxDays: 365,
  /** Less would take a person out of the talk who is having lunch. */
  minIdleHours: 1,
  /** A weekend and the night before it. */
  maxIdleHours: 72,
} as const;

/**
 * The limits as a type. The browser imports only types, so it has its own copy of the numbers; this type makes a copy
 * that differs fail to compile.
 */
export type SettingLimits = typeof limits;
