import { Pool } from "pg";
import { eventually } from "../fixtures/eventually.ts";
import type { CgroupScope } from "../fixtures/machine.ts";

const pollEveryMs = 500;
/** Twice an echo's time, that of a call that hangs, and a busy machine. */
const drainedWithinMs = 600_000;
/** Longer than a request to a shop or to an alert's receiver takes here. */
const shortMs = 3_000;

/** What waits in the database, read and hurried from outside of all nodes. */
export interface WatchedQueues {
  /** Resolves once no channel has anything left to send. */
  outboxDrained(): Promise<void>;
  /** Resolves once alerts and letters to the desk have been sent too. */
  allDrained(): Promise<void>;
  /** From now on no lease ends early. */
  leaveLeases(): void;
  /** Rows of a statement. */
  read(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

interface Lease {
  /** `id` and `fence` of what is leased, or waits for its echo. */
  held: string;
  /** Ends the lease `$1` if its fence is still `$2`. */
  end: string;
  /** A lease that was seen for so long, with the same fence, is of a dead node. */
  afterMs: (outboxMs: number) => number;
}

/**
 * Leases of killed nodes last from 15 to 60 seconds: an experiment has no time for that. What no node works on any
 * more is ended early, as long as calls take less than `afterMs` and nodes stand still for less.
 */
const leases: Lease[] = [
  {
    held: `select conversation_id as id, fence from outboxes
      where send_at > now() + interval '1 second'`,
    end: `update outboxes set send_at = now()
      where conversation_id = $1 and fence = $2 and send_at > now()`,
    afterMs: (outboxMs) => outboxMs,
  },
  {
    held: "select conversation_id as id, fence from bridge_conversations where leased_until > now()",
    end: "update bridge_conversations set leased_until = now() where conversation_id = $1 and fence = $2",
    afterMs: (outboxMs) => outboxMs,
  },
  {
    held: "select destination_id as id, fence from alert_destinations where leased_until > now()",
    end: "update alert_destinations set leased_until = now() where destination_id = $1 and fence = $2",
    afterMs: () => shortMs,
  },
  {
    // A fence lets only one node tell it: ended too early, it is not told twice.
    held: `select push_id || '/' || conversation_id as id, fence from notifications
      where due_at > now() + interval '1 second'`,
    end: `update notifications set due_at = now()
      where push_id || '/' || conversation_id = $1 and fence = $2 and due_at > now()`,
    afterMs: () => shortMs,
  },
];

/** A desk's letter waits half a minute for more words. */
const sendLetters =
  "update bridge_conversations set rests_until = null where rests_until > now() and due_at is not null";

const unsent = "select from outboxes where send_at is not null";
const untold = `
  select 1 where exists (select from alert_deliveries where send_at is not null)
    or exists (select from desk_events where not is_spread or not is_bridged)
    or exists (select from bridge_conversations where due_at is not null)`;

/** With `hurriedAfterMs` leases of dead nodes end after so long; `null`: all run as they do in production. */
export function watchQueues(
  scope: CgroupScope,
  databaseUrl: string,
  { hurriedAfterMs }: { hurriedAfterMs: number | null },
): WatchedQueues {
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  // Its database is taken away under it; the next statement connects anew.
  pool.on("error", () => {});
  const seenAtMs = new Map<string, number>();
  let leavesLeases = false;
  const hurry = async (outboxMs: number): Promise<void> => {
    await pool.query(sendLetters);
    if (leavesLeases) return;
    for (const [nth, { held, end, afterMs }] of leases.entries()) {
      const { rows } = await pool.query<{ id: string; fence: number }>(held);
      for (const { id, fence } of rows) {
        const attempt = `${nth}/${id}/${fence}`;
        const seenAt = seenAtMs.get(attempt) ?? Date.now();
        seenAtMs.set(attempt, seenAt);
        if (Date.now() - seenAt >= afterMs(outboxMs)) await pool.query(end, [id, fence]);
      }
    }
  };
  let isOver = false;
  let hurrying: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    if (hurriedAfterMs === null) return;
    hurrying = hurrying.then(() => hurry(hurriedAfterMs)).catch(() => {});
  }, pollEveryMs);
  scope.after(async () => {
    isOver = true;
    clearInterval(timer);
    await hurrying;
    await pool.end();
  });
  const drained = (...texts: string[]) =>
    eventually(drainedWithinMs, async () => {
      for (const text of isOver ? [] : texts) {
        const { rows } = await pool.query(text);
        if (rows.length > 0) throw new Error(`${rows.length} rows: ${text}`);
      }
    });

  let draining: Promise<void> | null = null;
  return {
    outboxDrained: () => {
      draining ??= drained(unsent);
      return draining;
    },
    allDrained: () => drained(unsent, untold),
    leaveLeases() {
      leavesLeases = true;
    },
    read: async (text, values = []) => (await pool.query(text, values)).rows,
  };
}
