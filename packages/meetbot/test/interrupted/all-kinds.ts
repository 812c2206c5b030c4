import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { launchBrowser } from "../../../widget/test/browser.ts";
import { createDatabaseEnv } from "../fixtures/database-env.ts";
import { createMachine } from "../fixtures/machine.ts";
import { startOwnDatabase } from "../fixtures/own-database.ts";

// Not a test of its own: interrupted-run.test.ts runs it, and interrupts it while all that tests start runs.
test("starts one of each kind, says which, and never ends", async () => {
  const scope = { after };
  const [env, own, browser] = await Promise.all([
    createDatabaseEnv(scope),
    startOwnDatabase(scope),
    launchBrowser(),
  ]);
  const serve = await createMachine(scope, env).start(["serve", "--port", "0"]);
  const { MEETBOT_TEST_DATABASE_DIR = "", TMPDIR = "", INTERRUPTED_FILE = "" } = process.env;
  const shared = join(MEETBOT_TEST_DATABASE_DIR, "postgres/cluster/postmaster.pid");
  const pids = {
    "test file": process.pid,
    serve: serve.pid,
    "the run's PostgreSQL": Number.parseInt(readFileSync(shared, "utf8"), 10),
    "a PostgreSQL of a test's own": own.pid(),
  };
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const chromium = Object.fromEntries(processInfo.map(({ type, id }) => [`Chromium ${type}`, id]));
  const started = {
    pids: { ...pids, ...chromium },
    folders: [TMPDIR, dirname(MEETBOT_TEST_DATABASE_DIR)],
  };
  writeFileSync(`${INTERRUPTED_FILE}.new`, JSON.stringify(started));
  renameSync(`${INTERRUPTED_FILE}.new`, INTERRUPTED_FILE);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
