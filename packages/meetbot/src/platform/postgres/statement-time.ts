/**
 * A statement of a turn or of a request takes milliseconds. If there is no answer for so long, the
 * server is gone without a word (its machine failed, or the network between), and the connection
 * with it: a new one may find it, or the one in its place.
 */
export const inTime = { query_timeout: 10_000 };
