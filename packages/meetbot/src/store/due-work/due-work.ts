import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { dueRows, type WorkKind } from "./work-kinds.ts";

/**
 * Work that customers wait for after a node died. A separate query checks it, on tables that every turn writes: a lock
 * on any other table does not delay it.
 */
const ofTurns: readonly WorkKind[] = ["turns", "sending"];

/** Milliseconds that a result stays valid. Turns are polled every 500 ms, and each poll runs its own query. */
const freshForMs = { turns: 100, others: 800 };

/** Checks whether there may be work of a kind, from any node. */
export interface DueWork {
  /** Returns `false` if there was none a moment ago. Rejects when the database is unreachable. */
  has(kind: WorkKind): Promise<boolean>;
}

const statementOf = (kinds: readonly WorkKind[]) => ({
  name: `due-work-${kinds[0]}`,
  ...inTime,
  text: kinds
    .flatMap((kind) =>
      // Not `exists`: that forgets in which order, and so by which index, the rows are looked for.
      dueRows[kind].map(
        (rows) => `select '${kind}' as kind where (select true from ${rows} limit 1)`,
      ),
    )
    .join(" union all "),
});

interface Look {
  begunAt: number;
  isUnderWay: boolean;
  found: Promise<ReadonlySet<string>>;
}

/** Checks many kinds of work with one query, so that an idle node queries three times a second. */
export function createDueWork(
  pool: Pick<Pool, "query">,
  now: () => number = () => performance.now(),
): DueWork {
  const kinds = Object.keys(dueRows) as WorkKind[];
  const others = kinds.filter((kind) => !ofTurns.includes(kind));
  const turns = createLook(pool, statementOf(ofTurns), freshForMs.turns, now);
  const rest = createLook(pool, statementOf(others), freshForMs.others, now);
  return { has: (kind) => (ofTurns.includes(kind) ? turns : rest).has(kind) };
}

function createLook(
  pool: Pick<Pool, "query">,
  statement: ReturnType<typeof statementOf>,
  freshForMs: number,
  now: () => number,
): DueWork {
  let latest: Look | null = null;
  const look = async () => {
    const { rows } = await pool.query<{ kind: string }>(statement);
    return new Set(rows.map(({ kind }) => kind));
  };
  const begin = (): Look => {
    const begun: Look = { begunAt: now(), isUnderWay: true, found: look() };
    begun.found.then(
      () => {
        begun.isUnderWay = false;
      },
      () => {
        // The next caller queries again.
        if (latest === begun) latest = null;
      },
    );
    return begun;
  };
  return {
    async has(kind) {
      const isFresh = latest && (latest.isUnderWay || now() - latest.begunAt < freshForMs);
      if (!latest || !isFresh) latest = begin();
      return (await latest.found).has(kind);
    },
  };
}
