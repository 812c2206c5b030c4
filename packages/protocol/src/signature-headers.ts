import type { SignatureHeader } from "./sign-request.ts";

/** Headers as a web `Request`, node:http or any framework hands them over. */
export type HeadersLike =
  | Headers
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Takes the signature headers out, whatever the case of their names. */
export function readSignatureHeaders(
  headers: HeadersLike,
): Partial<Record<SignatureHeader, string>> {
  const found: Partial<Record<SignatureHeader, string>> = {};
  for (const [name, value] of entriesOf(headers)) {
    const header = name.toLowerCase();
    if (value === undefined || !isSignatureHeader(header)) continue;
    const text = String(value);
    // A repeated header becomes a list, as in RFC 9110 5.3; none of ours is valid as a list.
    const before = found[header];
    found[header] = before === undefined ? text : `${before},${text}`;
  }
  return found;
}

function entriesOf(headers: HeadersLike): Iterable<[string, unknown]> {
  return isWebHeaders(headers) ? headers.entries() : Object.entries(headers);
}

/** Asks for the method, not for the class: a polyfill brings a class of its own. */
function isWebHeaders(headers: HeadersLike): headers is Headers {
  return typeof headers.entries === "function";
}

function isSignatureHeader(name: string): name is SignatureHeader {
  return (
    name === "webhook-id" ||
    name === "webhook-timestamp" ||
    name === "webhook-signature" ||
    name === "x-hub-signature"
  );
}
