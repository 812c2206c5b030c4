import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/** The shop's forms take a tenth of it. */
const maxFormBytes = 4096;

/**
 * Whether a form came from a page of this shop, or from no page at all, as with curl. Browsers tell
 * in headers that no page can change; the older ones know `Origin` only. Another port of this
 * machine is another program, so "same-site" is not enough.
 */
export function isOwnForm({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

/** Reads the fields of a form; `null` when the form is too long, does not state its length, or was cut off. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  // No body is longer than its announced length: Node cuts it there. None at all needs no length.
  const { "content-length": length, "transfer-encoding": coding } = request.headers;
  const lengthBytes = Number(length ?? (coding === undefined ? 0 : Number.NaN));
  if (!(lengthBytes <= maxFormBytes)) return null;
  return text(request).then(
    (body) => new URLSearchParams(body),
    () => null,
  );
}
