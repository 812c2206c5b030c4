import type { Pool } from "pg";
import { inTime } from "../postgres/statement-time.ts";
import { dueRows, type WorkKind } from "./work-kinds.ts";

/**
 * What customers wait for where a node died is looked for anew, twice a second, by one look for both kinds. All
 * others go by what those found last.
 */
const freshForMs = (kind: WorkKind) => (kind === "turns" || kind === "sending" ? 100 : 600);

/** Says whether there may be work of a kind, whichever node put it there. */
export interface DueWork {
  /** False: there was none a moment ago. Rejects where the database is away. */
  has(kind: WorkKind): Promise<boolean>;
}

const lookStatement = {
  name: "due-work",
  ...inTime,
  text: Object.entries(dueRows)
    .flatMap(([kind, places]) =>
      // Not `exists`: that forgets in which order, and so by which index, the rows are looked for.
      places.map((rows) => `select '${kind}' as kind where (select true from ${rows} limit 1)`),
    )
    .join(" union all "),
};

interface Look {
  begunAt: number;
  isUnderWay: boolean;
  found: Promise<ReadonlySet<string>>;
}

/** One look for all kinds of work together, so that a node on which nothing happens asks twice a second. */
export function createDueWork(
  pool: Pick<Pool, "query">,
  now: () => number = () => performance.now(),
): DueWork {
  let latest: Look | null = null;
  const look = async () => {
    const { rows } = await pool.query<{ kind: string }>(lookStatement);
    return new Set(rows.map(({ kind }) => kind));
  };
  const begin = (): Look => {
    const begun: Look = { begunAt: now(), isUnderWay: true, found: look() };
    begun.found.then(
      () => {
        begun.isUnderWay = false;
      },
      () => {
        // Whoever asks next looks for itself.
        if (latest === begun) latest = null;
      },
    );
    return begun;
  };
  return {
    async has(kind) {
      const isFresh = latest && (latest.isUnderWay || now() - latest.begunAt < freshForMs(kind));
      if (!latest || !isFresh) latest = begin();
      return (await latest.found).has(kind);
    },
  };
}
