import { createHash, createHmac } from "node:crypto";
import type { Post } from "@meetbot/network/exchange/exchange.ts";
import { signedHeaders, unsignedHeaders } from "@meetbot/network/exchange/query-headers.ts";
import { newRequestId, type Query, serializeQuery } from "@meetbot/protocol";
import type { RequestSpec, Spoiling } from "./run-result.ts";
import { spoil } from "./spoil.ts";

export type { RequestSpec };

/** The values needed to turn a recipe into a request. */
export interface Making {
  url: string;
  secret: string;
  nowS: number;
}

/** A secret that belongs to no webhook: its bytes are text that anybody can read here. */
export const otherSecret = `whsec_${Buffer.from("not the secret of any webhook...").toString("base64")}`;

/** Of the right form, and of nothing. */
export const wrongSignature = `v1,${Buffer.alloc(32, "wrong").toString("base64")}`;

/** A body that holds this query, and nothing special about it. */
export function recipeOf(query: Query): RequestSpec {
  return { id: query.id, body: serializeQuery(query) };
}

/** Returns a recipe with any body, even one that Meetbot would not write, in Meetbot's own envelope. */
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

/** Turns a recipe into a request, signed at `nowS` (Unix seconds) and altered as the recipe says. */
export function toPost(recipe: RequestSpec, { url, secret, nowS }: Making): Post {
  const body = Buffer.from(bodyOf(recipe));
  const headers = { ...signHeaders(recipe, body, { url, secret, nowS }) };
  if (recipe.wrongFirst) {
    headers["webhook-signature"] = `${wrongSignature} ${headers["webhook-signature"]}`;
  }
  if (recipe.spoilt !== undefined) spoilSignatures(headers, recipe.spoilt);
  for (const [name, value] of Object.entries(recipe.headers ?? {})) {
    if (value === null) delete headers[name];
    else headers[name] = value;
  }
  if (!namesHost(recipe)) delete headers["meetbot-endpoint-signature"];
  const firstBytes = recipe.isInParts ? firstBytesOf(body) : undefined;
  return { ...(recipe.method && { method: recipe.method }), url, headers, body, firstBytes };
}

/** Returns where to split a body: after the first byte of its first multi-byte character, or in the middle. */
export function firstBytesOf(body: Buffer): number {
  const lead = body.findIndex((byte) => byte >= 0xc0);
  return lead < 0 ? Math.ceil(body.length / 2) : lead + 1;
}

/** Whether the request has the signature for its host: only if signed with a secret, and with an id and a time. */
export function namesHost({ headers = {}, signedWith = "secret", weakKey }: RequestSpec): boolean {
  if (weakKey !== undefined) return false;
  const isDated = headers["webhook-id"] !== null && headers["webhook-timestamp"] !== null;
  return isDated && (signedWith === "secret" || signedWith === "other_secret");
}

/** Returns the body of a recipe, with the padding spaces inserted before its last character. */
export function bodyOf({ body, paddingBytes = 0 }: RequestSpec): string {
  return body.slice(0, -1) + " ".repeat(paddingBytes) + body.slice(-1);
}

function signHeaders(
  { id, signedWith = "secret", signedBody, ageS = 0, weakKey }: RequestSpec,
  body: Buffer,
  { url, secret, nowS }: Making,
): Record<string, string> {
  const timestampS = nowS - ageS;
  const signed = signedBody === undefined ? body : Buffer.from(signedBody);
  if (signedWith === "nothing") return { ...unsignedHeaders };
  if (signedWith === "hash") return hashedHeaders(id, signed, timestampS);
  if (weakKey !== undefined) return weakHeaders(id, signed, timestampS, weakKey);
  const key = signedWith === "secret" ? secret : otherSecret;
  return signedHeaders({ url, id, body: signed, timestampS, secrets: [key] });
}

function hashedHeaders(id: string, body: Buffer, timestampS: number): Record<string, string> {
  return headersBy(() => createHash("sha256"), id, body, timestampS);
}

function weakHeaders(
  id: string,
  body: Buffer,
  timestampS: number,
  key: string,
): Record<string, string> {
  return headersBy(() => createHmac("sha256", Buffer.from(key, "hex")), id, body, timestampS);
}

function headersBy(
  start: () => ReturnType<typeof createHash> | ReturnType<typeof createHmac>,
  id: string,
  body: Buffer,
  timestampS: number,
): Record<string, string> {
  const digest = (text: string) => start().update(text).update(body);
  return {
    ...unsignedHeaders,
    "x-hub-signature": `sha256=${digest("").digest("hex")}`,
    "webhook-id": id,
    "webhook-timestamp": String(timestampS),
    "webhook-signature": `v1,${digest(`${id}.${timestampS}.`).digest("base64")}`,
  };
}

function spoilSignatures(headers: Record<string, string>, how: Spoiling): void {
  for (const [name, prefix] of [
    ["x-hub-signature", "sha256="],
    ["webhook-signature", "v1,"],
  ] as const) {
    const value = headers[name];
    if (value !== undefined) headers[name] = prefix + spoil(value.slice(prefix.length), how);
  }
}
