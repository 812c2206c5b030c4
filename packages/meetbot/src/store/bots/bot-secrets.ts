import type { BotSecrets } from "@meetbot/model/bot/bot.ts";
import type { SecretKind, SecretStage } from "@meetbot/model/bot/bot-secret.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { sealContext } from "../../platform/sealing/seal-context.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import { type KeyRing, openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";
import type { BotStoreDeps, LockedBot } from "./locked-bot.ts";

/** A secret that lives, opened. */
export interface LivingSecret {
  kind: SecretKind;
  stage: SecretStage;
  secret: string;
  fingerprint: string;
  createdAt: Date;
  expiresAt: Date | null;
  overlapS: number | null;
}

/** A secret as it is stored: sealed for its bot and kind, so that it opens at every stage. */
export function sealedSecret(
  keyRing: KeyRing,
  botId: string,
  { kind, stage, secret }: Pick<LivingSecret, "kind" | "stage" | "secret">,
) {
  const sealed = sealUnderMaster(keyRing, secret, sealContext(botId, kind));
  return { botId, kind, stage, ...sealed };
}

/** The secrets of a bot that live now: of each kind the current one first, the previous one last. */
export async function livingSecrets(
  { db, keyRing }: Pick<BotStoreDeps, "keyRing"> & { db: Kysely<Tables> },
  botId: string,
): Promise<LivingSecret[]> {
  if (!isStorable(botId)) return [];
  const rows = await db
    .selectFrom("botSecrets")
    .select(["kind", "stage", "keyId", "sealed", "createdAt", "expiresAt", "overlapS"])
    .where("botId", "=", botId)
    .where(sql<boolean>`(expires_at is null or expires_at > now())`)
    .orderBy(sql`array_position(array['signing', 'identity', 'push'], kind)`)
    .orderBy(sql`array_position(array['current', 'next', 'previous'], stage)`)
    .execute();
  return rows.map(({ keyId, sealed, ...row }) => {
    const context = sealContext(botId, row.kind);
    const secret = openUnderMaster(keyRing, { keyId, sealed }, context).toString();
    return { ...row, secret, fingerprint: fingerprintOf(secret) };
  });
}

/** Returns the secrets of a bot that are valid now, or `null` if the bot does not exist. */
export async function secretsOf(deps: BotStoreDeps, botId: string): Promise<BotSecrets | null> {
  const living = await livingSecrets(deps, botId);
  if (living.length === 0) return null;
  const of = (kind: SecretKind) =>
    living.filter((secret) => secret.kind === kind).map(({ secret }) => secret);
  return { signingSecrets: of("signing"), identitySecrets: of("identity") };
}

/**
 * Returns the secrets that may sign a bot's pushes now, newest first: the current one, and the previous one until it
 * expires. Empty when there is no secret yet or no such bot.
 */
export async function pushSecrets(deps: BotStoreDeps, botId: string): Promise<string[]> {
  const living = await livingSecrets(deps, botId);
  return living.filter(({ kind }) => kind === "push").map(({ secret }) => secret);
}

/** Deletes secrets of a bot. */
export async function endSecrets(
  { db, botId }: LockedBot,
  kind: SecretKind,
  stages: SecretStage[],
): Promise<void> {
  await db
    .deleteFrom("botSecrets")
    .where("botId", "=", botId)
    .where("kind", "=", kind)
    .where("stage", "in", stages)
    .execute();
}

/** Makes the current secret the previous one, and returns when it ends. There must be no previous secret yet. */
export async function retireCurrent(
  { db, botId }: LockedBot,
  kind: SecretKind,
  overlapS: number,
): Promise<Date> {
  const { until } = await db
    .updateTable("botSecrets")
    .set({ stage: "previous", expiresAt: sql<Date>`now() + ${overlapS} * interval '1 second'` })
    .where("botId", "=", botId)
    .where("kind", "=", kind)
    .where("stage", "=", "current")
    .returning(sql<Date>`expires_at`.as("until"))
    .executeTakeFirstOrThrow();
  return until;
}

/** Makes the next signing secret the current one. There must be no current secret. */
export async function installNext({ db, botId }: LockedBot): Promise<void> {
  await db
    .updateTable("botSecrets")
    .set({ stage: "current", overlapS: null })
    .where("botId", "=", botId)
    .where("kind", "=", "signing")
    .where("stage", "=", "next")
    .execute();
}
