import { signIdentity } from "@meetbot/sdk";

const { MEETBOT_IDENTITY_SECRET: identitySecret, MEETBOT_BOT_ID: botId } = process.env;
if (!identitySecret || !botId) throw new Error("Set MEETBOT_IDENTITY_SECRET and MEETBOT_BOT_ID.");

// For data-identity, each time you make a page for a customer who is signed in.
// Give it the account of your session, such as session.email, or a phone number as +8613812345678.
export function identityToken(account) {
  return signIdentity({ identitySecret, botId, account });
}
