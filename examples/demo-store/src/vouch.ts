import { signIdentity } from "@meetbot/sdk";
import type { Shop } from "./shop.ts";

/** With what the shop vouches for its shoppers. */
export interface IdentityKey {
  botId: string;
  /** The bot's identity secret, as Meetbot showed it. */
  secret: string;
}

/**
 * Vouches for a shopper; `null`: there is none with this email. A real shop does this for whoever is
 * signed in, from the session alone: here anybody may be anybody, to try it out.
 */
export function vouchFor({ database }: Shop, key: IdentityKey, email: string): string | null {
  const shopper = database.prepare("SELECT email FROM shoppers WHERE email = ?").get(email);
  return shopper
    ? signIdentity({ identitySecret: key.secret, botId: key.botId, account: email })
    : null;
}
