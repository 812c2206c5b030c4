import { type Kysely, sql } from "kysely";
import type { BotSecrets } from "../model/bot.ts";
import { type MasterKey, openUnderMaster, sealUnderMaster } from "../secrets/master-key.ts";
import { isStorable } from "./is-storable.ts";
import { sealContext } from "./seal-context.ts";
import type { Rotation } from "./store.ts";
import type { Tables } from "./tables.ts";

type SecretKind = Tables["botSecrets"]["kind"];

/** A secret as it is stored: sealed for its bot and kind, so that it opens at every stage. */
export function currentSecret(
  masterKey: MasterKey,
  botId: string,
  kind: SecretKind,
  secret: string,
) {
  const sealed = sealUnderMaster(masterKey, secret, sealContext(botId, kind));
  return { botId, kind, stage: "current" as const, ...sealed };
}

/** The secrets of a bot that are valid now, or null where there is no such bot. */
export async function secretsOf(
  db: Kysely<Tables>,
  masterKey: MasterKey,
  botId: string,
): Promise<BotSecrets | null> {
  if (!isStorable(botId)) return null;
  const rows = await db
    .selectFrom("botSecrets")
    .select(["kind", "keyId", "sealed"])
    .where("botId", "=", botId)
    .where(sql<boolean>`(expires_at is null or expires_at > now())`)
    .orderBy("expiresAt", (order) => order.desc().nullsFirst())
    .execute();
  const read = (kind: SecretKind) =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => openUnderMaster(masterKey, row, sealContext(botId, kind)).toString());
  const signingSecrets = read("signing");
  if (signingSecrets.length === 0) return null;
  return { signingSecrets, identitySecrets: read("identity") };
}

/**
 * Puts a new identity secret in the place of the current one. The bot's row is locked first: of two
 * rotations at once the later one replaces the secret of the earlier one, and both serve.
 */
export function rotateIdentitySecret(
  db: Kysely<Tables>,
  masterKey: MasterKey,
  botId: string,
  secret: string,
  overlapS: number,
): Promise<Rotation | null> {
  return db.transaction().execute(async (transaction) => {
    const bots = transaction.selectFrom("bots").select("botId").where("botId", "=", botId);
    if (!(await bots.forNoKeyUpdate().executeTakeFirst())) return null;
    const endedEarly = await revokePreviousIdentitySecret(transaction, botId);
    const { previousUntil } = await transaction
      .updateTable("botSecrets")
      .set({
        stage: "previous",
        expiresAt: sql<Date>`now() + ${overlapS} * interval '1 second'`,
      })
      .where("botId", "=", botId)
      .where("kind", "=", "identity")
      .returning(sql<Date>`expires_at`.as("previousUntil"))
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto("botSecrets")
      .values(currentSecret(masterKey, botId, "identity", secret))
      .execute();
    return { previousUntil, endedEarly };
  });
}

/** Deletes the previous identity secret; returns whether one was still valid. */
export async function revokePreviousIdentitySecret(
  db: Kysely<Tables>,
  botId: string,
): Promise<boolean> {
  const revoked = await db
    .deleteFrom("botSecrets")
    .where("botId", "=", botId)
    .where("kind", "=", "identity")
    .where("stage", "=", "previous")
    .returning(sql<boolean>`expires_at > now()`.as("valid"))
    .executeTakeFirst();
  return revoked?.valid ?? false;
}
