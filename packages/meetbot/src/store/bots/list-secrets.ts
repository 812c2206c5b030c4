import type { SecretFacts } from "@meetbot/model/bot/bot-secret.ts";
import { livingSecrets } from "./bot-secrets.ts";
import { testsOf } from "./endpoint-tests.ts";
import type { BotStoreDeps } from "./locked-bot.ts";

/** Returns the valid secrets in a form that may be shown, and when the bot's endpoint last accepted each. */
export async function listSecrets(deps: BotStoreDeps, botId: string): Promise<SecretFacts[]> {
  const living = await livingSecrets(deps, botId);
  if (living.length === 0) return [];
  const bot = await deps.db
    .selectFrom("bots")
    .select("endpoint")
    .where("botId", "=", botId)
    .executeTakeFirst();
  const tests = await testsOf(deps, botId);
  return living.map(({ kind, stage, fingerprint, createdAt, expiresAt, overlapS }) => {
    const answered = tests.find(
      ({ secretFingerprint, url, test }) =>
        secretFingerprint === fingerprint && url === bot?.endpoint && test.echoed,
    );
    const testedAt = answered ? new Date(answered.test.at) : null;
    return { kind, stage, fingerprint, createdAt, endsAt: expiresAt, testedAt, overlapS };
  });
}
