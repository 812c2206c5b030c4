import type { BridgeStop, DeskPlace, ReportedHolder } from "@meetbot/model/bridge/bridge.ts";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "../../../platform/postgres/tables.ts";
import type { BridgeLease } from "./bridge-lease.ts";

/** While a desk accepts nothing, the pause between tries grows up to this limit. */
const maxRestS = 60;

/** After this long without success, Meetbot stops sending there. */
const failingHours = 24;

/** How often a success is recorded. */
const notedEvery = "interval '1 minute'";

/** The desk's progress so far; an absent field is unchanged. */
export interface Progress {
  place?: DeskPlace;
  isIntroduced?: boolean;
  toldSeq?: number;
  toldHolder?: ReportedHolder;
  owesNote?: null;
}

/** The outcome of sending to a desk. */
export type BridgeRecord =
  /** The desk has all that there was; Meetbot sends nothing else for `restMs`. */
  | { kind: "told"; isOpen: boolean; isMore: boolean; restMs: number }
  /** The desk failed: no conversation can be delivered. */
  | { kind: "failed"; problem: string }
  /** Of this conversation alone. `isGone`: what Meetbot opened there no longer exists. */
  | { kind: "refused"; problem: string; afterMs: number; isGone: boolean }
  | { kind: "rest"; problem: string; restMs: number }
  | { kind: "gone"; problem: string };

const inMs = (ms: number) => sql<Date>`now() + ${ms}::float8 * interval '1 ms'`;

type Held = Pick<BridgeLease, "botId" | "conversationId" | "fence">;

function ofLease(db: Kysely<Tables>, { botId, conversationId, fence }: Held) {
  return db
    .updateTable("bridgeConversations")
    .where("botId", "=", botId)
    .where("conversationId", "=", conversationId)
    .where("fence", "=", fence);
}

/** Stores the result of a call and extends the lease. Returns false if another node holds the lease. */
export async function advance(
  db: Kysely<Tables>,
  lease: Held,
  { place, ...progress }: Progress,
  leaseMs: number,
): Promise<boolean> {
  const where = place && { place: sql<DeskPlace>`${JSON.stringify(place)}::jsonb` };
  const { numUpdatedRows } = await ofLease(db, lease)
    .set({ ...progress, ...where, leasedUntil: inMs(leaseMs) })
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  await db
    .updateTable("bridges")
    .set({ failures: 0, failingSince: null, problem: null, lastDoneAt: sql<Date>`now()` })
    .set({ nextAt: sql<Date>`now()` })
    .where("botId", "=", lease.botId)
    .where(
      sql<boolean>`failures > 0 or last_done_at is null or last_done_at < now() - ${sql.raw(notedEvery)}`,
    )
    .execute();
  return true;
}

/** Releases a lease and records its result. */
export async function endUnder(
  db: Transaction<Tables>,
  lease: Held & Pick<BridgeLease, "stirs">,
  how: BridgeRecord,
): Promise<{ stopped: BridgeStop | null } | null> {
  const { numUpdatedRows } = await ofLease(db, lease)
    .set(conversationColumns(lease, how))
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return null;
  const columns = bridgeColumns(how);
  if (!columns) return { stopped: null };
  const changed = await db
    .updateTable("bridges")
    .set(columns)
    .where("botId", "=", lease.botId)
    .returning("stoppedFor")
    .executeTakeFirst();
  return { stopped: changed?.stoppedFor ?? null };
}

/** What happened while Meetbot sent to the desk is still due. */
function conversationColumns({ stirs }: Pick<BridgeLease, "stirs">, how: BridgeRecord) {
  const free = { leasedUntil: null };
  switch (how.kind) {
    case "told": {
      const { isOpen, isMore, restMs } = how;
      const dueAt = isMore
        ? sql<Date>`now()`
        : sql<Date | null>`case when stirs = ${stirs} then null else now() end`;
      const isStillOpen = sql<boolean>`${isOpen} or stirs <> ${stirs}`;
      const known = { tries: 0, problem: null, isOpen: isStillOpen };
      return { ...free, ...known, dueAt, restsUntil: restMs > 0 ? inMs(restMs) : null };
    }
    case "refused": {
      const anew = { place: null, isIntroduced: false, toldHolder: null };
      const again = { dueAt: inMs(how.afterMs), problem: how.problem };
      return { ...free, ...again, tries: sql<number>`tries + 1`, ...(how.isGone && anew) };
    }
    case "failed":
    case "rest":
    case "gone":
      return { ...free, problem: how.problem };
  }
}

function bridgeColumns(how: BridgeRecord) {
  switch (how.kind) {
    case "told":
      return null;
    case "refused":
      return { problem: how.problem };
    case "rest":
      return { nextAt: inMs(how.restMs), problem: how.problem };
    case "gone":
      return { ...stoppedColumns("gone"), problem: how.problem };
    case "failed": {
      const isLong = sql`failing_since <= now() - ${failingHours} * interval '1 hour'`;
      return {
        problem: how.problem,
        failures: sql<number>`failures + 1`,
        failingSince: sql<Date>`coalesce(failing_since, now())`,
        nextAt: sql<Date>`now() + least(${maxRestS}, 2 ^ least(failures, 10)) * interval '1 second'`,
        stoppedAt: sql<Date>`case when ${isLong} then now() end`,
        stoppedFor: sql<BridgeStop>`case when ${isLong} then 'failing' end`,
      };
    }
  }
}

const stoppedColumns = (why: BridgeStop) => ({ stoppedAt: sql<Date>`now()`, stoppedFor: why });
