import { randomUUID } from "node:crypto";
import {
  type CannedOutcome,
  type CannedReply,
  type CannedText,
  cannedLimits,
} from "@meetbot/model/desk/canned-reply.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import type { KeyRing } from "../../secrets/key-ring.ts";
import { recordChange } from "../bots/audit.ts";
import { type LockedBot, withLockedBot } from "../bots/locked-bot.ts";

const columns = [
  "replyId as id",
  "name",
  "locale",
  "text",
  "version",
  "updatedAt",
  "updatedBy",
] as const;

/** Stores the agents' canned replies: the shop's own words, which contain no customer data. */
export function createCannedReplies(
  db: Kysely<Tables>,
  keyRing: KeyRing,
  actor = "command line",
): CannedReplies {
  const change = async (
    botId: string,
    doing: (bot: LockedBot) => Promise<CannedOutcome>,
  ): Promise<CannedOutcome> =>
    (await withLockedBot({ db, keyRing, actor }, botId, doing)) ?? { outcome: "unknown" };
  return {
    as: (other) => createCannedReplies(db, keyRing, other),
    list: (botId) =>
      db
        .selectFrom("cannedReplies")
        .select(columns)
        .where("botId", "=", isStorable(botId) ? botId : "")
        .orderBy("name")
        .orderBy("locale")
        .execute(),
    create: (botId, text) => change(botId, (bot) => create(bot, text)),
    update: (botId, id, version, text) => change(botId, (bot) => update(bot, id, version, text)),
    remove: (botId, id, version) => change(botId, (bot) => remove(bot, id, version)),
  };
}

/** (A type that returns itself must be an interface.) */
export interface CannedReplies {
  /** Returns the same store, recording changes under this actor's name. */
  as(actor: string): CannedReplies;
  /** All of a bot, by name. */
  list(botId: string): Promise<CannedReply[]>;
  create(botId: string, text: CannedText): Promise<CannedOutcome>;
  /** Changes the version that was looked at, and no other. */
  update(botId: string, id: string, version: number, text: CannedText): Promise<CannedOutcome>;
  /** Deletes only the version that the caller saw; `saved` is the deleted reply. */
  remove(botId: string, id: string, version: number): Promise<CannedOutcome>;
}

/** The bot is locked, so nothing else changes its canned replies meanwhile. */
async function create(bot: LockedBot, text: CannedText): Promise<CannedOutcome> {
  const { db, botId, actor } = bot;
  const { count } = await db
    .selectFrom("cannedReplies")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("botId", "=", botId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= cannedLimits.replies) return { outcome: "too_many" };
  if (await isTaken(bot, text, null)) return { outcome: "name_taken" };
  const reply = await db
    .insertInto("cannedReplies")
    .values({ botId, replyId: randomUUID(), ...text, updatedBy: actor })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return saved(bot, reply);
}

async function update(
  bot: LockedBot,
  id: string,
  version: number,
  text: CannedText,
): Promise<CannedOutcome> {
  const { db, botId, actor } = bot;
  const known = await find(bot, id);
  if (!known) return { outcome: "unknown" };
  if (known.version !== version) return { outcome: "changed", reply: known };
  if (await isTaken(bot, text, id)) return { outcome: "name_taken" };
  const next = sql<number>`nextval('canned_reply_versions')`;
  const reply = await db
    .updateTable("cannedReplies")
    .set({ ...text, version: next, updatedAt: sql<Date>`now()`, updatedBy: actor })
    .where("botId", "=", botId)
    .where("replyId", "=", id)
    .returning(columns)
    .executeTakeFirstOrThrow();
  return saved(bot, reply);
}

async function remove(bot: LockedBot, id: string, version: number): Promise<CannedOutcome> {
  const { db, botId } = bot;
  const reply = await find(bot, id);
  if (!reply) return { outcome: "unknown" };
  if (reply.version !== version) return { outcome: "changed", reply };
  await db
    .deleteFrom("cannedReplies")
    .where("botId", "=", botId)
    .where("replyId", "=", id)
    .execute();
  await recordChange(bot, "canned_reply_deleted", factsOf(reply));
  return { outcome: "saved", reply };
}

async function saved(bot: LockedBot, reply: CannedReply): Promise<CannedOutcome> {
  await recordChange(bot, "canned_reply_written", factsOf(reply));
  return { outcome: "saved", reply };
}

const factsOf = ({ name, locale, version }: CannedReply) => ({ name, locale, version });

async function find({ db, botId }: LockedBot, id: string): Promise<CannedReply | undefined> {
  return db
    .selectFrom("cannedReplies")
    .select(columns)
    .where("botId", "=", botId)
    .where("replyId", "=", id)
    .executeTakeFirst();
}

async function isTaken(
  { db, botId }: LockedBot,
  { name, locale }: CannedText,
  own: string | null,
): Promise<boolean> {
  const others = await db
    .selectFrom("cannedReplies")
    .select("replyId")
    .where("botId", "=", botId)
    .where("locale", "=", locale)
    .where("name", "=", name)
    .execute();
  return others.some(({ replyId }) => replyId !== own);
}
