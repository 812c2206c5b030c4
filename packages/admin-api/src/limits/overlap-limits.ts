/** A day: a deployment that fails in the evening can be repaired in the morning. */
export const defaultOverlapS = 24 * 60 * 60;
/** A secret that leaked, or may have, is not to be good for longer. */
export const maxOverlapS = 7 * defaultOverlapS;
