/** By these times customers are asked how satisfied they are; the operator guide says them too. */
export const ratingTimes = {
  /**
   * The bot asks for a rating this long after a conversation ends, so that it does not disturb customers who return at
   * once.
   */
  afterMinutes: 10,
  /** Later nobody remembers. */
  latestHours: 4,
  /** So often the same account is asked, in whichever conversations. */
  onceInDays: 30,
} as const;
