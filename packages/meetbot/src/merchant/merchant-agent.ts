import { Agent } from "undici";

/**
 * Looking up the name, connecting and the TLS handshake together: a server that needs longer is
 * down, and the customer waits for it. undici's coarse timer may add up to a second.
 */
const CONNECT_TIMEOUT_MS = 2_000;

/** undici refuses larger heads with `UND_ERR_HEADERS_OVERFLOW`; shops' servers send under 2 KiB. */
const MAX_RESPONSE_HEAD_BYTES = 16 * 1024;

/**
 * The connections to all merchants: one keep-alive pool per origin. Idle connections do not keep
 * the process alive. Only HTTP/1.1, so that one slow answer never stands in the way of another on
 * the same connection. undici's own timers are off: they restart with every chunk, so a body that
 * drips outlives them; the deadline of `deliver` bounds the whole exchange instead.
 */
export const merchantAgent = new Agent({
  allowH2: false,
  pipelining: 1,
  connect: { timeout: CONNECT_TIMEOUT_MS },
  headersTimeout: 0,
  bodyTimeout: 0,
  maxHeaderSize: MAX_RESPONSE_HEAD_BYTES,
});
