import type { LinkRef } from "@meetbot/model/channel-link.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type {
  HeldTemplate,
  TemplateNews,
  TemplateRef,
} from "@meetbot/model/push/message-template.ts";
import { type Kysely, sql } from "kysely";
import type { Pool } from "pg";
import type { Tables } from "../../platform/postgres/tables.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { recordChange } from "../bots/audit.ts";
import { type BotStoreDeps, withLockedBot } from "../bots/locked-bot.ts";
import { findTemplateAddress } from "./template-address.ts";

/** The owner of the templates: the page or the like that is connected at the moment. */
export interface TemplatesOf extends LinkRef {
  /** The platform's id for the page or other account. */
  externalId: string;
}

/** A template, and since when it is so. */
export interface KeptTemplate extends HeldTemplate {
  updatedAt: Date;
}

interface TemplateDeps extends BotStoreDeps {
  pool: Pool;
  keys: ConversationKeys;
}

/** Accesses the stored state of our templates, as each platform last reported it. */
export function createMessageTemplates(deps: TemplateDeps) {
  const { db, pool, keys } = deps;
  return {
    /** Returns the same store, which records changes under this actor's name. */
    as: (actor: string): MessageTemplates => createMessageTemplates({ ...deps, actor }),
    list: (of: TemplatesOf): Promise<KeptTemplate[]> =>
      ownRows(db, of)
        .select(["name", "language", "externalId", "state", "reason", "updatedAt"])
        .orderBy("name")
        .orderBy("language")
        .execute(),
    /** Replaces the stored templates with those that the platform has now. */
    keepAll: (of: TemplatesOf, held: readonly HeldTemplate[]) =>
      db.transaction().execute((transaction) => keepAll(transaction, of, held)),
    /** Stores news that the platform sent on its own; ignores news older than the last. */
    tell: (of: TemplatesOf, news: readonly TemplateNews[]) => tell(db, of, news),
    /** Records that an operator published templates, and how many the platform now has. */
    recordPublished: (of: TemplatesOf, templates: number) =>
      record(deps, of, "templates_published", { templates }),
    /** An operator had one deleted. */
    async remove(of: TemplatesOf, { name, language }: TemplateRef): Promise<void> {
      await deletedRows(db, of, { name, language }).execute();
      await record(deps, of, "template_deleted", { name, language });
    },
    /** Returns the address for a conversation's template messages; `null` when there is none. */
    addressOf: (ref: ConversationRef) => findTemplateAddress(pool, keys, ref),
  };
}

export interface MessageTemplates extends ReturnType<typeof createMessageTemplates> {}

function ownRows(db: Kysely<Tables>, { botId, channel, externalId }: TemplatesOf) {
  return db
    .selectFrom("messageTemplates")
    .where("botId", "=", botId)
    .where("channel", "=", channel)
    .where("linkId", "=", externalId);
}

function deletedRows(db: Kysely<Tables>, of: TemplatesOf, { name, language }: TemplateRef) {
  return db
    .deleteFrom("messageTemplates")
    .where("botId", "=", of.botId)
    .where("channel", "=", of.channel)
    .where("linkId", "=", of.externalId)
    .where("name", "=", name)
    .where("language", "=", language);
}

/**
 * Whether the listing replaces the stored state. News that the platform sent about the same template is newer than a
 * `pending` in the listing.
 */
const isNewer = sql<boolean>`
  message_templates.external_id <> excluded.external_id
  or (message_templates.state, message_templates.reason) is distinct from (excluded.state, excluded.reason)
    and (excluded.state <> 'pending' or message_templates.told_at is null)`;

async function keepAll(
  db: Kysely<Tables>,
  of: TemplatesOf,
  held: readonly HeldTemplate[],
): Promise<void> {
  const { botId, channel, externalId: linkId } = of;
  // A link that was removed in the meantime has no templates.
  const link = await db
    .selectFrom("channelLinks")
    .select("externalId")
    .where("botId", "=", botId)
    .where("channel", "=", channel)
    .where("externalId", "=", linkId)
    .forKeyShare()
    .executeTakeFirst();
  if (!link) return;
  for (const known of await ownRows(db, of).select(["name", "language"]).execute()) {
    const isThere = held.some((one) => one.name === known.name && one.language === known.language);
    if (!isThere) await deletedRows(db, of, known).execute();
  }
  for (const { name, language, externalId, state, reason } of held) {
    await db
      .insertInto("messageTemplates")
      .values({ botId, channel, linkId, name, language, externalId, state, reason })
      .onConflict((conflict) =>
        conflict
          .columns(["botId", "channel", "linkId", "name", "language"])
          .doUpdateSet({ externalId, state, reason, updatedAt: sql<Date>`now()` })
          .where(isNewer),
      )
      .execute();
  }
}

/** Ignores news about an earlier, deleted template of the same name. */
async function tell(
  db: Kysely<Tables>,
  of: TemplatesOf,
  news: readonly TemplateNews[],
): Promise<void> {
  for (const { name, language, externalId, state, reason, atMs } of news) {
    const [botId, channel, linkId] = [of.botId, of.channel, of.externalId];
    const at = sql`to_timestamp(${atMs}::float8 / 1000)`;
    const meant = sql`
      bot_id = ${botId} and channel = ${channel} and link_id = ${linkId}
      and name = ${name} and language = ${language}
      and (${externalId}::text is null or external_id = ${externalId})
      and (told_at is null or ${at} is null or told_at <= ${at})`;
    if (state === "deleted") {
      await sql`delete from message_templates where ${meant}`.execute(db);
      continue;
    }
    const { numAffectedRows } = await sql`
      update message_templates
      set state = ${state}, reason = ${reason}, told_at = coalesce(${at}, told_at), updated_at = now()
      where ${meant}`.execute(db);
    if (numAffectedRows || externalId === null) continue;
    // The platform's verdict may arrive before its response to the creation is read.
    await sql`
      insert into message_templates
        (bot_id, channel, link_id, name, language, external_id, state, reason, told_at)
      select bot_id, channel, external_id, ${name}, ${language}, ${externalId}, ${state}, ${reason},
        coalesce(${at}, now())
      from channel_links
      where bot_id = ${botId} and channel = ${channel} and external_id = ${linkId}
      on conflict do nothing`.execute(db);
  }
}

async function record(
  deps: BotStoreDeps,
  { botId, channel, externalId }: TemplatesOf,
  action: "templates_published" | "template_deleted",
  detail: Record<string, unknown>,
): Promise<void> {
  await withLockedBot(deps, botId, (bot) =>
    recordChange(bot, action, { channel, page_id: externalId, ...detail }),
  );
}
