import type { Kysely } from "kysely";
import type { Bot, NewBotSecrets } from "../model/bot.ts";
import type { MasterKey } from "../secrets/master-key.ts";
import {
  currentSecret,
  revokePreviousIdentitySecret,
  rotateIdentitySecret,
  secretsOf,
} from "./bot-secrets.ts";
import { isStorable } from "./is-storable.ts";
import type { BotShelf } from "./store.ts";
import type { Tables } from "./tables.ts";

const botColumns = [
  "botId as id",
  "name",
  "pageId",
  "endpoint",
  "policy",
  "numberAlone",
  "orderNumberFormat",
  "contact",
  "accent",
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
    rotateIdentitySecret: (botId, secret, overlapS) =>
      rotateIdentitySecret(db, masterKey, botId, secret, overlapS),
    revokePreviousIdentitySecret: (botId) => revokePreviousIdentitySecret(db, botId),
  };
}

async function createBot(
  db: Kysely<Tables>,
  masterKey: MasterKey,
  { id: botId, ...settings }: Bot,
  { signingSecret, identitySecret }: NewBotSecrets,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("bots")
      .values({ botId, ...settings })
      .execute();
    await transaction
      .insertInto("botSecrets")
      .values([
        currentSecret(masterKey, botId, "signing", signingSecret),
        currentSecret(masterKey, botId, "identity", identitySecret),
      ])
      .execute();
  });
}

async function findBot(db: Kysely<Tables>, botId: string): Promise<Bot | null> {
  if (!isStorable(botId)) return null;
  const query = db.selectFrom("bots").select(botColumns).where("botId", "=", botId);
  return (await query.executeTakeFirst()) ?? null;
}

/** Nothing is known of how another endpoint is doing. */
const newEndpoint = { failingSince: null, timesFailed: 0, stoppedAt: null, stoppedFor: null };

async function changeBot(
  db: Kysely<Tables>,
  botId: string,
  changes: Partial<Omit<Bot, "id" | "demo">>,
): Promise<Bot | null> {
  const query = db
    .updateTable("bots")
    // The id again, so that no change at all is a statement too.
    .set({ ...changes, botId, ...(changes.endpoint !== undefined && newEndpoint) })
    .where("botId", "=", botId)
    .returning(botColumns);
  return (await query.executeTakeFirst()) ?? null;
}
