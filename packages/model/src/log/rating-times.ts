/** By these times customers are asked how satisfied they are; the operator guide says them too. */
export const ratingTimes = {
  /** So long after its end a conversation is asked about: who comes back at once is not disturbed. */
  afterMinutes: 10,
  /** Later nobody remembers. */
  latestHours: 4,
  /** So often the same account is asked, in whichever conversations. */
  onceInDays: 30,
} as const;
