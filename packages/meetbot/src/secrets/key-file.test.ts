import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import { loadOrCreateKeyFile } from "./key-file.ts";

async function emptyFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "meetbot-key-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test("a key file is made once, for its owner only", async (t) => {
  const folder = await emptyFolder(t);
  const path = join(folder, "deeper", "master.key");
  const key = await loadOrCreateKeyFile(path);
  assert.deepEqual(await loadOrCreateKeyFile(path), key);
  assert.deepEqual(await readdir(join(folder, "deeper")), ["master.key"]);
  if (process.platform !== "win32") assert.equal((await stat(path)).mode & 0o777, 0o600);
});

test("processes that start at once agree on one key", async (t) => {
  const folder = await emptyFolder(t);
  const load = `
    import { loadOrCreateKeyFile } from "${new URL("key-file.ts", import.meta.url)}";
    for (let n = 0; n < 30; n++) {
      const path = process.env.KEY_FOLDER + "/" + n;
      const keys = await Promise.all([loadOrCreateKeyFile(path), loadOrCreateKeyFile(path)]);
      console.log(keys[0][0].id, keys[1][0].id === keys[0][0].id);
    }`;
  const start = () =>
    promisify(execFile)(process.execPath, ["--input-type=module", "--eval", load], {
      env: { ...process.env, KEY_FOLDER: folder },
    });

  const [one, two, three] = (await Promise.all([start(), start(), start()])).map(
    (run) => run.stdout,
  );

  assert.match(one!, /^([0-9a-f]{8} true\n){30}$/);
  assert.equal(two, one);
  assert.equal(three, one);
});

test("a damaged key file is refused by name, never replaced", async (t) => {
  const path = join(await emptyFolder(t), "master.key");
  await writeFile(path, "damaged");
  await assert.rejects(loadOrCreateKeyFile(path), (error: Error) => error.message.includes(path));
});

test("a key file may hold older keys below the newest", async (t) => {
  const path = join(await emptyFolder(t), "master.key");
  const keys = [randomBytes(32), randomBytes(32)];
  await writeFile(path, keys.map((key) => `${key.toString("base64")}\n`).join(""));
  const ring = await loadOrCreateKeyFile(path);
  assert.deepEqual(
    ring.map(({ bytes }) => bytes),
    keys,
  );
});
