import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import type { Bot, BotSecrets } from "@meetbot/model/bot/bot.ts";
import { customerLocales } from "@meetbot/presentation";
import { newSecret } from "@meetbot/protocol";
import type { Bots } from "../../store/bots/bots.ts";

/** The demo bot's id, the same everywhere, so that `meetbot chat` finds the bot automatically. */
export const demoBotId = "bot_demo";

/** Returns the demo bot's push secret; creates one if an earlier version made the bot without it. */
export async function findOrCreatePushSecret(bots: Bots): Promise<string> {
  const [found] = await bots.pushSecrets(demoBotId);
  if (found !== undefined) return found;
  const secret = newSecret();
  await bots.rotateSecret(demoBotId, { kind: "push", secret, overlapS: 0, force: false });
  return secret;
}

/** The demo's bot as it was left, or a new one. */
export async function findOrCreateDemoBot(
  bots: Bots,
): Promise<{ bot: Bot; secrets: BotSecrets; created: boolean }> {
  const found = await bots.find(demoBotId);
  const foundSecrets = await bots.secretsOf(demoBotId);
  if (found && foundSecrets) return { bot: found, secrets: foundSecrets, created: false };
  const { bot, secrets: newSecrets } = newBot({
    id: demoBotId,
    name: "Meetbot Demo Shop",
    pageId: "231231232134111",
    endpoint: "http://127.0.0.1:4401/webhook",
    contact: "help@demo-shop.example",
    accent: "#a8321d",
    languages: [...customerLocales],
    demo: true,
  });
  await bots.create(bot, newSecrets);
  const { signingSecret, identitySecret } = newSecrets;
  const secrets = { signingSecrets: [signingSecret], identitySecrets: [identitySecret] };
  return { bot, secrets, created: true };
}
