/** The times by which the figures rate conversations; the operator guide and the console state them too. */
export const outcomeTimes = {
  /**
   * The answer did not help a customer who repeats the question within this time; later, they want the current status.
   */
  askedAgainWithinMinutes: 10,
  /** A customer who has written nothing for this long after a refusal counts as gone. */
  leftAfterMinutes: 30,
} as const;
