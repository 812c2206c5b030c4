import type { NewSecret, Rotation } from "@meetbot/model/bot/bot-secret.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import { recordChange } from "./audit.ts";
import { endSecrets, livingSecrets, retireCurrent, sealedSecret } from "./bot-secrets.ts";
import { type BotStoreDeps, type LockedBot, withLockedBot } from "./locked-bot.ts";

/**
 * Replaces a secret with a new one. Concurrent rotations run one after the other, because the bot is locked: the later
 * one sees the result of the earlier one, and is refused unless it is forced.
 */
export function rotateSecret(
  deps: BotStoreDeps,
  botId: string,
  input: NewSecret,
): Promise<Rotation | null> {
  return withLockedBot(deps, botId, async (bot) => {
    const { kind, secret, overlapS, force } = input;
    const living = (await livingSecrets(bot, botId)).filter((one) => one.kind === kind);
    const next = living.find(({ stage }) => stage === "next");
    const previous = living.find(({ stage }) => stage === "previous");
    const isFirst = living.length === 0;
    if (next && !force) return { outcome: "next_waits", since: next.createdAt };
    if (previous?.expiresAt && !force) {
      return { outcome: "previous_valid", until: previous.expiresAt };
    }
    // Includes a secret that has expired but is not swept yet.
    await endSecrets(bot, kind, ["next", "previous"]);
    const previousUntil = await place(bot, input, isFirst);
    const replaced = [next, previous].flatMap((one) => (one ? [one.fingerprint] : []));
    const overlap = isFirst ? {} : { overlap_s: overlapS };
    const detail = { kind, secret: fingerprintOf(secret), ...overlap, replaced };
    await recordChange(bot, "secret_rotated", detail);
    return { outcome: "rotated", replaced, previousUntil };
  });
}

/** A signing secret waits for its promotion; a secret with which the shop signs is valid at once. */
async function place(
  bot: LockedBot,
  { kind, secret, overlapS }: NewSecret,
  isFirst: boolean,
): Promise<Date | null> {
  const { db, keyRing, botId } = bot;
  const isSigning = kind === "signing";
  const until = isSigning || isFirst ? null : await retireCurrent(bot, kind, overlapS);
  const stage = isSigning ? "next" : "current";
  const row = sealedSecret(keyRing, botId, { kind, stage, secret });
  await db
    .insertInto("botSecrets")
    .values({ ...row, overlapS: isSigning ? overlapS : null })
    .execute();
  return until;
}
