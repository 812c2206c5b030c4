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
  /** Those of several years, and closing days besides. */
  holidays: 100,
  /** All of them stand in one header of each chat page. */
  origins: 50,
  /** A data center each, and more. */
  networks: 50,
  /**
   * By its dedupe key an event that comes again is known as long as its conversation lives. Copies that
   * platforms send come late: they have to be known for 48 hours.
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

/** The same as a type: a copy in the browser, which takes nothing but types, has these numbers or does not compile. */
export type SettingLimits = typeof limits;
