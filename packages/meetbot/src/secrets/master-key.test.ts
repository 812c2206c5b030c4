import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import {
  loadOrCreateKeyFile,
  MasterKeyError,
  openUnderMaster,
  parseMasterKey,
  sealUnderMaster,
} from "./master-key.ts";

async function emptyFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "meetbot-key-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test("a key is 32 bytes in base64, named by the start of its hash", () => {
  const bytes = randomBytes(32);
  const key = parseMasterKey(` ${bytes.toString("base64")}\n`);
  assert.deepEqual(key.bytes, bytes);
  assert.equal(key.id, createHash("sha256").update(bytes).digest("hex").slice(0, 8));
});

test("anything else is refused, with how to make a key and without what was given", () => {
  const url = randomBytes(32).fill(255).toString("base64url");
  for (const text of ["", "secret", url, randomBytes(31).toString("base64"), "ab".repeat(32)]) {
    assert.throws(
      () => parseMasterKey(text),
      (error: unknown) =>
        error instanceof MasterKeyError &&
        error.code === "master_key_invalid" &&
        /MEETBOT_MASTER_KEY .*openssl rand -base64 32/.test(error.message) &&
        (text === "" || !error.message.includes(text)),
    );
  }
});

test("a value names the master key it is sealed under, and opens with no other", () => {
  const key = parseMasterKey(randomBytes(32).toString("base64"));
  const other = parseMasterKey(randomBytes(32).toString("base64"));
  const stored = sealUnderMaster(key, "value", "here");
  assert.equal(stored.keyId, key.id);
  assert.equal(openUnderMaster(key, stored, "here").toString(), "value");
  assert.throws(() => openUnderMaster(other, stored, "here"), { code: "seal_key_unknown" });
});

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
    import { loadOrCreateKeyFile } from "${new URL("master-key.ts", import.meta.url)}";
    for (let n = 0; n < 30; n++) {
      const path = process.env.KEY_FOLDER + "/" + n;
      const keys = await Promise.all([loadOrCreateKeyFile(path), loadOrCreateKeyFile(path)]);
      console.log(keys[0].id, keys[1].id === keys[0].id);
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
