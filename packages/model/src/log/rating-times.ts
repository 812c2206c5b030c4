/** When the bot asks customers for a rating; the operator guide states these times too. */
export const ratingTimes = {
  /**
   * The bot asks for a rating this long after a conversation ends, so that it does not disturb customers who return at
   * once.
   */
  afterMinutes: 10,
  /** After this long, customers no longer remember the conversation. */
  latestHours: 4,
  /** The bot asks the same account at most once in this many days, across all conversations. */
  onceInDays: 30,
} as const;
