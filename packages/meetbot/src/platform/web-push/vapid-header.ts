import { createPrivateKey, sign } from "node:crypto";
import type { VapidKeys } from "@meetbot/model/push/push-keys.ts";

/** How long a signature is valid. Push services accept at most a day. */
const livesForS = 12 * 3_600;

/** For whom, by whom and when a push is signed. */
interface VapidClaims {
  endpoint: string;
  /** Where the people who run the push service find those who run this server. */
  contact: string;
  nowMs: number;
}

/** Returns the `Authorization` header that proves to a push service that the subscription is ours: RFC 8292. */
export function vapidHeader(
  { publicKey, jwk }: VapidKeys,
  { endpoint, contact, nowMs }: VapidClaims,
): string {
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(nowMs / 1_000) + livesForS,
    sub: contact,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ typ: "JWT", alg: "ES256" })}.${part(claims)}`;
  const key = createPrivateKey({ key: jwk, format: "jwk" });
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `vapid t=${signed}.${signature.toString("base64url")}, k=${publicKey}`;
}
