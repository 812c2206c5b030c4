/** How long one turn can be: what takes it, and what reckons with it, read it here. */
export const turnLimits = {
  /**
   * Questions of the longest one: five pages of each of three lists, the packages of what was found, and
   * before that a code and the two meanings of a number.
   */
  asks: 3 * 5 + 1 + 3,
  /** So long it lasts at most: each of its questions has a deadline of 8 seconds. */
  longestS: (3 * 5 + 1 + 3) * 8,
  /** Whoever waits longer is shown that an answer is coming. */
  lateAfterMs: 2_500,
};
