import { outcomeGroups } from "@meetbot/model/delivery-outcomes.ts";
import type { Holder } from "@meetbot/model/desk/holder.ts";
import type {
  ConversationFilter,
  ConversationOutcome,
  LoggedConversation,
} from "@meetbot/model/log/conversation-log.ts";
import type { LogPage, PageRequest } from "@meetbot/model/log/log-page.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { isFailedText } from "../bots/failed-outcomes.ts";
import { isBelow, microseconds, toPage } from "./log-place.ts";

/** A conversation filter, with the account in its stored form. */
export type StoredFilter = Omit<ConversationFilter, "account"> & { lookup: Buffer | null };

/** A page of a bot's conversations, newest activity first. */
export async function listConversations(
  db: Kysely<Tables>,
  botId: string,
  filter: StoredFilter,
  page: PageRequest,
): Promise<LogPage<LoggedConversation>> {
  if (!isStorable(botId) || !isStorable(filter.id ?? "")) return { rows: [], next: null };
  // Reads only the index for skipped rows.
  const places = wanted(db, botId, filter)
    .select(["botId", "conversationId"])
    .$if(page.below !== null, (query) =>
      query.where(isBelow("activeAt", "conversationId", page.below!)),
    )
    .orderBy("activeAt", "desc")
    .orderBy("conversationId", "desc")
    .limit(page.limit + 1)
    .as("place");
  const rows = await db
    .selectFrom(places)
    .innerJoin("conversations", (join) =>
      join
        .onRef("conversations.botId", "=", "place.botId")
        .onRef("conversations.conversationId", "=", "place.conversationId"),
    )
    .select(["conversations.conversationId as id", "channel", "locale", "activeAt"])
    .select(["createdAt as startedAt", "asked", "answered"])
    .select(microseconds("activeAt").as("atUs"))
    .select(facts)
    .orderBy("activeAt", "desc")
    .orderBy("conversations.conversationId", "desc")
    .execute();
  return toPage(rows, page, ({ atUs, personAsked, lastOutcome, asked, answered, ...logged }) => ({
    ...logged,
    outcome: outcomeOf({ personAsked, lastOutcome, asked, answered }),
  }));
}

interface OutcomeFacts {
  personAsked: boolean;
  lastOutcome: Delivery["outcome"] | null;
  /** Stored in the conversation itself, so that it outlasts the deliveries. */
  asked: boolean;
  answered: boolean;
}

function outcomeOf({ personAsked, lastOutcome: last, ...was }: OutcomeFacts): ConversationOutcome {
  if (personAsked) return "person_asked";
  if (last === "answered" || (last === null && was.answered)) return "answered";
  if (last === null) return was.asked ? "forgotten" : "nothing_asked";
  return outcomeGroups[last] === "no" ? "not_found" : "shop_did_not_answer";
}

type Conversations = SelectQueryBuilder<Tables, "conversations", object>;

function wanted(db: Kysely<Tables>, botId: string, filter: StoredFilter): Conversations {
  const { id, lookup, channel, locale, personAsked, hasFailed, isDisliked, from, until } = filter;
  let query: Conversations = db.selectFrom("conversations").where("botId", "=", botId);
  // True of every row, but needed to match the list's index.
  query = query.where(sql<boolean>`active_at > '-infinity'`);
  if (id !== undefined) query = query.where("conversationId", "=", id);
  if (channel !== undefined) query = query.where("channel", "=", channel);
  if (locale) query = query.where("locale", "=", locale);
  if (from) query = query.where("activeAt", ">=", from);
  if (until) query = query.where("activeAt", "<", until);
  if (lookup) {
    query = query.where("conversationId", "in", (row) =>
      row
        .selectFrom("conversationAccounts")
        .select("conversationAccounts.conversationId")
        .where("conversationAccounts.botId", "=", botId)
        .where("lookup", "=", lookup),
    );
  }
  if (personAsked) {
    query = query.where("conversationId", "in", (row) =>
      row
        .selectFrom("personRequests")
        .select("personRequests.conversationId")
        .where("personRequests.botId", "=", botId),
    );
  }
  if (isDisliked) {
    query = query.where("conversationId", "in", (row) =>
      row
        .selectFrom("feedback")
        .select("feedback.conversationId")
        .where("feedback.botId", "=", botId)
        .where("value", "=", "down"),
    );
  }
  if (hasFailed) {
    query = query.where("conversationId", "in", (row) =>
      row
        .selectFrom("deliveries")
        .select("deliveries.conversationId")
        .where("deliveries.botId", "=", botId)
        .where(sql<boolean>`${sql.raw(isFailedText)}`)
        .where("replayOf", "is", null)
        .where("askedBy", "is", null),
    );
  }
  return query;
}

/**
 * Facts of one row, each found by an index: a page has few rows. `offset 0` separates the look-ups; otherwise
 * PostgreSQL would read the whole table for all rows together.
 */
const ofConversation = (table: string) =>
  `${table}.bot_id = conversations.bot_id and ${table}.conversation_id = conversations.conversation_id`;
const asked = `from deliveries where ${ofConversation("deliveries")} and replay_of is null
  and asked_by is null`;
const facts = [
  sql<number>`${sql.raw(`last_seq - (select count(*)::integer from messages
    where ${ofConversation("messages")} and seq = 1 and dedupe_key = 'start')`)}`.as("messages"),
  sql<number>`${sql.raw(`(select count(*)::integer ${asked})`)}`.as("deliveries"),
  sql<number>`${sql.raw(`(select count(*)::integer ${asked} and ${isFailedText})`)}`.as(
    "failedDeliveries",
  ),
  sql<Delivery["outcome"] | null>`${sql.raw(`(select outcome ${asked}
    order by started_at desc, delivery_id desc limit 1)`)}`.as("lastOutcome"),
  sql<boolean>`${sql.raw(`exists (select from person_requests
    where ${ofConversation("person_requests")} offset 0)`)}`.as("personAsked"),
  sql<Holder | null>`${sql.raw(`case when exists (select from inbox_conversations
    where ${ofConversation("inbox_conversations")} offset 0) then holder end`)}`.as("holder"),
  sql<LoggedConversation["heldBy"]>`${sql.raw(`case when held_by is not null then
    json_build_object('id', held_by, 'name', (select name from operators where id = held_by)) end`)}`.as(
    "heldBy",
  ),
] as const;
