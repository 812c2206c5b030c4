import { createHmac, timingSafeEqual } from "node:crypto";
import { isSameSecret } from "../../../secrets/compare.ts";

/** Meta sends a number. Nothing else is echoed, because the caller chooses the value. */
const challengeForm = /^\d{1,32}$/;

/** The header with Meta's signature. */
export const signatureHeader = "x-hub-signature-256";

const signatureForm = /^sha256=([0-9a-f]{64})$/i;

/**
 * Answers the request with which Meta makes sure that a webhook is ours: the challenge, if the verify
 * token is the one that was agreed on. Any other gets 403.
 */
export function verifySubscription(query: URLSearchParams, verifyToken: string): Response {
  const challenge = query.get("hub.challenge") ?? "";
  const isAgreed =
    query.get("hub.mode") === "subscribe" &&
    verifyToken !== "" &&
    isSameSecret(query.get("hub.verify_token") ?? "", verifyToken);
  if (!isAgreed || !challengeForm.test(challenge)) return plainText(403, "Forbidden");
  return plainText(200, challenge);
}

/** Checks whether the header could be a signature; requests without one are not from Meta. */
export function hasSignature(signature: string | null | undefined): boolean {
  return signatureForm.test(signature ?? "");
}

/**
 * Whether Meta signed these bytes: `X-Hub-Signature-256`, made with the app secret. The signature covers the body as
 * sent, including its escapes; a parsed and re-serialized body would not match. The older `X-Hub-Signature` (SHA-1)
 * proves nothing.
 */
export function isSigned(
  body: Uint8Array,
  signature: string | null | undefined,
  appSecret: string,
): boolean {
  const hex = signatureForm.exec(signature ?? "")?.[1];
  // With an empty key, anybody could sign.
  if (hex === undefined || appSecret === "") return false;
  const expected = createHmac("sha256", appSecret).update(body).digest();
  return timingSafeEqual(Buffer.from(hex, "hex"), expected);
}

function plainText(status: number, text: string): Response {
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
