/**
 * A statement of a turn or of a request takes milliseconds. If no answer arrives for this long, the server disappeared
 * without closing the connection (its machine or the network failed). A new connection may reach it, or the server that
 * replaced it.
 */
export const inTime = { query_timeout: 10_000 };
