/** The times by which the figures rate conversations; the operator guide and the console state them too. */
export const outcomeTimes = {
  /**
   * The answer did not help a customer who repeats the question within this time; later, they want the current status.
   */
  askedAgainWithinMinutes: 10,
  /** Who has written nothing for so long after a refusal does not come back to it. */
  leftAfterMinutes: 30,
} as const;
