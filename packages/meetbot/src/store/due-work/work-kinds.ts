import { staysOn } from "../desk/may-answer.ts";
import { uncounted } from "../waiting/waits.ts";

/**
 * SQL for each kind of work that nodes check for: it matches at least one row whenever the statements of that kind may
 * find work. Each check needs only the first row of an index, or a table of a few rows: all of them run every second,
 * whether anything happens or not.
 */
export const dueRows = {
  turns: ["conversations where due_at <= now() and (lease_until is null or lease_until < now())"],
  sending: ["outboxes where send_at <= now()"],
  // Events are passed on even if nobody subscribed to them.
  alerts: ["desk_events where not is_spread", "alert_deliveries where send_at <= now()"],
  webPush: ["desk_events where not is_spread", "web_pushes where send_at <= now()"],
  bridges: ["desk_events where not is_bridged", "bridge_conversations where due_at <= now()"],
  notifications: ["notifications where due_at <= now()", "notifications where state = 'held'"],
  parcelPushes: ["pushes where resolve_at <= now()"],
  // Status pushes to the shop have no row of their own: their statement looks for them, where any shop wants them.
  pushStatus: ["bots where push_status"],
  pictures: ["picture_fetches where due_at <= now()"],
  waits: [`inbox_conversations where ${uncounted} order by updated_at`],
  replyMails: [
    `inbox_conversations where person_seq is not null and person_at > now() - interval '1 day'
      order by person_at`,
  ],
  desk: [
    `agent_presence where is_on and seen_at <= now() - ${staysOn}`,
    "inbox_conversations where assigned_to is not null order by assigned_to",
    "inbox_conversations where waiting_since is not null order by bot_id",
    "conversations where held_by is not null",
  ],
  overdueWaits: ["conversations where holder = 'waiting'"],
} as const satisfies Record<string, readonly string[]>;

/** A kind of work that nodes check for at intervals. */
export type WorkKind = keyof typeof dueRows;
