import { newRequestId, type Query, serializeQuery, signRequest } from "@meetbot/protocol";

export interface TestSigningOptions {
  signingSecret: string;
  /** Defaults to a new id, so that no query is a replay of another. */
  id?: string;
  /** Unix seconds; defaults to the clock. */
  nowS?: number;
  /** The destination URL, for a webhook with the option `url`. */
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
/** Signs bytes, which become the request's body unchanged. */
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
