import type { EndpointHeader } from "./sign-endpoint.ts";
import type { SignatureHeader } from "./sign-request.ts";

/** Headers as a web `Request`, node:http or any framework hands them over. */
export type HeadersLike =
  | Headers
  | Readonly<Record<string, string | readonly string[] | undefined>>;

export type SignatureHeaders = Partial<Record<SignatureHeader | EndpointHeader, string>>;

const signatureHeaders: readonly string[] = [
  "webhook-id",
  "webhook-timestamp",
  "webhook-signature",
  "x-hub-signature",
  "meetbot-endpoint-signature",
] satisfies (SignatureHeader | EndpointHeader)[];

/** Returns the signature headers, whatever the case of their names. */
export function readSignatureHeaders(headers: HeadersLike): SignatureHeaders {
  const found: Record<string, string> = {};
  for (const name of isWebHeaders(headers) ? signatureHeaders : Object.keys(headers)) {
    const header = name.toLowerCase();
    if (!signatureHeaders.includes(header)) continue;
    const value = isWebHeaders(headers) ? headers.get(name) : headers[name];
    if (value === undefined || value === null) continue;
    // A repeated header becomes a list, as in RFC 9110 5.3; none of ours is valid as a list.
    found[header] = header in found ? `${found[header]},${value}` : String(value);
  }
  return found;
}

/** Checks for the method, not for the class: a polyfill has a class of its own. */
function isWebHeaders(headers: HeadersLike): headers is Headers {
  return typeof headers.get === "function";
}
