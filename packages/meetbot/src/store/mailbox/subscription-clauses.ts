import { newsLimits } from "@meetbot/model/push/news-state.ts";
import type { NewSubscription } from "@meetbot/model/push/subscription.ts";
import { accountLookup } from "../../platform/sealing/account-lookup.ts";
import { newsLookup } from "../../platform/sealing/news-lookup.ts";
import { numberLookup } from "../../platform/sealing/number-lookup.ts";
import { sealJson } from "../../platform/sealing/sealed-json.ts";
import type { Clause, LookupKeys, TurnToCommit } from "./clause.ts";

/**
 * The status on the customer's screen was already true a while before: what the shop reports from within this time is
 * not news.
 */
const knownForMinutes = 15;

const own = (table: string) =>
  `${table}.bot_id = given.bot_id and ${table}.conversation_id = given.conversation_id`;

const newId = "'s_' || replace(gen_random_uuid()::text, '-', '')";

/** Returns the subscription that a turn begins, if any. */
function begun({ turn: { subscription } }: TurnToCommit): NewSubscription[] {
  return subscription?.kind === "begin" ? [subscription.subscription] : [];
}

/** A subject may be a number or an account: it is ended as whichever it is. */
function ends({ turn: { subscription: change } }: TurnToCommit, keys: LookupKeys): unknown[][] {
  if (change?.kind === "end") return [[change.by, null]];
  if (change?.kind !== "end_one") return [];
  const { by, subject } = change;
  return [
    [by, numberLookup(keys.number, subject)],
    [by, accountLookup(keys.account, subject)],
  ];
}

const isOnWayBack = (status: string) => status === "returning" || status === "returned";

/** What turns store about subscriptions, together with the turn itself. */
export const subscriptionClauses: Clause[] = [
  {
    // The conversation is locked, so no other turn of it counts at the same time.
    name: "subscribed",
    columns: {
      ...{ scope: "text", lookup: "bytea", sealed: "bytea", source: "text" },
      ...{ wording: "integer", locale: "text", zone: "text", channel: "text" },
    },
    rows: (committing, keys) => {
      const { key, lease, turn } = committing;
      const { locale, zone = null } = turn.state.dialog;
      return begun(committing).map(({ scope, subject, source, wording }) => {
        const lookup =
          scope === "account"
            ? accountLookup(keys.account, subject)
            : numberLookup(keys.number, subject);
        const sealed = sealJson(key, lease, "subscription", subject);
        return [scope, lookup, sealed, source, wording, locale, zone, lease.channel];
      });
    },
    text: `
      insert into subscriptions (bot_id, subscription_id, conversation_id, scope, lookup, sealed, source,
        wording, locale, zone, channel)
      select bot_id, ${newId}, conversation_id, scope, lookup, sealed, source, wording, locale, zone,
        channel
      from given
      where ${newsLimits.subscriptions} > (
        select count(*) from subscriptions as known where ${own("known")} and known.ended_at is null
      )
      on conflict do nothing`,
  },
  {
    name: "known",
    columns: { subject: "bytea", status: "text", kind: "text", rank: "integer", leg: "integer" },
    rows: (committing, keys) =>
      begun(committing)
        .flatMap(({ known }) => known)
        .map((one) => {
          const { status, kind, rank } = one;
          const leg = isOnWayBack(status) ? 1 : 0;
          return [newsLookup(keys.number, one), status, kind, rank, leg];
        }),
    text: `
      insert into parcel_progress (bot_id, conversation_id, subject, status, kind, rank, leg, occurred_at,
        is_read)
      select bot_id, conversation_id, subject, status, kind, rank, leg,
        now() - interval '${knownForMinutes} minutes', true from given
      on conflict do nothing`,
  },
  {
    // Restores the subscriptions that were ended together, with the consent originally given.
    name: "resubscribed",
    columns: {},
    rows: ({ turn: { subscription } }) => (subscription?.kind === "resume" ? [[]] : []),
    text: `
      insert into subscriptions (bot_id, subscription_id, conversation_id, scope, lookup, sealed, source,
        wording, locale, zone, channel)
      select last.bot_id, ${newId}, last.conversation_id, scope, lookup, sealed, source, wording, locale, zone,
        channel
      from given join subscriptions as last on ${own("last")}
      where ended_by in ('stop_word', 'choice') and ended_at = (
        select max(ended_at) from subscriptions as one
        where ${own("one")} and ended_by in ('stop_word', 'choice')
      )
      on conflict do nothing`,
  },
  {
    name: "unsubscribed",
    columns: { ended_by: "text", lookup: "bytea" },
    rows: ends,
    text: `
      update subscriptions as ending set ended_at = now(), ended_by = given.ended_by
      from given
      where ${own("ending")} and ending.ended_at is null
        and (given.lookup is null or given.lookup = ending.lookup)`,
  },
  {
    // Customer updates that wait are not sent, by an outside channel either; a node that is sending one finds another
    // fence.
    name: "untold",
    columns: { ended_by: "text", lookup: "bytea" },
    rows: ends,
    text: `
      update notifications as waiting
      set state = 'skipped', because = 'unsubscribed', due_at = null, fence = fence + 1, at = now()
      from given join subscriptions as ending on ${own("ending")}
      where ${own("waiting")} and waiting.subscription_id = ending.subscription_id
        and (waiting.state in ('accepted', 'held') or waiting.state = 'queued' and due_at is not null)
        and (given.lookup is null or given.lookup = ending.lookup)`,
  },
];
