/** Returns a JSON response that no cache may store. */
export function respond(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      ...headers,
    },
  });
}

/** An answer for what never became a question; its code is the HTTP status. */
export function respondError(
  status: number,
  message: string,
  headers?: Record<string, string>,
): Response {
  return respond(status, serializeError(status, message), headers);
}

/**
 * The JSON of an answer that says no: a code of the protocol or an HTTP status, and words for the
 * merchant.
 */
export function serializeError(code: number, message: string): string {
  return JSON.stringify({ success: false, error: { code, message } });
}
