import type { LogCursor, LogPage, PageRequest } from "@meetbot/model/log/log-page.ts";
import type {
  Followed,
  LivingTally,
  LoggedSubscription,
  SubscriptionFilter,
} from "@meetbot/model/push/push-log.ts";
import { isStorable } from "../../../platform/postgres/is-storable.ts";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { KeyColumns } from "../../../platform/sealing/conversation-keys.ts";
import { numberLookup } from "../../../platform/sealing/number-lookup.ts";
import { openJson } from "../../../platform/sealing/sealed-json.ts";
import { toPage } from "../../../store/logs/log-place.ts";
import { microsecondsOf, momentOf } from "./list-pushes.ts";
import type { PushStoreDeps } from "./push-deps.ts";

/** SQL condition on `wanted`: the subscription was not ended and has not expired. */
const isLiving = "wanted.ended_at is null and (wanted.ends_at is null or wanted.ends_at > now())";

/** The first condition is true of every row; the query needs it to use the index. */
const listStatement = {
  name: "subscription-list",
  ...inTime,
  text: `
    with page as materialized (
      select * from subscriptions as wanted
      where bot_id = $1 and created_at > '-infinity'
        and ($2::text is null or (${isLiving}) = ($2 = 'living'))
        and ($3::text is null or conversation_id = $3)
        and ($4::text is null or (created_at, subscription_id) < (${momentOf("$4")}, $5))
      order by created_at desc, subscription_id desc limit $6
    )
    select subscription_id as id, wanted.conversation_id as "conversationId",
      conversations.channel, scope, source, wording, wanted.locale, wanted.created_at as "createdAt",
      ends_at as "endsAt",
      case when ${isLiving} then null else coalesce(ended_at, ends_at) end as "endedAt",
      case when ${isLiving} then null else coalesce(ended_by, 'delivered') end as "endedBy",
      wanted.sealed, key_id as "keyId", sealed_key as "sealedKey",
      ${microsecondsOf("wanted.created_at")} as "atUs"
    from page as wanted join conversations using (bot_id, conversation_id)
    order by wanted.created_at desc, subscription_id desc`,
};

type Row = Omit<LoggedSubscription, "subject"> & KeyColumns & LogCursor & { sealed: Buffer };

/** Returns a page of current and past subscriptions, newest first. */
export async function listSubscriptions(
  { pool, keys }: Pick<PushStoreDeps, "pool" | "keys">,
  botId: string,
  { state, conversationId }: SubscriptionFilter,
  page: PageRequest,
): Promise<LogPage<LoggedSubscription>> {
  if (!isStorable(botId)) return { rows: [], next: null };
  const { below, limit } = page;
  const place = [below?.atUs ?? null, below?.id ?? null, limit + 1];
  const values = [botId, state ?? null, conversationId ?? null, ...place];
  const { rows } = await pool.query<Row>({ ...listStatement, values });
  return toPage(rows, page, ({ atUs, sealed, keyId, sealedKey, ...one }) => {
    const ref = { botId, conversationId: one.conversationId };
    const key = keys.from(ref, { keyId, sealedKey });
    return { ...one, subject: openJson<string>(key, ref, "subscription", sealed) };
  });
}

/** A node of the previous version omits the channel; the conversation's channel applies then. */
const countStatement = {
  name: "subscription-count",
  ...inTime,
  text: `
    select scope, source, coalesce(channel, (
        select own.channel from conversations as own
        where own.bot_id = wanted.bot_id and own.conversation_id = wanted.conversation_id
      )) as channel, count(*)::integer as subscriptions
    from subscriptions as wanted
    where bot_id = $1 and ${isLiving} group by 1, 2, 3 order by 4 desc, 1, 2, 3`,
};

/** Counts living subscriptions by scope, source and channel. */
export async function countLiving(
  { pool }: Pick<PushStoreDeps, "pool">,
  botId: string,
): Promise<LivingTally[]> {
  const { rows } = await pool.query<LivingTally>({ ...countStatement, values: [botId] });
  return rows;
}

const followsStatement = {
  name: "subscription-follows",
  ...inTime,
  text: `
    select exists (
      select from subscriptions as wanted where bot_id = $1 and lookup = $2 and ${isLiving}
    ) as follows`,
};

/** Checks whether anybody is subscribed to an order or a package. */
export async function isFollowed(
  { pool, lookups }: Pick<PushStoreDeps, "pool" | "lookups">,
  botId: string,
  number: string,
): Promise<boolean> {
  const lookupKey = (await lookups.of(botId))("number");
  const values = [botId, numberLookup(lookupKey, number)];
  const { rows } = await pool.query<{ follows: boolean }>({ ...followsStatement, values });
  return rows[0]?.follows ?? false;
}

/** Returns a conversation's current subscriptions, latest first. */
export async function followedBy(
  deps: Pick<PushStoreDeps, "pool" | "keys">,
  botId: string,
  conversationId: string,
): Promise<Followed[]> {
  const filter = { state: "living", conversationId } as const;
  const page = { limit: maxLookedAt, below: null };
  return (await listSubscriptions(deps, botId, filter, page)).rows;
}

/** More than a conversation may have. */
const maxLookedAt = 100;
