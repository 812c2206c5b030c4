import type { Pool } from "pg";
import { isHintText } from "../../features/customer-updates/store/accept-push.ts";
import { isWanted, untold } from "../../features/customer-updates/store/claim-push-status.ts";

/** The maximum counted per kind: reading the backlog must not take the time needed to work it off. */
const maxCounted = 10_000;

/** Backups are searched for among this many of the latest entries of the operators' log. */
const latestEntries = 10_000;

/** The database is queried once in this time, however many clients read the metrics. */
const freshForMs = 5_000;

/** After this time, the metrics are returned without these figures. */
const withinMs = 2_000;

/** The number of waiting entries of one kind, and the age of the oldest. */
export interface Waiting {
  queue: keyof typeof queues;
  /** Of the outbox only. */
  channel: string | null;
  count: number;
  oldestS: number;
}

/** The work that waits in a database, for any node. */
export interface BacklogState {
  waiting: Waiting[];
  /** When the latest backup was made, in Unix seconds; `null` if the log of operators contains none. */
  backupAtS: number | null;
}

/** The waiting work, at most some seconds old. */
export interface Backlog {
  /** Returns the backlog; `null` if the database did not answer. */
  look(): Promise<BacklogState | null>;
}

const firstMessage = (after: string, direction: string) => `
  cross join lateral (
    select at as since from messages
    where bot_id = own.bot_id and conversation_id = own.conversation_id and seq > ${after}
      and direction = '${direction}'
    order by seq limit 1
  ) as message`;

/** In SQL, for each kind: when each entry started waiting, read through an index that holds only waiting entries. */
const queues = {
  mailbox: `
    since from conversations as own ${firstMessage("handled_seq", "in")}
    where due_at is not null order by due_at`,
  outbox: `
    channel, since from outboxes as own ${firstMessage("settled_seq", "out")}
    where send_at is not null order by send_at`,
  pushes: "accepted_at as since from pushes where resolve_at is not null order by resolve_at",
  push_states: `
    since from bots cross join lateral (
      select at as since from notifications
      where bot_id = bots.bot_id and ${untold} and state <> told_state and not ${isHintText}
        and at > now() - interval '1 day'
      limit ${maxCounted}
    ) as own where ${isWanted}`,
  // Leaves out held notifications, which wait for the right moment for their customer.
  notifications: `
    accepted_at as since from notifications as own join pushes using (bot_id, push_id)
    where due_at is not null and state <> 'held' order by due_at`,
  alerts: `
    at as since from alert_deliveries where send_at is not null
    order by bot_id, destination_id, event_id`,
  handoffs: `
    waiting_since as since from inbox_conversations where waiting_since is not null
    order by bot_id, waiting_since`,
};

const waitingText = Object.entries(queues)
  .map(([queue, rows]) => {
    const channel = queue === "outbox" ? "channel" : "null";
    return `
      select '${queue}' as queue, ${channel} as channel, count(*)::integer as count,
        greatest(extract(epoch from now() - min(since)), 0)::float8 as "oldestS"
      from (select ${rows} limit ${maxCounted}) as waiting
      ${queue === "outbox" ? "group by channel" : ""}`;
  })
  .join(" union all ");

const backupText = `
  select 'backup', null, 0, extract(epoch from max(at))::float8 from (
    select at, action from operator_audit order by at desc, entry desc limit ${latestEntries}
  ) as latest where action = 'backup_made'`;

const statement = {
  name: "backlog",
  query_timeout: withinMs,
  text: `${waitingText} union all ${backupText}`,
};

/** Returns a reader of the waiting work; it queries the database only on request. */
export function createBacklog(
  pool: Pick<Pool, "query">,
  now: () => number = () => performance.now(),
): Backlog {
  let [latest, begunAt]: [Promise<BacklogState | null> | null, number] = [null, 0];
  return {
    look() {
      if (!latest || now() - begunAt >= freshForMs) {
        begunAt = now();
        latest = within(read(pool));
      }
      return latest;
    },
  };
}

async function read(pool: Pick<Pool, "query">): Promise<BacklogState> {
  type Row = Omit<Waiting, "queue"> & { queue: string; oldestS: number | null };
  const { rows } = await pool.query<Row>(statement);
  const backup = rows.find(({ queue }) => queue === "backup");
  const waiting = rows.filter((row): row is Waiting & Row => row !== backup);
  return {
    waiting: waiting.map((one) => ({ ...one, oldestS: one.oldestS ?? 0 })),
    backupAtS: backup?.oldestS ?? null,
  };
}

/** The limit includes the wait for a connection: readers of the metrics have little time. */
function within<Result>(work: Promise<Result>): Promise<Result | null> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), withinMs);
    work.then(resolve, () => resolve(null)).finally(() => clearTimeout(late));
  });
}
