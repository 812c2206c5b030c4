import { signIdentity } from "@meetbot/sdk";
import type { IdentityKey, Shop } from "../database/shop.ts";

/** Throws an `IdentityError` when the key can vouch for nobody, before a shopper meets that. */
export function checkIdentityKey({ botId, secret }: IdentityKey): void {
  signIdentity({ identitySecret: secret, botId, account: "anybody" });
}

/**
 * Vouches for a shopper; `null`: there is none with this email. The pages do it from the session,
 * as any shop must. `/demo/identity` does it for whomever it is asked: no real shop may.
 */
export function vouchFor({ database }: Shop, key: IdentityKey, email: string): string | null {
  const shopper = database.prepare("SELECT email FROM members WHERE email = ?").get(email);
  return shopper
    ? signIdentity({ identitySecret: key.secret, botId: key.botId, account: email })
    : null;
}
