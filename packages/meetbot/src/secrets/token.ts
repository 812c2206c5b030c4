import { createHash, randomBytes } from "node:crypto";

/** 256 bits: not to be guessed, so a plain hash is enough to look one up. */
const tokenBytes = 32;

/** 96 bits: short enough for the payload limits of chat platforms, and still not to be guessed. */
const choiceTokenBytes = 12;

/** A new bearer token, safe in headers and URLs. Show it once, store its hash only. */
export function newToken(): string {
  return randomBytes(tokenBytes).toString("base64url");
}

/** Returns a token for a choice: it works only together with the conversation's own token. */
export function newChoiceToken(): string {
  return randomBytes(choiceTokenBytes).toString("base64url");
}

/** 128 bits: short in a mail's link, works once and not for long, and is still not to be guessed. */
const linkTokenBytes = 16;

/** A token for a link in a mail. Mail it once, store its hash only. */
export function newLinkToken(): string {
  return randomBytes(linkTokenBytes).toString("base64url");
}

/**
 * Returns a code that a person copies from a mail: six digits, with all of the million codes equally likely to one part
 * in 10^8. Does not use `randomInt`, which holds its next numbers in memory.
 */
export function newCode(): string {
  return String(randomBytes(6).readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}

/** Returns the stored form of a token. It needs no salt and no slow hash: tokens are random, unlike passwords. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
