/** The parts of a request that both node:http and Lambda provide, each in its own form. */
interface Incoming {
  method: string | undefined;
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  body: Uint8Array | ReadableStream | string | null;
}

/** The webhook does not look at it: the route has been chosen already. */
const anyUrl = "http://localhost/";

/** Creates the request that a webhook accepts. Never throws, whatever a stranger sends. */
export function toWebRequest({ method, headers: given, body }: Incoming): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    try {
      if (value !== undefined) headers.set(name, String(value));
    } catch {
      // The names of HTTP/2 (RFC 9113 8.3) and texts beyond Latin-1: the webhook reads none of them.
    }
  }
  // `Request` throws for TRACE and CONNECT. The webhook refuses every method but POST, so GET replaces the others.
  const posted = method === "POST" ? { method, body, duplex: "half" as const } : {};
  // Browser types reject bytes that threads may share; a request's bytes are never shared.
  return new Request(anyUrl, { headers, ...posted } as RequestInit);
}
