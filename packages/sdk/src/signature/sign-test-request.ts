import { newRequestId, type Query, serializeQuery, signRequest } from "@meetbot/protocol";

export interface TestSigningOptions {
  signingSecret: string;
  /** A new one where absent, so that no question is a replay of another. */
  id?: string;
  /** Unix seconds; the clock where absent. */
  nowS?: number;
  /** Where it will be sent, for a webhook with the option `url`. */
  url?: string;
}

/** The arguments with which `fetch(url, …)` and `new Request(url, …)` query a webhook as Meetbot does. */
export interface SignedRequest<Body extends string | Uint8Array = string> {
  method: "POST";
  headers: Record<string, string>;
  body: Body;
}

/** Signs a question, or any other body for testing a webhook; bytes stay unchanged. */
export function signTestRequest(
  question: Query | string,
  options: TestSigningOptions,
): SignedRequest;
/** The same of bytes, which the request then has as they are. */
export function signTestRequest<Bytes extends Uint8Array>(
  question: Query | string | Bytes,
  options: TestSigningOptions,
): SignedRequest<string | Bytes>;
/** Both. */
export function signTestRequest<Bytes extends Uint8Array>(
  question: Query | string | Bytes,
  options: TestSigningOptions,
): SignedRequest<string | Bytes> {
  const { signingSecret: secret, id: givenId, url } = options;
  const timestampS = options.nowS ?? Math.floor(Date.now() / 1000);
  const isBody = typeof question === "string" || question instanceof Uint8Array;
  const id = givenId ?? newRequestId(isBody ? "test" : question.method);
  const body = isBody ? question : serializeQuery({ ...question, id });
  const signature = signRequest({ body, secret, id, timestampS, url });
  const headers = { "content-type": "application/json; charset=utf-8", ...signature };
  return { method: "POST", headers, body };
}
