import type { NamedSecret } from "@meetbot/conformance/signature/key-forms.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Bots } from "../../../store/bots/bots.ts";
import { ApiError, notFound } from "./api-error.ts";

/** Returns the bot that the path names. Throws an {@link ApiError} if it does not exist. */
export async function findBot(bots: Bots, botId: string): Promise<Bot> {
  const bot = await bots.find(botId);
  if (!bot) throw notFound("bot");
  return bot;
}

/** Returns the signing secret to test with. Throws an {@link ApiError} if the bot has none at that stage. */
export async function findSecret(
  bots: Bots,
  botId: string,
  stage: "current" | "next",
): Promise<string> {
  const secret = await bots.signingSecretAt(botId, stage);
  if (secret !== null) return secret;
  throw new ApiError(
    409,
    "no_such_secret",
    `The bot has no ${stage} signing secret. Make one on the keys page, or sign with the other.`,
  );
}

/**
 * Returns all secrets that a merchant may have at hand, starting with the `used` one. Throws like {@link findSecret}.
 */
export async function findAllSecrets(
  bots: Bots,
  botId: string,
  used: "current" | "next",
): Promise<NamedSecret[]> {
  const first = { name: used, secret: await findSecret(bots, botId, used) };
  const stages = (["current", "next", "previous"] as const).filter((stage) => stage !== used);
  const others = await Promise.all(
    stages.map(async (name) => ({ name, secret: await bots.signingSecretAt(botId, name) })),
  );
  const { identitySecrets = [] } = (await bots.secretsOf(botId)) ?? {};
  const pushSecrets = await bots.pushSecrets(botId);
  return [
    first,
    ...others.flatMap(({ name, secret }) => (secret === null ? [] : [{ name, secret }])),
    ...identitySecrets.map((secret) => ({ name: "identity" as const, secret })),
    ...pushSecrets.map((secret) => ({ name: "push" as const, secret })),
  ];
}
