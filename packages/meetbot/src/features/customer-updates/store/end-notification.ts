import type {
  NotificationReason,
  NotificationState,
  NotificationWay,
} from "@meetbot/model/push/notification.ts";
import type { Pool } from "pg";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { NotificationLease } from "./claim-notification.ts";

/**
 * What happens next to a claimed notification. `afterMs`: it is claimed again after this time; null: not automatically.
 */
export interface NotificationEnd {
  state: NotificationState;
  because?: NotificationReason | null;
  way?: NotificationWay;
  /** The status that was sent, in Meetbot's words. */
  status?: string;
  afterMs?: number | null;
  /** Whether this was a failed attempt. */
  isTry?: boolean;
}

const endStatement = {
  name: "push-end",
  ...inTime,
  text: `
    update notifications
    set state = $5, because = $6, way = coalesce($7, way), status = coalesce($8, status),
      due_at = now() + $9::double precision * interval '1 ms', tries = tries + $10, at = now()
    where bot_id = $1 and push_id = $2 and conversation_id = $3 and fence = $4
      and due_at is not null`,
};

/**
 * Records the outcome of a notification. False when somebody else has the lease by now, or nobody wants the update any
 * longer.
 */
export async function endNotification(
  pool: Pool,
  { botId, pushId, conversationId, fence }: NotificationLease,
  { state, because = null, way, status, afterMs = null, isTry = false }: NotificationEnd,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    ...endStatement,
    values: [
      ...[botId, pushId, conversationId, fence, state, because, way ?? null, status ?? null],
      ...[afterMs, isTry ? 1 : 0],
    ],
  });
  return rowCount === 1;
}
