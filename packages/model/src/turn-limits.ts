/**
 * Queries of the longest turn: three numbers that only their owner may ask about. For each, the direct query is not sent
 * but counts, and a search takes five pages of each of three lists; the one found last also takes a query for its
 * packages.
 */
const asks = 3 * (1 + 3 * 5) + 1;

/** Pages of an order's packages in which the one with a carrier's number is looked for, ten on each. */
const trackedPages = 3;

/** Limits on the length of one turn, shared by the code that runs turns and the code that plans around them. */
export const turnLimits = {
  asks,
  trackedPages,
  /**
   * The longest duration of a turn: each query has a deadline of 8 seconds, and three numbers may be carriers' numbers.
   */
  maxSeconds: (asks + 3 * trackedPages) * 8,
  /** A customer who waits longer sees that an answer is coming. */
  lateAfterMs: 2_500,
  /**
   * How long the bot waits for a follow-up after a message that asks for nothing by itself (“hi”, 在吗). It still answers
   * within a second.
   */
  waitForMoreMs: 800,
};
