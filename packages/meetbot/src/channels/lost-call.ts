/** Errors before the first byte left: no name, no connection, no trust in who answers. */
const unsent =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|^ERR_TLS|^UNABLE_TO_|CERT/;

/**
 * Classifies an error that came instead of a platform's answer: `transient` if nothing was sent, `ambiguous` if the
 * call may have been carried out.
 */
export function classOfLostCall(error: unknown): "transient" | "ambiguous" {
  return unsent.test(codeOf(error)) ? "transient" : "ambiguous";
}

/** Returns an error's code, or "" if it has none. */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
