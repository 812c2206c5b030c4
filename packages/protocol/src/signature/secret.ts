import { randomBytes } from "node:crypto";
import { secretPrefix } from "./webhook-key.ts";

/** As long as the output of the hash: more adds nothing. */
const secretLengthBytes = 32;

/** Generates a signing secret, in the form shown to the merchant once. */
export function newSecret(): string {
  return secretPrefix + randomBytes(secretLengthBytes).toString("base64");
}
