/** Errors before the first byte left: no name, no connection, no trust in who answers. */
const unsent =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|^ERR_TLS|^UNABLE_TO_|CERT/;

/**
 * What an error means that came instead of a platform's answer: `transient`, nothing was sent;
 * `ambiguous`, the call may have been carried out.
 */
export function classOfLostCall(error: unknown): "transient" | "ambiguous" {
  return unsent.test(codeOf(error)) ? "transient" : "ambiguous";
}

/** An error's code; "" where it has none. */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
