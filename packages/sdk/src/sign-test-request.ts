import { newRequestId, type Query, serializeQuery, signRequest } from "@meetbot/protocol";

export interface TestSigningOptions {
  signingSecret: string;
  /** A new one where absent, so that no question is a replay of another. */
  id?: string;
  /** Unix seconds; the clock where absent. */
  nowS?: number;
}

/** What `fetch(url, …)` and `new Request(url, …)` take to ask a webhook as Meetbot does. */
export interface SignedRequest {
  method: "POST";
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** Signs a question, or any body that a webhook is to be tried with. */
export function signTestRequest(
  question: Query | string | Uint8Array,
  { signingSecret: secret, id: givenId, nowS = Math.floor(Date.now() / 1000) }: TestSigningOptions,
): SignedRequest {
  const isBody = typeof question === "string" || question instanceof Uint8Array;
  const id = givenId ?? newRequestId(isBody ? "test" : question.method);
  const body = isBody ? question : serializeQuery({ ...question, id });
  const signature = signRequest({ body, secret, id, timestampS: nowS });
  const headers = { "content-type": "application/json; charset=utf-8", ...signature };
  return { method: "POST", headers, body };
}
