import { signIdentity } from "@meetbot/sdk";
import type { IdentityKey, Shop } from "../database/shop.ts";

/** Throws an `IdentityError` when the key can vouch for nobody, before a shopper meets that. */
export function checkIdentityKey({ botId, secret }: IdentityKey): void {
  signIdentity({ identitySecret: secret, botId, account: "anybody" });
}

/**
 * Signs an identity for a shopper; `null` when no shopper has this email. The pages sign it for the signed-in shopper, as
 * any shop must. `/demo/identity` signs it for any email: no real shop may.
 */
export function vouchFor({ database }: Shop, key: IdentityKey, email: string): string | null {
  const shopper = database.prepare("SELECT email FROM members WHERE email = ?").get(email);
  return shopper
    ? signIdentity({ identitySecret: key.secret, botId: key.botId, account: email })
    : null;
}
