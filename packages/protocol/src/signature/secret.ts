import { randomBytes } from "node:crypto";
import { secretPrefix } from "./webhook-key.ts";

/** As long as the output of the hash: more adds nothing. */
const secretLengthBytes = 32;

/** A new signing secret, as it is shown to the merchant once. */
export function newSecret(): string {
  return secretPrefix + randomBytes(secretLengthBytes).toString("base64");
}
