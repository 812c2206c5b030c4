import { createHash } from "node:crypto";
import type { ProviderSignOut } from "@meetbot/model/single-sign-on.ts";
import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";

const event = "http://schemas.openid.net/event/backchannel-logout";
const clockToleranceS = 30;
/** Logout tokens older than this are rejected. Their ids are stored at least as long. */
export const signOutLivesS = 10 * 60;

interface ReadOptions {
  issuer: string;
  clientId: string;
  algorithms: string[];
  keys: JWTVerifyGetKey;
}

/**
 * Reads and checks a logout token as OpenID Connect Back-Channel Logout 1.0 requires. Throws jose's errors, and a
 * `TypeError` if the signed token is not a sign-out, such as an ID token.
 */
export async function readSignOut(token: string, options: ReadOptions): Promise<ProviderSignOut> {
  const { issuer, clientId: audience, algorithms, keys } = options;
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    ...{ issuer, audience, algorithms },
    clockTolerance: clockToleranceS,
    maxTokenAge: signOutLivesS,
    requiredClaims: ["iss", "aud", "iat", "jti", "events"],
  });
  const type = protectedHeader.typ?.toLowerCase().replace(/^application\//, "") ?? "jwt";
  if (type !== "logout+jwt" && type !== "jwt") throw new TypeError("It is no logout token.");
  return toSignOut(payload, issuer);
}

function toSignOut(payload: JWTPayload, issuer: string): ProviderSignOut {
  const { events, nonce, sid, sub, jti } = payload;
  const isSignOut = typeof events === "object" && events !== null && Object.hasOwn(events, event);
  const sessionId = typeof sid === "string" && sid !== "" ? sid : null;
  const subject = typeof sub === "string" && sub !== "" ? sub : null;
  if (!isSignOut || nonce !== undefined || !jti || (sessionId ?? subject) === null) {
    throw new TypeError("It is no logout token.");
  }
  const tokenId = createHash("sha256").update(`sign-out ${issuer} ${jti}`).digest("base64url");
  return { issuer, sessionId, subject, tokenId };
}
