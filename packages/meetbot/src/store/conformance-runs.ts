import { gunzipSync, gzipSync } from "node:zlib";
import { type Kysely, sql } from "kysely";
import type { ConformanceRun, NewRun, RunResult, RunSummary } from "../model/conformance-run.ts";
import { type KeyRing, openUnderMaster, sealUnderMaster } from "../secrets/key-ring.ts";
import { recordChange } from "./audit.ts";
import { isStorable } from "./is-storable.ts";
import { type LockedBot, withLockedBot } from "./locked-bot.ts";
import { sealContext } from "./seal-context.ts";
import type { RunPlace, RunShelf } from "./store.ts";
import type { Tables } from "./tables.ts";

/** So many runs of a bot are kept: what was tried in a week of building a webhook. */
const maxRuns = 50;

/** Runs in the database, what they found out sealed under a master key. */
export function createRunShelf(db: Kysely<Tables>, keyRing: KeyRing): RunShelf {
  return {
    keep: (botId, run) =>
      withLockedBot({ db, keyRing, actor: run.actor }, botId, (bot) => keepRun(bot, run)),
    async list(botId, limit, before) {
      const rows = await selectRuns(db, botId, before).limit(limit).execute();
      return rows.map(toSummary);
    },
    async find(botId, runId) {
      if (!isStorable(runId)) return null;
      const row = await selectRuns(db, botId)
        .select(["keyId", "sealed"])
        .where("runId", "=", runId)
        .executeTakeFirst();
      return row ? toRun(keyRing, botId, row) : null;
    },
    async findBefore(botId, place) {
      const row = await selectRuns(db, botId, place)
        .select(["keyId", "sealed"])
        .limit(1)
        .executeTakeFirst();
      return row ? toRun(keyRing, botId, row) : null;
    },
  };
}

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

function selectRuns(db: Kysely<Tables>, botId: string, before?: RunPlace) {
  const query = db
    .selectFrom("conformanceRuns")
    .select(summaryColumns)
    .where("botId", "=", isStorable(botId) ? botId : "")
    .orderBy("at", "desc")
    .orderBy("runId", "desc");
  if (before === undefined) return query;
  return query.where(sql<boolean>`(at, run_id) < (${before.at}, ${before.id})`);
}

async function keepRun(bot: LockedBot, run: NewRun): Promise<RunSummary> {
  const { db, botId, keyRing } = bot;
  const { id: runId, actor, url, secretFingerprint, durationMs, isPart, counts, result } = run;
  // What is sealed cannot be compressed by the database.
  const bytes = gzipSync(JSON.stringify(result));
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
      ...sealUnderMaster(keyRing, bytes, runContext(botId, runId)),
    })
    .returning(summaryColumns)
    .executeTakeFirstOrThrow();
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

function toRun(
  keyRing: KeyRing,
  botId: string,
  row: SummaryRow & { keyId: string; sealed: Buffer },
): ConformanceRun {
  const bytes = openUnderMaster(keyRing, row, runContext(botId, row.runId));
  const result = JSON.parse(gunzipSync(bytes).toString()) as RunResult;
  return { ...toSummary(row), result };
}

/** Where the seal of a run belongs. */
export function runContext(botId: string, runId: string): string {
  return sealContext(botId, runId, "conformance run");
}
