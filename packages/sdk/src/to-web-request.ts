/** What node:http and Lambda know of a request, each in its own words. */
interface Incoming {
  method: string | undefined;
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  body: Uint8Array | ReadableStream | string | null;
}

/** The webhook does not look at it: the route has been chosen already. */
const anyUrl = "http://localhost/";

/** `Headers` throws at anything above U+00FF, and what the webhook reads is ASCII. */
const headerValue = /^[\t\x20-\x7e]*$/;

/** Hands a webhook the request it takes. Throws at nothing that a stranger sends. */
export function toWebRequest({ method, headers: given, body }: Incoming): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    const isPseudoHeader = name.startsWith(":"); // of HTTP/2, RFC 9113 8.3
    const text = String(value ?? "");
    if (value !== undefined && !isPseudoHeader && headerValue.test(text)) headers.set(name, text);
  }
  // Request throws at TRACE and CONNECT. The webhook refuses whatever is not POST, so GET stands for it.
  if (method !== "POST") return new Request(anyUrl, { headers });
  return new Request(anyUrl, { method, headers, body, duplex: "half" });
}
