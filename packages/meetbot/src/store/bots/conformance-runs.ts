import type {
  ComparedRun,
  ConformanceRun,
  NewRun,
  RunSummary,
} from "@meetbot/model/shop/conformance-run.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import type { KeyRing } from "../../secrets/key-ring.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import { recordChange } from "./audit.ts";
import { type BareFinding, joinEvidence, storeEvidence } from "./conformance-evidence.ts";
import { type LockedBot, withLockedBot } from "./locked-bot.ts";

/** The entry after which a page of a list begins. */
export interface RunCursor {
  at: Date;
  id: string;
}

/** How many runs of a bot are stored: about a week of building a webhook. */
const maxRuns = 50;

/** Stores runs in the database, with their evidence sealed under a master key. */
export function createRuns(
  db: Kysely<Tables>,
  keyRing: KeyRing,
  accountKeyOf: (botId: string) => Promise<LookupKey>,
) {
  return {
    /** Stores a run and deletes the oldest ones; returns null when there is no such bot. */
    async keep(botId: string, run: NewRun): Promise<RunSummary | null> {
      const lookupKey = await accountKeyOf(botId);
      return withLockedBot({ db, keyRing, actor: run.actor }, botId, (bot) =>
        storeRun(bot, run, lookupKey),
      );
    },
    /** Returns runs, newest first; with a cursor, only those before it. */
    async list(botId: string, limit: number, before?: RunCursor): Promise<RunSummary[]> {
      const rows = await selectRuns(db, botId, before).limit(limit).execute();
      return rows.map(toSummary);
    },
    async find(botId: string, runId: string): Promise<ConformanceRun | null> {
      if (!isStorable(runId)) return null;
      const row = await selectRuns(db, botId)
        .select("findings")
        .where("runId", "=", runId)
        .executeTakeFirst();
      return row ? findWhole(db, keyRing, botId, row) : null;
    },
    /** Returns the run before this one. */
    async findBefore(botId: string, place: RunCursor): Promise<ComparedRun | null> {
      const row = await selectRuns(db, botId, place).select("findings").limit(1).executeTakeFirst();
      return row ? { ...toSummary(row), findings: row.findings } : null;
    },
  };
}

/** The latest runs of the conformance rules against each bot's endpoint. */
export type Runs = ReturnType<typeof createRuns>;

const summaryColumns = [
  "runId",
  "at",
  "actor",
  "url",
  "secretFingerprint",
  "passed",
  "failed",
  "warned",
  "skipped",
  "durationMs",
  "isPart",
] as const;

function selectRuns(db: Kysely<Tables>, botId: string, before?: RunCursor) {
  const query = db
    .selectFrom("conformanceRuns")
    .select(summaryColumns)
    .where("botId", "=", isStorable(botId) ? botId : "")
    .orderBy("at", "desc")
    .orderBy("runId", "desc");
  if (before === undefined) return query;
  return query.where(sql<boolean>`(at, run_id) < (${before.at}, ${before.id})`);
}

async function storeRun(bot: LockedBot, run: NewRun, lookupKey: LookupKey): Promise<RunSummary> {
  const { db, botId, keyRing } = bot;
  const { id: runId, actor, url, secretFingerprint, durationMs, isPart, counts, result } = run;
  const findings = result.findings.map(({ detail: _, ...bare }): BareFinding => bare);
  const row = await db
    .insertInto("conformanceRuns")
    .values({
      botId,
      runId,
      actor,
      url,
      secretFingerprint,
      passed: counts.pass,
      failed: counts.fail,
      warned: counts.warn,
      skipped: counts.skipped,
      durationMs: Math.round(durationMs),
      isPart,
      findings: JSON.stringify(findings),
    })
    .returning(summaryColumns)
    .executeTakeFirstOrThrow();
  await storeEvidence(db, { botId, runId }, result, { keyRing, lookupKey });
  const kept = selectRuns(db, botId).clearSelect().select("runId").limit(maxRuns);
  await db
    .deleteFrom("conformanceRuns")
    .where("botId", "=", botId)
    .where("runId", "not in", kept)
    .execute();
  const { pass: passed, fail: failed, warn: warned, skipped } = counts;
  const detail = { url, secret: secretFingerprint, run: runId, passed, failed, warned, skipped };
  await recordChange(bot, "conformance_tested", detail);
  return toSummary(row);
}

type SummaryRow = Pick<RunSummary, "at" | "actor" | "url" | "secretFingerprint"> &
  Pick<RunSummary, "durationMs" | "isPart"> & {
    runId: string;
    passed: number;
    failed: number;
    warned: number;
    skipped: number;
  };

function toSummary({ runId, passed, failed, warned, skipped, ...row }: SummaryRow): RunSummary {
  return {
    id: runId,
    at: row.at,
    actor: row.actor,
    url: row.url,
    secretFingerprint: row.secretFingerprint,
    counts: { pass: passed, fail: failed, warn: warned, skipped },
    durationMs: row.durationMs,
    isPart: row.isPart,
  };
}

async function findWhole(
  db: Kysely<Tables>,
  keyRing: KeyRing,
  botId: string,
  row: SummaryRow & { findings: BareFinding[] },
): Promise<ConformanceRun> {
  const { runId, findings } = row;
  const sealed = await db
    .selectFrom("conformanceEvidence")
    .select(["keyId", "sealed"])
    .where("botId", "=", botId)
    .where("runId", "=", runId)
    .executeTakeFirst();
  const result = joinEvidence(keyRing, { botId, runId }, findings, sealed ?? null);
  return { ...toSummary(row), result, isExpired: sealed === undefined };
}
