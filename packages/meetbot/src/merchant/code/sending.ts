import {
  namesHost,
  otherSecret,
  type Recipe,
  wrongSignature,
} from "@meetbot/conformance/inspection/recipe.ts";
import { renewId } from "@meetbot/conformance/inspection/renew-id.ts";
import { type EndpointHeader, endpointHost, type SignatureHeader } from "@meetbot/protocol";

/** A request that is to be made again by a program. */
export interface Resending {
  recipe: Recipe;
  url: string;
  /** The very same bytes a second time. */
  twice: boolean;
}

/** What a header's value is made of: words as they stand, or what the program computes. */
export type Part = { text: string } | { computed: Computed };

export type Computed = "id" | "timestamp" | "webhook" | "hub" | "endpoint";

/** A request as a program has to make it, in no language. */
export interface Sending {
  method: "POST" | "GET";
  url: string;
  /** Its path and query. */
  target: string;
  /** As it is signed. */
  host: string;
  id: string;
  /** So many spaces stand between its two halves. */
  body: { head: string; tail: string; spaces: number };
  /** What is signed in place of the body. */
  signedBody: string | null;
  ageS: number;
  /** `null`: no secret at all, a hash that anybody can compute; `text`: one that is none. */
  key: { from: "environment" } | { from: "text"; text: string } | null;
  /** What has to be computed; Go compiles nothing that is not used. */
  computes: ReadonlySet<Computed>;
  headers: readonly (readonly [name: string, value: readonly Part[]])[];
  times: number;
}

const computed: Readonly<Record<SignatureHeader | EndpointHeader, Part>> = {
  "webhook-id": { computed: "id" },
  "webhook-timestamp": { computed: "timestamp" },
  "webhook-signature": { computed: "webhook" },
  "x-hub-signature": { computed: "hub" },
  "meetbot-endpoint-signature": { computed: "endpoint" },
};

/** What browsers let through in a URL, and Java does not. */
const rare = /[\\^`{|}]/g;

/** Plans a request like this one, with an id that the webhook has not seen yet. */
export function toSending({ recipe: was, url: given, twice }: Resending): Sending {
  const recipe = renewId(was);
  const url = new URL(given).href.replace(rare, encodeURIComponent);
  const { id, body, paddingBytes = 0, signedBody = null, signedWith = "secret" } = recipe;
  const { pathname, search } = new URL(url);
  const cut = paddingBytes === 0 ? body.length : body.length - 1;
  const headers = headersOf(recipe);
  const computes = computedIn(headers);
  const isHashed = ["webhook", "hub", "endpoint"].some((one) => computes.has(one as Computed));
  return {
    method: recipe.method ?? "POST",
    url,
    target: pathname + search,
    host: endpointHost(url) ?? "",
    id,
    body: { head: body.slice(0, cut), tail: body.slice(cut), spaces: paddingBytes },
    signedBody: isHashed ? signedBody : null,
    ageS: recipe.ageS ?? 0,
    key: isHashed ? keyOf(signedWith) : null,
    computes,
    headers,
    times: twice ? 2 : 1,
  };
}

function keyOf(signedWith: NonNullable<Recipe["signedWith"]>): Sending["key"] {
  if (signedWith === "secret") return { from: "environment" };
  return signedWith === "other_secret" ? { from: "text", text: otherSecret } : null;
}

function computedIn(headers: Sending["headers"]): ReadonlySet<Computed> {
  const parts = headers.flatMap(([, value]) => value);
  const found = parts.flatMap((part) => ("computed" in part ? [part.computed] : []));
  // Its text begins with both.
  const isTimed = found.includes("webhook") || found.includes("endpoint");
  return new Set(isTimed ? [...found, "id", "timestamp"] : found);
}

function headersOf(recipe: Recipe): Sending["headers"] {
  const { headers = {}, wrongFirst, signedWith } = recipe;
  const named = Object.entries(computed).flatMap(([name, part]): [string, Part[]][] => {
    const changed = headers[name as SignatureHeader];
    if (changed === null || (changed === undefined && signedWith === "nothing")) return [];
    if (name === "meetbot-endpoint-signature" && !namesHost(recipe)) return [];
    if (changed !== undefined) return [[name, [{ text: changed }]]];
    const isFirst = wrongFirst && name === "webhook-signature";
    return [[name, isFirst ? [{ text: `${wrongSignature} ` }, part] : [part]]];
  });
  return [["content-type", [{ text: "application/json; charset=utf-8" }]], ...named];
}
