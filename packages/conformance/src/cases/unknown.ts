import { randomBytes, randomInt } from "node:crypto";

/** Returns an email address that no shop knows; example.com is reserved (RFC 2606). */
export function unknownAccount(): string {
  return `nobody-${randomBytes(6).toString("hex")}@example.com`;
}

/** Returns a number that no shop has assigned. */
export function unknownNumber(): string {
  return `MEETBOT-${randomBytes(6).toString("hex").toUpperCase()}`;
}

/** As long as a carrier's longest. */
export function longUnknownNumber(): string {
  return Array.from({ length: 20 }, (_, at) => randomInt(at === 0 ? 1 : 0, 10)).join("");
}
