import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseKeyRing } from "../../../secrets/key-ring.ts";
import { sealedPieceBytes } from "../../../secrets/sealed-stream.ts";
import { openStore } from "../../../store/open-store.ts";
import {
  bot,
  keyRing,
  openConversation,
  openTestStore,
  turnSaying,
} from "../../../store/store.fixture.ts";
import type { Store } from "../../../store/store.ts";
import {
  backUp,
  configOf,
  log,
  makeFolder,
  newDatabase,
  noPassphrase,
  restoreInto,
  runOn,
} from "./backup.fixture.ts";
import { checkBackup } from "./check-backup.ts";
import { openBackup } from "./open-backup.ts";
import { restoreBackup } from "./restore-backup.ts";

const check = async (path: string) => {
  const opened = await openBackup(path, { keyRing, passphrase: noPassphrase });
  return checkBackup(opened).finally(() => opened.close());
};

async function countTables(url: string): Promise<number> {
  const inPublic = "relnamespace = 'public'::regnamespace";
  return (await runOn(url, `select from pg_class where ${inPublic}`)).length;
}

test("what was sealed opens after a restore, all rows are there, and numbers go on", async (t) => {
  const { store, url } = await openTestStore(t);
  const ref = await openConversation(store);
  const lease = await store.mailbox.take(ref);
  await store.mailbox.commitTurn(lease!, turnSaying("包裹在路上 \\ \t\n '\"", "two"));
  const path = join(makeFolder(t), "meetbot.backup");
  const made = await backUp(url, path);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.equal(statSync(path).size, made.bytes);

  const checked = await check(path);
  assert.equal(checked.rows, made.rows);
  assert.equal(checked.tables.find(({ name }) => name === "messages")?.rows, 3);
  assert.deepEqual(made.manifest.keyIds, [keyRing[0].id]);

  const { url: copy, restored } = await restoreInto(t, path);
  assert.deepEqual([restored.tables, restored.rows], [made.tables, made.rows]);
  const again = await openStore({ connection: copy, keyRing });
  t.after(() => again.close());
  assert.deepEqual(
    await again.mailbox.messagesAfter(ref, 0, 9),
    await store.mailbox.messagesAfter(ref, 0, 9),
  );
  const rename = async (one: Store, its: string) => {
    await one.bots.change(bot.id, { name: "Renamed" });
    return runOn(its, "select max(entry) as entry from audit");
  };
  assert.deepEqual(await rename(again, copy), await rename(store, url));
});

test("a backup stands in the log of operators, and a restore in that of what came back", async (t) => {
  const { url, run } = await openTestStore(t);
  const path = join(makeFolder(t), "night.backup");
  const { manifest } = await backUp(url, path);
  const recorded = (at: string) =>
    runOn(at, "select actor, action, detail from operator_audit order by entry");
  const entry = (action: string) => ({
    ...{ actor: "command line", action },
    detail: { file: "night.backup", taken_at: manifest.takenAt, step: manifest.steps.at(-1) },
  });
  assert.deepEqual(await recorded(url), [entry("backup_made")]);
  const { url: copy } = await restoreInto(t, path);
  assert.deepEqual(await recorded(copy), [entry("backup_restored")]);
  // A standby can only be read: the backup is made all the same, and says so.
  const [{ name }] = (await run("select current_database() as name")) as [{ name: string }];
  await run(`alter database ${name} set default_transaction_read_only = on`);
  const { isRecorded } = await backUp(url, path, { replaced: true });
  assert.equal(isRecorded, false);
  assert.equal((await recorded(url)).length, 1);
});

test("a restore sees whether a backup is whole, and leaves nothing where it is not", async (t) => {
  const { url, run } = await openTestStore(t);
  // Three pieces, of what cannot be compressed.
  await run(
    "insert into inbox_labels select 'bot_1', gen_random_uuid(), 'l' || n, 'red' from generate_series(1, 9000) as n",
  );
  const folder = makeFolder(t);
  const whole = join(folder, "whole");
  await backUp(url, whole);
  const bytes = readFileSync(whole);
  const start = bytes.indexOf("\n", bytes.indexOf("\n", bytes.indexOf("\n") + 1) + 1) + 1;
  const piece = (nth: number) =>
    bytes.subarray(start + nth * sealedPieceBytes, start + (nth + 1) * sealedPieceBytes);
  assert(bytes.length > start + 3 * sealedPieceBytes);
  const flipped = (at: number) => {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    return changed;
  };
  const rest = bytes.subarray(start + 2 * sealedPieceBytes);
  const broken: Record<string, Buffer> = {
    "cut in its first piece": bytes.subarray(0, start + 100),
    "cut between two pieces": bytes.subarray(0, start + 2 * sealedPieceBytes),
    "without its last byte": bytes.subarray(0, -1),
    "with a byte more": Buffer.concat([bytes, Buffer.of(0)]),
    "with a bit changed": flipped(bytes.length >> 1),
    "with two pieces the other way round": Buffer.concat([
      ...[bytes.subarray(0, start), piece(1), piece(0), rest],
    ]),
  };
  const target = await newDatabase(t);
  for (const [name, content] of Object.entries(broken)) {
    const path = join(folder, "broken");
    writeFileSync(path, content);
    await assert.rejects(check(path), { code: "backup_damaged" }, name);
    await assert.rejects(restoreInto(t, path, { url: target }), { code: "backup_damaged" }, name);
    assert.equal(await countTables(target), 0, name);
  }
  for (const header of [flipped(0), flipped(30), Buffer.from("hello"), Buffer.alloc(0)]) {
    writeFileSync(join(folder, "broken"), header);
    await assert.rejects(check(join(folder, "broken")), (error: { code?: string }) =>
      ["not_a_backup", "master_key_other"].includes(error.code ?? ""),
    );
  }
});

