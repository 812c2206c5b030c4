import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readConfig } from "../src/config.ts";
import { log } from "../src/features/backup/files/backup.fixture.ts";
import { openBackup } from "../src/features/backup/files/open-backup.ts";
import { restoreBackup } from "../src/features/backup/files/restore-backup.ts";
import { createTestDatabase } from "./database.ts";
import { post, takeSeat } from "./fixtures/conversation.ts";
import { createDatabaseEnv } from "./fixtures/database-env.ts";
import { eventually } from "./fixtures/eventually.ts";
import { follower } from "./fixtures/guest.ts";
import { createMachine } from "./fixtures/machine.ts";

// What the operator guide says of backups, done as it stands there.

const guide = readFileSync(new URL("../../../docs/backup.md", import.meta.url), "utf8");
const chapter = guide.slice(guide.indexOf("## Backup"), guide.indexOf("## A newer PostgreSQL"));
const [making = [], checking = [], restoring = []] = [
  ...chapter.matchAll(/^```sh\n([\s\S]*?)^```$/gm),
].map(([, commands = ""]) =>
  commands
    .trim()
    .split("\n")
    .map((line) => line.replace(/^npx meetbot /, "").split(" ")),
);

const folder = mkdtempSync(join(tmpdir(), "meetbot-backup-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "meetbot.backup");
const there = (args: string[] = []) => args.map((one) => (one === "meetbot.backup" ? file : one));
const create = ["bot", "create", "--name", "Shop", "--endpoint", "http://127.0.0.1:9", "--json"];

test("customers write on while a backup is made, and chat on with what is restored from it", async (t) => {
  const env = await createDatabaseEnv(t);
  const before = createMachine(t, env);
  const { bot_id: botId } = JSON.parse((await before.run(create)).stdout);
  const node = await before.start(["serve", "--port", "0"]);
  const seats = await Promise.all([1, 2, 3].map(() => takeSeat(node.url, botId)));
  const acknowledged = seats.map(() => [] as string[]);
  let isOver = false;
  const writers = seats.map(async (seat, nth) => {
    const guest = await follower(seat);
    // A conversation may say 120 things at once.
    while (!isOver && acknowledged[nth]!.length < 50) {
      const id = randomUUID();
      assert.equal((await post(seat, { text: "hello" }, id)).status, 202);
      acknowledged[nth]!.push(id);
      await guest.replies(1);
    }
    guest.leave();
  });
  await eventually(60_000, async () => assert(acknowledged.every((ids) => ids.length > 0)));
  const made = before.run(there(making[0]));
  // What is acknowledged before the command has even started is in it.
  const sure = acknowledged.map((ids) => ids.length);
  const { code, stderr, stdout } = await made;
  isOver = true;
  await Promise.all(writers);
  assert.equal(code, 0, stderr);
  assert.match(
    stdout,
    /^.*meetbot\.backup: \d+ rows of \d+ tables as they were at .*\nIt opens with/,
  );

  const database = await createTestDatabase();
  t.after(() => database.drop());
  const elsewhere = createMachine(t, { ...env, MEETBOT_DATABASE_URL: database.url });
  const checked = await elsewhere.run(there(checking[0]));
  assert.match(checked.stdout, /^The backup is whole\./, checked.stderr);
  const restored = await elsewhere.run([...there(restoring[0]), "--json"]);
  assert.equal(restored.code, 0, restored.stderr);
  assert.match((await elsewhere.run(there(restoring[1]))).stdout, new RegExp(botId));
  const other = await elsewhere.start(["serve", "--port", "0"]);
  for (const [nth, seat] of seats.entries()) {
    const guest = await follower({ ...seat, base: seat.base.replace(node.url, other.url) }, 0);
    const again = randomUUID();
    const response = await post(guest.seat, { text: "hello again" }, again);
    assert.equal(response.status, 202);
    while (!guest.heard.some((one) => one.from === "customer" && one.id === again)) {
      await guest.replies(1);
    }
    const ids = guest.heard.flatMap((one) => (one.from === "customer" ? [one.id] : []));
    const all = acknowledged[nth]!;
    // What is in it is a beginning of what was acknowledged, with nothing missing in between.
    assert.deepEqual(ids.slice(0, -1), all.slice(0, ids.length - 1));
    assert(ids.length - 1 >= sure[nth]!);
    guest.leave();
  }
  assert.equal(await other.stop(), 0);
  assert.equal(await node.stop(), 0);
});

test("an embedded database beside a running server, with the key in the file, opens on another machine", async (t) => {
  const before = createMachine(t);
  const node = await before.start(["serve", "--port", "0"]);
  const { bot_id: botId } = JSON.parse((await before.run(create)).stdout);
  const passphrase = { MEETBOT_BACKUP_PASSPHRASE: "correct horse battery" };
  const short = { env: { MEETBOT_BACKUP_PASSPHRASE: "short" } };
  const path = join(folder, "with-key");
  const refused = await before.run(["backup", path, "--with-key"], short);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /too short/);
  const nobody = await before.run(["backup", path, "--with-key"]);
  assert.match(nobody.stderr, /Set MEETBOT_BACKUP_PASSPHRASE/);
  const made = await before.run(["backup", path, "--with-key", "--json"], { env: passphrase });
  assert.equal(made.code, 0, made.stderr);
  const again = await before.run(["backup", path]);
  assert.equal(again.code, 1);
  assert.match(again.stderr, /There is a file already.*--force/);
  assert.equal(await node.stop(), 0);

  const after = createMachine(t);
  const held = join(folder, "passphrase");
  writeFileSync(held, "correct horse battery\n");
  const checked = await after.run(["restore", path, "--check", "--passphrase-file", held]);
  assert.equal(checked.code, 0, checked.stderr);
  assert.match(
    checked.stdout,
    /^The backup is whole\.\ntaken_at .*\n(.*\n)*opens_with +passphrase\n/,
  );
  assert.match(checked.stdout, /^bots +1$/m);
  const opened = await openBackup(path, {
    keyRing: null,
    passphrase: async () => passphrase.MEETBOT_BACKUP_PASSPHRASE,
  });
  const next = () => Promise.reject(new Error("the disk went away"));
  const ofAfter = readConfig({ MEETBOT_DATA_DIR: after.dataDir });
  const wish = { keyRing: null, isMoved: false };
  const cutOff = restoreBackup({ ...opened, records: { next } }, ofAfter, log, wish);
  await assert.rejects(cutOff, /the disk went away/);
  await opened.close();
  assert.deepEqual(readdirSync(after.dataDir), [], "no database is left");
  const restored = await after.run(["restore", path], { env: passphrase });
  assert.equal(restored.code, 0, restored.stderr);
  assert.match(restored.stdout, /The master key lies in .*master\.key/);
  const key = (machine: { dataDir: string }) =>
    readFileSync(join(machine.dataDir, "master.key"), "utf8");
  assert.equal(key(after), key(before));
  const rotated = await after.run(["secret", "rotate", "--bot", botId, "--json"]);
  assert.equal(rotated.code, 0, rotated.stderr);
  for (const { stdout, stderr } of [made, checked, restored]) {
    assert(!`${stdout}${stderr}`.includes(key(before).trim()));
    assert(!`${stdout}${stderr}`.includes("correct horse"));
  }
});

test("a disk that is full, a newer database and a missing key are said, and leave nothing", async (t) => {
  const env = await createDatabaseEnv(t);
  const machine = createMachine(t, env);
  assert.equal((await machine.run(create)).code, 0);
  const full = join(folder, "full");
  const meetbot = fileURLToPath(new URL("../bin/meetbot.js", import.meta.url));
  // No file of this process may be longer: to it, the disk is full.
  const limited = 'ulimit -f 2; exec "$0" "$@"';
  const { PATH } = process.env;
  const failed = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    const command = ["-c", limited, process.execPath, meetbot, "backup", full];
    execFile("sh", command, { env: { PATH, ...env } }, (error, _, stderr) =>
      resolve({ code: error?.code ?? 0, stderr }),
    );
  });
  assert.equal(failed.code, 1, failed.stderr);
  assert.match(failed.stderr, /the disk is full.*make room/);
  assert(!readdirSync(folder).some((name) => name.includes("full")));

  const path = join(folder, "small");
  assert.equal((await machine.run(["backup", path])).code, 0);
  const otherKey = { MEETBOT_MASTER_KEY: randomBytes(32).toString("base64") };
  const other = await machine.run(["restore", path, "--check"], { env: otherKey });
  assert.equal(other.code, 1);
  assert.match(other.stderr, /opens with the master key [0-9a-f]{8}, and here is [0-9a-f]{8}/);
  const full2 = await machine.run(["restore", path]);
  assert.equal(full2.code, 1);
  assert.match(full2.stderr, /The database is not empty.*MEETBOT_DATA_DIR/);

  const copies = join(folder, "copies");
  const wrong = await machine.run(["backup", copies, "--copies", "1"]);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /copies is none\. Make the folder first/);
  mkdirSync(copies);
  writeFileSync(join(copies, "meetbot-2026-01-01T03-30-00Z.backup"), "");
  const kept = await machine.run(["backup", copies, "--copies", "1", "--json"]);
  assert.equal(kept.code, 0, kept.stderr);
  const { file, removed } = JSON.parse(kept.stdout);
  assert.equal(removed, 1);
  assert.deepEqual([join(copies, readdirSync(copies).join())], [file]);

  const nowhere = createMachine(t);
  const none = await nowhere.run(["backup", join(folder, "none")]);
  assert.equal(none.code, 1);
  assert.match(none.stderr, /There is no database in .*MEETBOT_DATA_DIR/);
  assert.deepEqual(readdirSync(join(nowhere.dataDir, "..")), []);
});
