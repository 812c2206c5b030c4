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

/** Returns an error response for a request that gets no answer of the protocol; its code is the HTTP status. */
export function respondError(
  status: number,
  message: string,
  headers?: Record<string, string>,
): Response {
  return respond(status, serializeError(status, message), headers);
}

/** Returns the JSON of a refusal: a code of the protocol or an HTTP status, and a message for the merchant. */
export function serializeError(code: number, message: string): string {
  return JSON.stringify({ success: false, error: { code, message } });
}
