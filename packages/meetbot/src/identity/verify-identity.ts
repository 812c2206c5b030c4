import { createHmac } from "node:crypto";
import { accountToSend, comparableNumber, isAccount } from "@meetbot/protocol";
import { isSameSecret } from "../secrets/compare.ts";
import { fingerprintOf } from "../secrets/fingerprint.ts";
import { hasPurpose, type IdentityPurpose } from "./purpose.ts";

/** An identity takes about 250 characters; the longest account, in any script, still fits. */
const maxTokenCharacters = 2048;

/** A token is made for one page view. A longer-lived one would be worth stealing from a cache or a log. */
const maxLifetimeS = 600;

/** How far the clock of the shop may be from ours, in either direction. */
const skewS = 30;

/** Rejects invalid bytes and leaves in the byte order mark, which is not valid JSON, so decoding repairs nothing. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Why a token vouches for nobody; for the log, because the sender gets one answer for all. `lifetime`: a date is
 * missing or no number, or `exp` is too far ahead. `subscribe`: its value is no order number. `purpose`: it was made
 * for something else.
 */
export type IdentityFault =
  | "malformed"
  | "algorithm"
  | "signature"
  | "audience"
  | "expired"
  | "not_yet"
  | "lifetime"
  | "subject"
  | "subscribe"
  | "purpose";

/**
 * `account` is verbatim, `expiresS` the token's own `exp` in Unix seconds, `signedWith` the fingerprint of the secret.
 * `link`: the nonce of a link. `subscribe`: the order whose updates the shopper agreed to in the checkout.
 */
export type IdentityVerdict =
  | {
      valid: true;
      account: string;
      expiresS: number;
      signedWith: string;
      link?: string;
      subscribe?: string;
    }
  | { valid: false; reason: IdentityFault };

/** The secrets and the context that a genuine token was made for. */
export interface IdentityContext {
  /** The bot's identity secrets in plain text; several during a rotation. */
  secrets: readonly string[];
  botId: string;
  /** The purpose that the token must have; the chat by default. */
  purpose?: IdentityPurpose;
  /** Unix seconds. */
  nowS: number;
}

type JsonObject = Record<string, unknown>;

/**
 * Returns which account the shop's server vouches for. Accepts any value and never throws. Deliberately uses no
 * library: those bring `none`, RSA and key lookups, the very things that an attacker would try. Ignores everything else
 * that the header names (`jwk`, `jku`, `x5u`, `kid`, …).
 */
export function verifyIdentity(token: unknown, context: IdentityContext): IdentityVerdict {
  const parts = splitToken(token);
  if (parts === null) return refuse("malformed");
  const [header, payload, signature] = parts;
  const fault = headerFault(readObject(header));
  if (fault !== null) return refuse(fault);
  const secret = signerOf(`${header}.${payload}`, signature, context.secrets);
  if (secret === undefined) return refuse("signature");

  const claims = readObject(payload);
  if (claims === null) return refuse("malformed");
  const { sub, aud, exp, iat, nbf = iat } = claims;
  if (!isOnly(aud, context.botId)) return refuse("audience");
  if (!isDate(exp) || !isDate(iat) || !isDate(nbf)) return refuse("lifetime");
  // Each comparison is written so that a clock that is no number refuses everything.
  if (!(context.nowS < exp + skewS)) return refuse("expired");
  if (!(Math.max(iat, nbf) <= context.nowS + skewS)) return refuse("not_yet");
  if (!(exp <= context.nowS + maxLifetimeS + skewS)) return refuse("lifetime");
  if (!isAccount(sub)) return refuse("subject");
  if (!hasPurpose(claims, context.purpose ?? "chat")) return refuse("purpose");
  const { link, subscribe } = claims;
  if (subscribe !== undefined && !isNumber(subscribe)) return refuse("subscribe");
  return {
    valid: true,
    ...{ account: accountToSend(sub), expiresS: exp, signedWith: fingerprintOf(secret) },
    ...(typeof link === "string" && { link }),
    ...(subscribe !== undefined && { subscribe }),
  };
}

function splitToken(token: unknown): [header: string, payload: string, signature: string] | null {
  if (typeof token !== "string" || token.length > maxTokenCharacters) return null;
  const [header, payload, signature, ...rest] = token.split(".");
  if (header === undefined || payload === undefined || signature === undefined) return null;
  const strict = rest.length === 0 && [header, payload, signature].every(isBase64url);
  return strict ? [header, payload, signature] : null;
}

/**
 * Checks for canonical base64url. Decoding ignores padding, white space and stray bits; encoding again does not restore
 * them.
 */
function isBase64url(text: string): boolean {
  return Buffer.from(text, "base64url").toString("base64url") === text;
}

/** An extension in `crit` must be understood or refused (RFC 7515 4.1.11), and none is. */
function headerFault(header: JsonObject | null): IdentityFault | null {
  if (header === null || Object.hasOwn(header, "crit")) return "malformed";
  const { alg, typ = "JWT" } = header;
  if (typeof typ !== "string" || typ.toUpperCase() !== "JWT") return "malformed";
  return alg === "HS256" ? null : "algorithm";
}

/** Returns the secret that made a signature. Skips an empty secret, with which anybody can sign. */
function signerOf(
  signed: string,
  signature: string,
  secrets: readonly string[],
): string | undefined {
  return secrets.find((secret) => {
    if (secret === "") return false;
    const expected = createHmac("sha256", secret).update(signed).digest("base64url");
    return isSameSecret(signature, expected);
  });
}

/** Reads UTF-8 JSON that is an object with no name twice; two readers could differ over which. */
function readObject(base64url: string): JsonObject | null {
  try {
    const json = utf8.decode(Buffer.from(base64url, "base64url"));
    let members = -1; // the reviver also visits the whole, as the member of an object of its own
    const value: unknown = JSON.parse(json, function (this: unknown, _name, member: unknown) {
      if (!Array.isArray(this)) members += 1;
      return member;
    });
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject && members === countColons(json) ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}

/** Outside of strings, JSON has one colon for each member written. */
function countColons(json: string): number {
  return json.replace(/"(?:[^"\\]|\\.)*"?/gs, "").split(":").length - 1;
}

function isOnly(audience: unknown, botId: string): boolean {
  const [first, ...others] = [audience].flat();
  return first === botId && others.length === 0;
}

/** Longer than that no shop numbers its orders. */
const maxNumberLength = 64;

const isNumber = (value: unknown): value is string =>
  typeof value === "string" &&
  value.length <= maxNumberLength &&
  comparableNumber(value).length > 0;

function isDate(value: unknown): value is number {
  return Number.isFinite(value);
}

function refuse(reason: IdentityFault): IdentityVerdict {
  return { valid: false, reason };
}