test("no other master key opens a backup, and the message names the one that does", async (t) => {
  const { url } = await openTestStore(t);
  const path = join(makeFolder(t), "meetbot.backup");
  await backUp(url, path);
  const other = parseKeyRing(randomBytes(32).toString("base64"));
  const opening = openBackup(path, { keyRing: other, passphrase: noPassphrase });
  await assert.rejects(opening, {
    code: "master_key_other",
    message: new RegExp(`${keyRing[0].id}, and here is ${other[0].id}\\. Set MEETBOT_MASTER_KEY`),
  });
  const nothing = openBackup(path, { keyRing: null, passphrase: noPassphrase });
  await assert.rejects(nothing, { code: "master_key_missing" });
  // The file opens with the newest key; what is in it needs an older one too.
  const newer = parseKeyRing(
    `${randomBytes(32).toString("base64")},${keyRing[0].bytes.toString("base64")}`,
  );
  await backUp(url, path, { keyRing: newer, replaced: true });
  const alone = [newer[0]] as const;
  await assert.rejects(restoreInto(t, path, { keyRing: alone }), { code: "seal_key_unknown" });
});

test("a backup of a newer database, or into one that is not empty, is refused", async (t) => {
  const { url, run } = await openTestStore(t);
  const folder = makeFolder(t);
  await backUp(url, join(folder, "now"));
  const full = restoreInto(t, join(folder, "now"), { url });
  await assert.rejects(full, { code: "database_not_empty", message: /create database/ });
  await run("insert into kysely_migration values ('9999-tomorrow', '2026-01-01')");
  await backUp(url, join(folder, "newer"));
  const target = await newDatabase(t);
  await assert.rejects(restoreInto(t, join(folder, "newer"), { url: target }), {
    code: "backup_newer",
    message: /9999-tomorrow.*Restore it with that version/,
  });
  assert.equal(await countTables(target), 0);
});

test("a file that is there stays unless it is to be replaced, and no half a file is left", async (t) => {
  const { url } = await openTestStore(t);
  const folder = makeFolder(t);
  const path = join(folder, "meetbot.backup");
  writeFileSync(path, "precious");
  await assert.rejects(backUp(url, path), { code: "file_exists", message: /--force/ });
  assert.equal(readFileSync(path, "utf8"), "precious");
  await backUp(url, path, { replaced: true });
  assert((await check(path)).rows > 0);
  await assert.rejects(backUp(url, folder, { replaced: true }), { code: "file_unusable" });
  const nowhere = join(folder, "none", "meetbot.backup");
  await assert.rejects(backUp(url, nowhere), { code: "file_missing" });
  const empty = await newDatabase(t);
  await assert.rejects(backUp(empty, join(folder, "empty")), { code: "database_without_tables" });
  assert.deepEqual(readdirSync(folder), ["meetbot.backup"]);
});

test("a passphrase opens a backup with the key in it, and another one does not", async (t) => {
  const { url } = await openTestStore(t);
  const path = join(makeFolder(t), "meetbot.backup");
  await backUp(url, path, { passphrase: "correct horse battery" });
  const key = keyRing[0].bytes.toString("base64");
  assert(!readFileSync(path).includes(key));
  const wrong = openBackup(path, { keyRing, passphrase: async () => "correct horse batteries" });
  await assert.rejects(wrong, { code: "passphrase_wrong" });
  const dataDir = makeFolder(t);
  const secrets = { keyRing: null, passphrase: async () => "correct horse battery" };
  const opened = await openBackup(path, secrets);
  const config = { ...configOf(await newDatabase(t)), dataDir, masterKey: null };
  const wish = { keyRing: null, isMoved: false };
  const { keyFile } = await restoreBackup(opened, config, log, wish).finally(opened.close);
  assert.equal(keyFile, join(dataDir, "master.key"));
  assert.equal(readFileSync(keyFile, "utf8"), `${key}\n`);
  assert.equal(statSync(keyFile).mode & 0o777, 0o600);
});
