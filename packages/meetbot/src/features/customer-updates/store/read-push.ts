import type {
  NotificationReason,
  NotificationState,
  NotificationWay,
  PushMethod,
} from "@meetbot/model/push/notification.ts";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { PushStoreDeps } from "./push-deps.ts";

/** The outcome of a push for one conversation. */
export interface ReadNotification {
  conversationId: string;
  channel: string;
  state: NotificationState;
  because: NotificationReason | null;
  way: NotificationWay | null;
  status: string | null;
  at: Date;
}

/** A push as it may be read back. */
export interface ReadPush {
  id: string;
  method: PushMethod;
  acceptedAt: Date;
  recipients: ReadNotification[];
}

/**
 * SQL expression on `own` for a notification's state: one sent into a conversation has the state of its turn's
 * messages, which the platform reports.
 */
export const notificationState = `
  case when own.way is distinct from 'chat' or own.state <> 'queued' then own.state else coalesce((
    select case
      when bool_or(reply.status = 'failed') then 'failed'
      when bool_and(reply.status in ('sent', 'unknown')) then 'sent'
    end
    from messages as event
    join messages as reply on reply.bot_id = event.bot_id
      and reply.conversation_id = event.conversation_id and reply.seq > event.seq
      and reply.direction = 'out' and reply.seq < coalesce((
        select min(seq) from messages as later
        where later.bot_id = event.bot_id and later.conversation_id = event.conversation_id
          and later.seq > event.seq and later.direction = 'in'
      ), 2147483647)
    where event.bot_id = own.bot_id and event.conversation_id = own.conversation_id
      and event.dedupe_key = 'news:' || own.push_id and event.direction = 'in'
  ), own.state) end`;

const readStatement = {
  name: "push-read",
  ...inTime,
  text: `
    select push_id as id, method, accepted_at as "acceptedAt", coalesce((
      select jsonb_agg(jsonb_build_object('conversationId', own.conversation_id,
        'channel', channel, 'state', ${notificationState}, 'because', own.because, 'way', own.way,
        'status', own.status, 'at', own.at) order by own.conversation_id)
      from notifications as own join conversations using (bot_id, conversation_id)
      where own.bot_id = pushes.bot_id and own.push_id = pushes.push_id
    ), '[]') as recipients
    from pushes where bot_id = $1 and push_id = $2`,
};

type Row = Omit<ReadPush, "recipients"> & {
  recipients: (Omit<ReadNotification, "at"> & { at: string })[];
};

/** Returns a push and its outcome; `null` if this bot has none with that id. */
export async function readPush(
  { pool }: Pick<PushStoreDeps, "pool">,
  botId: string,
  pushId: string,
): Promise<ReadPush | null> {
  const { rows } = await pool.query<Row>({ ...readStatement, values: [botId, pushId] });
  const [row] = rows;
  if (!row) return null;
  const recipients = row.recipients.map((one) => ({ ...one, at: new Date(one.at) }));
  return { ...row, recipients };
}
