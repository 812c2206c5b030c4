import type { Revocation, RevocationInput, SecretStage } from "@meetbot/model/bot/bot-secret.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import { recordChange } from "./audit.ts";
import { endSecrets, installNext, livingSecrets, sealedSecret } from "./bot-secrets.ts";
import { type BotStoreDeps, type LockedBot, withLockedBot } from "./locked-bot.ts";

/**
 * Revokes a secret at once. A bot always has a current secret: when that is revoked, the next one or the replacement
 * takes its place without an overlap.
 */
export function revokeSecret(
  deps: BotStoreDeps,
  botId: string,
  input: RevocationInput,
): Promise<Revocation | null> {
  return withLockedBot(deps, botId, async (bot) => {
    const { kind, stage, fingerprint } = input;
    const living = (await livingSecrets(bot, botId)).filter((one) => one.kind === kind);
    const stages: SecretStage[] = stage === "current" ? ["current", "previous"] : [stage];
    const ended = living
      .filter((one) => stages.includes(one.stage))
      .map(({ fingerprint }) => fingerprint);
    const isMeant = fingerprint === undefined || ended.includes(fingerprint);
    if (ended.length === 0 || !isMeant) return { outcome: "none" };
    await endSecrets(bot, kind, stages);
    const hasNext = living.some((one) => one.stage === "next");
    const current = stage === "current" ? await replaceCurrent(bot, input, hasNext) : "unchanged";
    const replacement = current === "replacement" ? fingerprintOf(input.replacement) : undefined;
    await recordChange(bot, "secret_revoked", { kind, stage, ended, current, replacement });
    return { outcome: "revoked", ended, current };
  });
}

async function replaceCurrent(
  bot: LockedBot,
  { kind, replacement }: RevocationInput,
  hasNext: boolean,
): Promise<"next" | "replacement"> {
  if (hasNext) {
    await installNext(bot);
    return "next";
  }
  const { db, keyRing, botId } = bot;
  const row = sealedSecret(keyRing, botId, { kind, stage: "current", secret: replacement });
  await db.insertInto("botSecrets").values(row).execute();
  return "replacement";
}
