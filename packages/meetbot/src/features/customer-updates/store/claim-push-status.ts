import type { NotificationReason, NotificationState } from "@meetbot/model/push/notification.ts";
import type { Pool } from "pg";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import { isHintText } from "./accept-push.ts";
import { notificationState } from "./read-push.ts";

/** Longer than one exchange with a shop can take. */
const leaseS = 30;

/** An older status is no news to a shop, whether it did not answer or did not want push statuses until now. */
const toldForHours = 24;

/** The progress of a notification, to send to its shop. */
export interface Telling {
  botId: string;
  pushId: string;
  conversationId: string;
  channel: string;
  state: NotificationState;
  because: NotificationReason | null;
  at: Date;
  tries: number;
  /** Whether the shop already knows this state; the notification may soon reach a further one. */
  isKnown: boolean;
}

/**
 * `told`: the shop has it. `refused`: the shop wants no push statuses at this endpoint. `afterMs`: the status is sent
 * or checked again after this time.
 */
export type TellingEnd =
  | { kind: "told" }
  | { kind: "refused"; endpoint: string }
  | { kind: "again"; afterMs: number };

/** The same condition as in the index `notifications_untold`. */
export const untold = `
  (told_state = 'accepted' and state <> 'accepted'
    or told_state in ('held', 'queued') and state not in ('accepted', 'held'))`;

/** In SQL: whether the bot's shop wants the status of its pushes. */
export const isWanted = "push_status and push_status_refused is distinct from endpoint";

const isNow = `
  ${untold} and told_due <= now() and not ${isHintText}
  and at > now() - interval '${toldForHours} hours'`;

const takeStatement = {
  name: "push-take-telling",
  ...inTime,
  text: `
    with due as materialized (
      select oldest.* from bots cross join lateral (
        select bot_id, push_id, conversation_id, told_due from notifications
        where bot_id = bots.bot_id and ${isNow}
        order by told_due limit 1 for no key update skip locked
      ) as oldest
      where ${isWanted}
      order by told_due limit 1
    ), own as (
      update notifications
      set told_due = now() + interval '${leaseS} seconds', told_tries = told_tries + 1
      from due where notifications.bot_id = due.bot_id and notifications.push_id = due.push_id
        and notifications.conversation_id = due.conversation_id
      returning notifications.*
    ), seen as (select own.*, ${notificationState} as reached from own)
    select bot_id as "botId", push_id as "pushId", conversation_id as "conversationId", channel,
      reached as state, because, at, told_tries - 1 as tries, reached = told_state as "isKnown"
    from seen join conversations using (bot_id, conversation_id)`,
};

/** Claims the push status that has been due the longest; `null` when none is due. */
export async function claimPushStatus(pool: Pool): Promise<Telling | null> {
  const { rows } = await pool.query<Telling>(takeStatement);
  return rows[0] ?? null;
}

const endStatement = {
  name: "push-end-telling",
  ...inTime,
  text: `
    update notifications
    set told_state = coalesce($4, told_state), told_tries = case when $4 is null then told_tries else 0 end,
      told_due = now() + $5::double precision * interval '1 ms'
    where bot_id = $1 and push_id = $2 and conversation_id = $3`,
};

const refuseStatement = {
  name: "push-refuse-telling",
  ...inTime,
  text: "update bots set push_status_refused = $2 where bot_id = $1 and endpoint = $2",
};

/** Stores the outcome of sending a push's status. If two nodes sent it, the shop received it twice. */
export async function endTelling(
  pool: Pool,
  { botId, pushId, conversationId, state }: Telling,
  end: TellingEnd,
): Promise<void> {
  if (end.kind === "refused") {
    await pool.query({ ...refuseStatement, values: [botId, end.endpoint] });
    return;
  }
  const told = end.kind === "told" ? state : null;
  const afterMs = end.kind === "told" ? 0 : end.afterMs;
  const values = [botId, pushId, conversationId, told, afterMs];
  await pool.query({ ...endStatement, values });
}
