import type { Promotion, PromotionInput } from "@meetbot/model/bot/bot-secret.ts";
import { recordChange } from "./audit.ts";
import { endSecrets, installNext, livingSecrets, retireCurrent } from "./bot-secrets.ts";
import { type BotStoreDeps, withLockedBot } from "./locked-bot.ts";

/** Makes the next signing secret the current one, if the secret and the endpoint are the tested ones. */
export function promoteSecret(
  deps: BotStoreDeps,
  botId: string,
  { tested, overlapS }: PromotionInput,
): Promise<Promotion | null> {
  return withLockedBot(deps, botId, async (bot) => {
    const living = await livingSecrets(bot, botId);
    const next = living.find(({ stage }) => stage === "next");
    if (!next) return { outcome: "no_next" };
    const { fingerprint } = next;
    const isAsTested =
      tested === null ||
      (tested.secretFingerprint === fingerprint && tested.url === bot.was.endpoint);
    if (!isAsTested) return { outcome: "changed" };
    const overlap = overlapS ?? next.overlapS ?? 0;
    await endSecrets(bot, "signing", ["previous"]);
    const previousUntil = await retireCurrent(bot, "signing", overlap);
    await installNext(bot);
    const detail = { secret: fingerprint, overlap_s: overlap, tested: tested !== null };
    await recordChange(bot, "secret_promoted", detail);
    return { outcome: "promoted", fingerprint, previousUntil };
  });
}
