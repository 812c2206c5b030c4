import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, beforeEach, test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { type PushDoorServer, startPushDoor } from "../../test/push-door.ts";
import { createMemoryStore, createSqliteStore } from "../../test/push-stores.ts";
import { createPush, createPushOutbox, type PushNews } from "../index.ts";

const pushSecret = newSecret();
const folder = mkdtempSync(join(tmpdir(), "meetbot-outbox-"));
let door: PushDoorServer;
let nowMs: number;

before(async () => {
  door = await startPushDoor(pushSecret);
});
after(async () => {
  await door[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  nowMs = Date.now();
  door.knocks.length = 0;
  door.pushes.clear();
  door.full.clear();
});

const now = () => nowMs;

function client() {
  return createPush({ url: door.url, botId: "bot_1", pushSecret, sleep: async () => {} });
}

function move(packageNumber: string, status: string): PushNews & { id: string } {
  const id = `${packageNumber}-${status}`;
  const to = { packageNumber };
  return {
    method: "package.changed",
    id,
    to,
    packageNumber,
    status,
    occurredAt: 1_793_499_000_000,
  };
}

/** The ids in the order in which the door took them. */
function taken(): string[] {
  return [...door.pushes.keys()];
}

test("news is sent when its transaction ended well, and never where it was rolled back", async () => {
  const database = new DatabaseSync(join(folder, "rolled-back.db"));
  const store = createSqliteStore(database, now);
  const outbox = createPushOutbox({ push: client(), store, now });
  database.exec("begin");
  await outbox.add(move("A", "picked_up"), database);
  database.exec("rollback");
  database.exec("begin");
  await outbox.add(move("B", "picked_up"), database);
  await outbox.add(move("B", "picked_up"), database);
  database.exec("commit");
  assert.deepEqual(await outbox.drain(), { sent: 1, postponed: 0, givenUp: 0 });
  assert.deepEqual(taken(), ["B-picked_up"]);
  assert.deepEqual(await outbox.drain(), { sent: 0, postponed: 0, givenUp: 0 });
});

test("of a parcel the next is sent after the one before it, and others do not wait for it", async () => {
  const store = createMemoryStore(now);
  const outbox = createPushOutbox({ push: client(), store, now });
  const tx: (() => void)[] = [];
  const news = [move("A", "picked_up"), move("A", "delivered"), move("B", "picked_up")];
  for (const one of news) await outbox.add(one, tx);
  for (const write of tx) write();

  door.full.add("A-picked_up");
  assert.deepEqual(await outbox.drain(), { sent: 1, postponed: 1, givenUp: 0 });
  assert.deepEqual(taken(), ["B-picked_up"]);
  assert.equal(store.rows[0]?.code, 10000);

  door.full.clear();
  assert.deepEqual(await outbox.drain(), { sent: 0, postponed: 0, givenUp: 0 });
  nowMs += 60_000;
  assert.deepEqual(await outbox.drain(), { sent: 2, postponed: 0, givenUp: 0 });
  assert.deepEqual(taken(), ["B-picked_up", "A-picked_up", "A-delivered"]);
  assert.deepEqual(store.rows, []);
});

test("what can never be sent is given up, kept to be looked at, and holds nothing up", async () => {
  const store = createMemoryStore(now);
  const outbox = createPushOutbox({ push: client(), store, now });
  const tx: (() => void)[] = [];
  await outbox.add({ ...move("A", "picked_up"), to: { account: "" } }, tx);
  await outbox.add(move("A", "delivered"), tx);
  for (const write of tx) write();
  assert.deepEqual(await outbox.drain(), { sent: 1, postponed: 0, givenUp: 1 });
  assert.deepEqual(
    store.rows.map(({ entry, at, code }) => [entry.id, at, code]),
    [["A-picked_up", null, 10007]],
  );
});

test("a crash between sending and noting it sends the same push again, which tells nobody twice", async () => {
  const file = join(folder, "crash.db");
  const first = new DatabaseSync(file);
  const store = createSqliteStore(first, now);
  const crashing = {
    ...store,
    done: () => {
      throw new Error("killed");
    },
  };
  const dying = createPushOutbox({ push: client(), store: crashing, now });
  await dying.add(move("A", "picked_up"), first);
  await assert.rejects(dying.drain(), /killed/);
  first.close();

  const second = new DatabaseSync(file);
  const outbox = createPushOutbox({ push: client(), store: createSqliteStore(second, now), now });
  assert.deepEqual(await outbox.drain(), { sent: 1, postponed: 0, givenUp: 0 });
  assert.deepEqual(
    door.knocks.map(({ id }) => id),
    ["A-picked_up", "A-picked_up"],
  );
  assert.equal(door.pushes.size, 1);
});

test("two drains at once are one, and a signal ends it with nothing lost", async () => {
  const store = createMemoryStore(now);
  const outbox = createPushOutbox({ push: client(), store, now });
  const tx: (() => void)[] = [];
  await outbox.add(move("A", "picked_up"), tx);
  for (const write of tx) write();
  const ended = AbortSignal.abort();
  assert.deepEqual(await outbox.drain({ signal: ended }), { sent: 0, postponed: 0, givenUp: 0 });
  assert.equal(store.rows.length, 1);
  const [one, other] = await Promise.all([outbox.drain(), outbox.drain()]);
  assert.equal(one, other);
  assert.equal(door.knocks.length, 1);
});
