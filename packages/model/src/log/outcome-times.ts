/** By these times the figures judge conversations; the operator guide and the console say them too. */
export const outcomeTimes = {
  /** Who asks the same again so soon was not helped by the answer; later they want to know how it is now. */
  askedAgainWithinMinutes: 10,
  /** Who has written nothing for so long after a refusal does not come back to it. */
  leftAfterMinutes: 30,
} as const;
