import { lastStatuses, subscriptionTimes } from "@meetbot/model/push/subscription.ts";

/** SQL condition on `judged`: whether its status is a last one, after which nothing follows. */
const isLast = `judged.status in (${lastStatuses.map((status) => `'${status}'`).join(", ")})`;

/**
 * A carrier that rescans a parcel on the same day does not move it a step back; after this many hours the scan is news.
 */
const rescanHours = 12;

/** From this rank on, a parcel's or an order's journey is over, even if a problem occurs afterwards. */
const endRank = 6;

/** A parcel's that travels back, whatever its carrier calls that. */
const backRank = 5;

/**
 * The status to store once a parcel travels back to its sender, though its carrier reports that in the words of the way
 * there.
 */
const effective = `
  case
    when known.leg = 1 and given.status = 'delivered' then 'returned'
    when given.status = 'picked_up' and (
      known.status = 'returning' or known.status = 'delivered' and known.kind = 'end'
      or known.kind = 'side' and known.rank >= ${endRank} and known.leg = 0
    ) then 'returning'
    else given.status
  end`;

/**
 * A status that the customer read on the screen has no moment of its own: a further one is news however late its
 * carrier sends it. A problem needs the shop's own answer that it is current.
 */
const isUnseen = `known.is_read and case when next.kind = 'side' then $11 <> 'push' else next.rank > known.rank end`;

/**
 * Never backwards, never twice: the verdict on a `given` status, where the conversation has a `known` one. In this
 * order: no update without consent, none twice, none older than the known status; after the end only a parcel's way
 * back, or that something was wrong with it; on the way back only its end; and on the way itself no stop before the
 * known one, unless something went wrong meanwhile or it is no re-scan. At the same moment, a problem outranks a stop
 * of the same rank. A status that a push advanced stays that push's to send, however often it is checked and whatever
 * became known silently since: so nothing is lost where it waits, or a node ends before it sends it. A shop whose
 * answer reported a problem ahead of its push knows of problems: one that it denies is over.
 */
const verdict = `
  case
    when not given.is_wanted then 'unsubscribed'
    when known.status is null then case when given.told = 'never' then 'noted' else 'told' end
    when known.push_id = $10 and given.told <> 'never' then 'told'
    when next.status = known.status and ($11 <> 'shop' or at.moment >= known.occurred_at) then 'repeated'
    when at.moment < known.occurred_at and not (${isUnseen}) then 'stale'
    when $11 = 'push' and next.kind = 'side' and known.told_ahead then 'stale'
    when at.moment = known.occurred_at
      and (next.rank, next.kind = 'side') <= (known.rank, known.kind = 'side') then 'stale'
    when known.leg = 1 and next.kind = 'way' then 'stale'
    when known.rank >= ${endRank} and given.rank <= known.rank
      and next.status not in ('returning', 'returned', 'exception')
      and not (known.kind = 'side' and next.kind = 'end') then 'stale'
    when next.kind <> 'way' then 'told'
    when known.kind = 'side' then case when given.told = 'never' then 'noted' else 'told' end
    when given.rank < known.rank
      and at.moment < known.occurred_at + interval '${rescanHours} hours' then 'stale'
    when given.told = 'never' then 'noted'
    when given.told = 'first' and given.rank >= known.rank and known.rank >= 2
      and not (known.status = 'customs' and known.push_id is null) then 'noted'
    else 'told'
  end`;

/** The status that was sent last is not sent again because a silent one came in between. */
const finalVerdict = `
  case when raw.verdict = 'told' and next.status = known.told_status
    and known.push_id is distinct from $10 then 'repeated' else raw.verdict end`;

/**
 * Checks a status and stores it, in one statement; the caller locks the conversation's row before. A subscription of an
 * order or a package ends a while after its last status was sent, and continues where another one follows. `$1` bot,
 * `$2` conversation, `$3` subject, `$4` status, `$5` kind, `$6` rank, `$7` told, `$8` moment, `$9` subscription, `$10`
 * push, `$11` source.
 */
export const judgeStatement = {
  name: "push-judge",
  text: `
    with given as (
      select $4::text as status, $5::text as kind, $6::integer as rank, $7::text as told,
        $8::timestamptz as occurred_at, exists (
          select from subscriptions
          where bot_id = $1 and subscription_id = $9 and ended_at is null
            and (ends_at is null or ends_at > now())
        ) as is_wanted
    ), judged as (
      select next.status, next.kind, next.rank, at.moment as occurred_at, ${finalVerdict} as verdict,
        (next.status in ('returning', 'returned'))::integer as leg
      from given
      left join parcel_progress as known
        on known.bot_id = $1 and known.conversation_id = $2 and known.subject = $3
      cross join lateral (select ${effective} as status) as named
      cross join lateral (
        select case when known.push_id = $10 then greatest(given.occurred_at, known.occurred_at)
          else given.occurred_at end as moment
      ) as at
      cross join lateral (
        select named.status, case
          when named.status = given.status then given.kind
          when named.status = 'returned' then 'end' else 'back'
        end as kind, case when named.status = 'returning' then ${backRank} else given.rank end as rank
      ) as next
      cross join lateral (select ${verdict} as verdict) as raw
    ), kept as (
      insert into parcel_progress as own
        (bot_id, conversation_id, subject, status, kind, rank, leg, occurred_at, push_id, told_status,
          told_ahead, is_read)
      select $1, $2, $3, status, kind, rank, leg, occurred_at,
        case when verdict = 'told' then $10 end, case when verdict = 'told' then status end,
        verdict = 'told' and kind = 'side' and $11 = 'shop', verdict = 'repeated'
      from judged where verdict in ('told', 'noted', 'repeated')
      on conflict (bot_id, conversation_id, subject) do update
      set status = excluded.status, kind = excluded.kind,
        rank = case when excluded.kind = 'side' then greatest(own.rank, excluded.rank) else excluded.rank end,
        leg = greatest(own.leg, excluded.leg),
        occurred_at = case when own.is_read and not excluded.is_read then excluded.occurred_at
          else greatest(own.occurred_at, excluded.occurred_at) end,
        is_read = own.is_read and excluded.is_read,
        push_id = coalesce(excluded.push_id, own.push_id),
        told_status = coalesce(excluded.told_status, own.told_status),
        told_ahead = own.told_ahead or excluded.told_ahead
    ), wanted as (
      update subscriptions as own
      set ends_at = case when ${isLast} then now() + interval '${subscriptionTimes.afterLastDays} days' end
      from judged
      where own.bot_id = $1 and own.subscription_id = $9 and own.ended_at is null
        and own.scope <> 'account' and judged.verdict = 'told'
    )
    select verdict, status from judged`,
};

/** The outcome of a status: sent, stored silently, or dropped. */
export type StatementVerdict = "told" | "noted" | "repeated" | "stale" | "unsubscribed";
