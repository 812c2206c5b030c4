import type { Kysely } from "kysely";
import type { Bot, NewBotSecrets } from "../model/bot.ts";
import { fingerprintOf } from "../secrets/fingerprint.ts";
import type { KeyRing } from "../secrets/key-ring.ts";
import { latestChanges, pageOfChanges, recordChange } from "./audit.ts";
import { botColumns } from "./bot-columns.ts";
import { livingSecrets, sealedSecret, secretsOf } from "./bot-secrets.ts";
import { changeBot } from "./change-bot.ts";
import { noteTest, testsOf } from "./endpoint-tests.ts";
import { isStorable } from "./is-storable.ts";
import { listSecrets } from "./list-secrets.ts";
import type { ShelfParts } from "./locked-bot.ts";
import { promoteSecret } from "./promote-secret.ts";
import { revokeSecret } from "./revoke-secret.ts";
import { rotateSecret } from "./rotate-secret.ts";
import type { BotShelf } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Bots in the database; their secrets sealed under a master key, their changes recorded. */
export function createBotShelf(
  db: Kysely<Tables>,
  keyRing: KeyRing,
  actor = "command line",
): BotShelf {
  const shelf: ShelfParts = { db, keyRing, actor };
  return {
    as: (other) => createBotShelf(db, keyRing, other),
    create: (bot, secrets) => createBot(shelf, bot, secrets),
    list: () => db.selectFrom("bots").select(botColumns).orderBy("createdAt").execute(),
    find: (botId) => findBot(db, botId),
    change: (botId, changes) => changeBot(shelf, botId, changes),
    delete: (botId) => deleteBot(db, botId),
    secretsOf: (botId) => secretsOf(shelf, botId),
    listSecrets: (botId) => listSecrets(shelf, botId),
    async signingSecretAt(botId, stage) {
      const living = await livingSecrets(shelf, botId);
      return living.find((one) => one.kind === "signing" && one.stage === stage)?.secret ?? null;
    },
    rotateSecret: (botId, order) => rotateSecret(shelf, botId, order),
    promoteSecret: (botId, order) => promoteSecret(shelf, botId, order),
    revokeSecret: (botId, order) => revokeSecret(shelf, botId, order),
    noteTest: (botId, noted) => noteTest(shelf, botId, noted),
    testsOf: (botId) => testsOf(shelf, botId),
    auditOf: (botId, limit) => latestChanges(db, botId, limit),
    auditPage: (botId, wish) => pageOfChanges(db, botId, wish),
  };
}

async function createBot(
  { db, keyRing, actor }: ShelfParts,
  { id: botId, ...settings }: Bot,
  { signingSecret, identitySecret }: NewBotSecrets,
): Promise<void> {
  const current = (kind: "signing" | "identity", secret: string) =>
    sealedSecret(keyRing, botId, { kind, stage: "current", secret });
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("bots")
      .values({ botId, ...settings })
      .execute();
    await transaction
      .insertInto("botSecrets")
      .values([current("signing", signingSecret), current("identity", identitySecret)])
      .execute();
    await recordChange({ db: transaction, botId, actor }, "bot_created", {
      endpoint: settings.endpoint,
      policy: settings.policy,
      number_alone: settings.numberAlone,
      signing_secret: fingerprintOf(signingSecret),
      identity_secret: fingerprintOf(identitySecret),
    });
  });
}

async function findBot(db: Kysely<Tables>, botId: string): Promise<Bot | null> {
  if (!isStorable(botId)) return null;
  const query = db.selectFrom("bots").select(botColumns).where("botId", "=", botId);
  return (await query.executeTakeFirst()) ?? null;
}

/** What belongs to a bot goes by its foreign keys. */
async function deleteBot(db: Kysely<Tables>, botId: string): Promise<boolean> {
  if (!isStorable(botId)) return false;
  const { numDeletedRows } = await db
    .deleteFrom("bots")
    .where("botId", "=", botId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
