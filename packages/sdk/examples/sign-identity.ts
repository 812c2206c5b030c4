import { signIdentity } from "@meetbot/sdk";

// Each time a page is made for a customer who is signed in; the account comes from the session.
const token = signIdentity({
  identitySecret: process.env.MEETBOT_IDENTITY_SECRET ?? "",
  botId: process.env.MEETBOT_BOT_ID ?? "",
  account: process.env.ACCOUNT ?? "",
});
console.log(token);
