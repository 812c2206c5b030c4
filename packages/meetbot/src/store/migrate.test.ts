import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { createTestDatabase } from "../../test/database.ts";

const open = `
  import { openStore } from "${new URL("open-store.ts", import.meta.url)}";
  const keyRing = [{ id: "00000000", bytes: Buffer.alloc(32) }];
  const store = await openStore({ connection: process.env.TEST_URL, keyRing });
  console.log((await store.bots.list()).length);
  await store.close();`;

test("three processes that start at once on an empty database all open it", async (t) => {
  const database = await createTestDatabase();
  t.after(() => database.drop());
  const start = () =>
    promisify(execFile)(
      process.execPath,
      ["--conditions=meetbot-source", "--input-type=module", "--eval", open],
      { env: { ...process.env, TEST_URL: database.url } },
    );

  const runs = await Promise.all([start(), start(), start()]);

  assert.deepEqual(
    runs.map(({ stdout }) => stdout.trim()),
    ["0", "0", "0"],
  );
});
