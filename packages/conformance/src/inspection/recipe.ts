import { createHash } from "node:crypto";
import type { Post } from "@meetbot/network/exchange/exchange.ts";
import { signedHeaders, unsignedHeaders } from "@meetbot/network/exchange/query-headers.ts";
import { newRequestId, type Query, serializeQuery } from "@meetbot/protocol";
import type { RequestSpec } from "./run-result.ts";

export type { RequestSpec };

/** What a recipe needs to become a request. */
export interface Making {
  url: string;
  secret: string;
  nowS: number;
}

/** No webhook's: its bytes are text that anybody can read here. */
export const otherSecret = `whsec_${Buffer.from("not the secret of any webhook...").toString("base64")}`;

/** Of the right form, and of nothing. */
export const wrongSignature = `v1,${Buffer.alloc(32, "wrong").toString("base64")}`;

/** A body that holds this query, and nothing special about it. */
export function recipeOf(query: Query): RequestSpec {
  return { id: query.id, body: serializeQuery(query) };
}

/** A body as somebody else would write it, in an envelope of our own. */
export function recipeOfWire(
  method: string,
  pageId: string,
  rest: Readonly<Record<string, unknown>>,
  category = "ecommerce",
): RequestSpec {
  const known = method === "orders" || method === "packages" ? method : "test";
  const id = newRequestId(known);
  const request = { category, method, id, page_id: pageId, meta: "" };
  return { id, body: JSON.stringify({ request, ...rest }) };
}

/** Makes a request of a recipe, signed at `nowS` (Unix seconds) and spoilt as the recipe says. */
export function toPost(recipe: RequestSpec, { url, secret, nowS }: Making): Post {
  const body = Buffer.from(bodyOf(recipe));
  const headers = { ...signHeaders(recipe, body, { url, secret, nowS }) };
  if (recipe.wrongFirst) {
    headers["webhook-signature"] = `${wrongSignature} ${headers["webhook-signature"]}`;
  }
  for (const [name, value] of Object.entries(recipe.headers ?? {})) {
    if (value === null) delete headers[name];
    else headers[name] = value;
  }
  if (!namesHost(recipe)) delete headers["meetbot-endpoint-signature"];
  return { ...(recipe.method && { method: recipe.method }), url, headers, body };
}

/** Whether it is signed for its host: by nobody without a secret, and never without an id and a time. */
export function namesHost({ headers = {}, signedWith = "secret" }: RequestSpec): boolean {
  const isDated = headers["webhook-id"] !== null && headers["webhook-timestamp"] !== null;
  return isDated && (signedWith === "secret" || signedWith === "other_secret");
}

/** The body of a recipe, made as long as it says by spaces before its last character. */
export function bodyOf({ body, paddingBytes = 0 }: RequestSpec): string {
  return body.slice(0, -1) + " ".repeat(paddingBytes) + body.slice(-1);
}

function signHeaders(
  { id, signedWith = "secret", signedBody, ageS = 0 }: RequestSpec,
  body: Buffer,
  { url, secret, nowS }: Making,
): Record<string, string> {
  const timestampS = nowS - ageS;
  const signed = signedBody === undefined ? body : Buffer.from(signedBody);
  if (signedWith === "nothing") return { ...unsignedHeaders };
  if (signedWith === "hash") return hashedHeaders(id, signed, timestampS);
  const key = signedWith === "secret" ? secret : otherSecret;
  return signedHeaders({ url, id, body: signed, timestampS, secrets: [key] });
}

function hashedHeaders(id: string, body: Buffer, timestampS: number): Record<string, string> {
  const sha256 = (text: string) => createHash("sha256").update(text).update(body);
  return {
    ...unsignedHeaders,
    "x-hub-signature": `sha256=${sha256("").digest("hex")}`,
    "webhook-id": id,
    "webhook-timestamp": String(timestampS),
    "webhook-signature": `v1,${sha256(`${id}.${timestampS}.`).digest("base64")}`,
  };
}
