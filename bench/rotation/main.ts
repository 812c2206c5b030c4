import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { readConfig } from "../../packages/meetbot/src/config.ts";
import { openStorage } from "../../packages/meetbot/src/operations/open-storage.ts";
import { type ExperimentRow, rotateUnderLoad } from "./experiment.ts";

// Customers ask while the signing secrets of six merchants are rotated at random moments.

const queries = Number(process.argv[2] ?? 10_000);
const dataDir = await mkdtemp(join(tmpdir(), "meetbot-rotation-"));
const { store, close } = await openStorage(
  readConfig({ MEETBOT_DATA_DIR: dataDir }),
  pino({ level: "silent" }),
);
try {
  const rows = await rotateUnderLoad({ store, queries });
  console.table(Object.fromEntries(rows.map((row) => [row.merchant, columnsOf(row)])));
  const failed = rows.reduce((sum, row) => sum + row.failed, 0);
  const asked = rows.reduce((sum, row) => sum + row.queries, 0);
  console.log(`${failed} of ${asked} queries failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  await close();
  await rm(dataDir, { recursive: true, force: true });
}

function columnsOf(row: ExperimentRow) {
  const rounded = (value: number) => Math.round(value * 10) / 10;
  return {
    queries: row.queries,
    failed: row.failed,
    "failed with one secret": row.failedWithOneSecret,
    rotations: row.rotations,
    "extra exchanges / 100": rounded(row.extraExchanges),
    "p50 ms": rounded(row.p50Ms),
    "p99 ms": rounded(row.p99Ms),
  };
}
