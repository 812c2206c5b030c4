/** The parts of a request that both node:http and Lambda provide, each in its own form. */
interface Incoming {
  method: string | undefined;
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  body: Uint8Array | ReadableStream | string | null;
}

/** The webhook does not look at it: the route has been chosen already. */
const anyUrl = "http://localhost/";

/** Hands a webhook the request it takes. Throws at nothing that a stranger sends. */
export function toWebRequest({ method, headers: given, body }: Incoming): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    try {
      if (value !== undefined) headers.set(name, String(value));
    } catch {
      // The names of HTTP/2 (RFC 9113 8.3) and texts beyond Latin-1: the webhook reads none of them.
    }
  }
  // Request throws at TRACE and CONNECT. The webhook refuses whatever is not POST, so GET stands for it.
  const posted = method === "POST" ? { method, body, duplex: "half" as const } : {};
  // Types of browsers take no bytes that may be shared between threads; a request's never are.
  return new Request(anyUrl, { headers, ...posted } as RequestInit);
}
