import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { discardDatabase } from "@meetbot/embedded-postgres/discard-database.ts";

/**
 * For `node --test` without `npm test`: sets where the run's PostgreSQL lives, and stops it with the run. PostgreSQL
 * starts with the first test that needs it.
 */
export function globalSetup(): void {
  if (process.env.MEETBOT_TEST_DATABASE_URL || process.env.MEETBOT_TEST_DATABASE_DIR) return;
  const dataDir = mkdtempSync(join(tmpdir(), "meetbot-test-"));
  process.env.MEETBOT_TEST_DATABASE_DIR = dataDir;
  // Not as a teardown: Ctrl-C ends the run without one.
  process.once("exit", () => discardDatabase(dataDir));
}
