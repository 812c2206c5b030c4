import { Pool } from "pg";
import { eventually } from "../fixtures/eventually.ts";
import type { Scope } from "../fixtures/machine.ts";

const pollEveryMs = 500;
/** Twice an echo's time, and that of a call that hangs. */
const drainedWithinMs = 180_000;

/** What waits to be sent, looked at and hurried from outside of all nodes. */
export interface WatchedOutbox {
  /** Resolves once nothing waits. */
  drained(): Promise<void>;
}

/**
 * With `hurriedAfterMs` a part waits no longer than that for its echo: an experiment has not 60
 * seconds for each. No call is alive any more by then, as long as calls take less and nodes stand
 * still for less.
 */
export function watchOutbox(
  scope: Scope,
  databaseUrl: string,
  { hurriedAfterMs }: { hurriedAfterMs: number | null },
): WatchedOutbox {
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  // Its database is taken away under it; the next statement connects anew.
  pool.on("error", () => {});
  const seenAtMs = new Map<string, number>();
  const hurry = async (afterMs: number): Promise<void> => {
    const { rows } = await pool.query<{ id: string; fence: number }>(waitingText);
    for (const { id, fence } of rows) {
      const attempt = `${id}/${fence}`;
      const seenAt = seenAtMs.get(attempt) ?? Date.now();
      seenAtMs.set(attempt, seenAt);
      if (Date.now() - seenAt >= afterMs) await pool.query(hurryText, [id, fence]);
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

  let draining: Promise<void> | null = null;
  return {
    drained() {
      draining ??= eventually(drainedWithinMs, async () => {
        if (isOver) return;
        const { rows } = await pool.query("select 1 from outboxes where send_at is not null");
        if (rows.length > 0) throw new Error(`${rows.length} conversations have something to send`);
      });
      return draining;
    },
  };
}

/** An attempt is named by the fence under which it was made. */
const waitingText = `
  select conversation_id as id, fence from outboxes
  where send_at > now() + interval '1 second'`;

const hurryText = `
  update outboxes set send_at = now()
  where conversation_id = $1 and fence = $2 and send_at > now()`;
