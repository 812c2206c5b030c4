import type { Kysely } from "kysely";
import type { Bot, BotSecrets } from "../model/bot.ts";
import { type MasterKey, openUnderMaster, sealUnderMaster } from "../secrets/master-key.ts";
import { isStorable } from "./is-storable.ts";
import { sealContext } from "./seal-context.ts";
import type { BotShelf } from "./store.ts";
import type { Tables } from "./tables.ts";

const botColumns = [
  "botId as id",
  "name",
  "pageId",
  "endpoint",
  "policy",
  "numberAlone",
  "contact",
  "locale",
  "origins",
  "demo",
] as const;

/** Bots in the database; their secrets sealed under the master key. */
export function createBotShelf(db: Kysely<Tables>, masterKey: MasterKey): BotShelf {
  return {
    create: (bot, secrets) => createBot(db, masterKey, bot, secrets),
    list: () => db.selectFrom("bots").select(botColumns).orderBy("createdAt").execute(),
    find: (botId) => findBot(db, botId),
    change: (botId, changes) => changeBot(db, botId, changes),
    secretsOf: (botId) => secretsOf(db, masterKey, botId),
  };
}

async function createBot(
  db: Kysely<Tables>,
  masterKey: MasterKey,
  { id: botId, ...settings }: Bot,
  { signingSecret, identitySecret }: BotSecrets,
): Promise<void> {
  const secretRow = (kind: "signing" | "identity", secret: string) => ({
    botId,
    kind,
    stage: "current" as const,
    ...sealUnderMaster(masterKey, secret, sealContext(botId, kind)),
  });
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("bots")
      .values({ botId, ...settings })
      .execute();
    await transaction
      .insertInto("botSecrets")
      .values([secretRow("signing", signingSecret), secretRow("identity", identitySecret)])
      .execute();
  });
}

async function findBot(db: Kysely<Tables>, botId: string): Promise<Bot | null> {
  if (!isStorable(botId)) return null;
  const query = db.selectFrom("bots").select(botColumns).where("botId", "=", botId);
  return (await query.executeTakeFirst()) ?? null;
}

async function changeBot(
  db: Kysely<Tables>,
  botId: string,
  changes: Partial<Omit<Bot, "id" | "demo">>,
): Promise<Bot | null> {
  const query = db
    .updateTable("bots")
    // The id again, so that no change at all is a statement too.
    .set({ ...changes, botId })
    .where("botId", "=", botId)
    .returning(botColumns);
  return (await query.executeTakeFirst()) ?? null;
}

async function secretsOf(
  db: Kysely<Tables>,
  masterKey: MasterKey,
  botId: string,
): Promise<BotSecrets | null> {
  if (!isStorable(botId)) return null;
  const rows = await db
    .selectFrom("botSecrets")
    .select(["kind", "keyId", "sealed"])
    .where("botId", "=", botId)
    .where("stage", "=", "current")
    .execute();
  const read = (kind: "signing" | "identity") => {
    const row = rows.find((row) => row.kind === kind);
    return row && openUnderMaster(masterKey, row, sealContext(botId, kind)).toString();
  };
  const signingSecret = read("signing");
  const identitySecret = read("identity");
  return signingSecret && identitySecret ? { signingSecret, identitySecret } : null;
}
