import assert from "node:assert/strict";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { Client } from "pg";
import { parseKeyRing } from "../src/secrets/key-ring.ts";
import { openStore } from "../src/store/open-store.ts";
import { follow, post, takeSeat, type WireMessage } from "./fixtures/conversation.ts";
import { createDatabaseEnv } from "./fixtures/database-env.ts";
import { eventually } from "./fixtures/eventually.ts";
import { freePort } from "./fixtures/free-port.ts";
import { createMachine } from "./fixtures/machine.ts";
import { startOwnDatabase } from "./fixtures/own-database.ts";
import { startSlowMerchant } from "./fixtures/slow-merchant.ts";

// Whether a node says honestly that it can serve, and comes back by itself.

/** A node finds a database that is back within seconds; a busy machine may take longer. */
const recoversWithinMs = 60_000;

const orderNumber = "MBWXS75S9878";
const question = { text: `show order ${orderNumber}` };

async function assertStatus(url: string, expected: number): Promise<void> {
  const response = await fetch(url);
  assert.equal(response.status, expected);
  if (expected !== 503) return;
  assert.match(response.headers.get("retry-after") ?? "", /^\d+$/);
  assert.partialDeepStrictEqual(await response.json(), { error: { code: "not_ready" } });
}

test("while the database is away a node is not ready, takes nothing and loses nothing; then it goes on", async (t) => {
  const machine = createMachine(t);
  const database = await startOwnDatabase(t);
  const merchant = await startSlowMerchant(t, () => 0);
  const keyRing = parseKeyRing(database.env.MEETBOT_MASTER_KEY);
  const store = await openStore({ connection: database.env.MEETBOT_DATABASE_URL, keyRing });
  const { bot, secrets } = newBot({ name: "Shop", endpoint: merchant.endpoint });
  await store.bots.create(bot, secrets);
  await store.close();
  const botId = bot.id;
  const serve = ["serve", "--port", "0"];
  const [a, b] = await Promise.all([
    machine.start(serve, database.env),
    machine.start(serve, database.env),
  ]);
  const seat = await takeSeat(a.url, botId);
  const onB = { ...seat, base: `${b.url}/chat/${botId}` };
  assert.equal((await post(seat, question, "00000000-0000-4000-8000-000000000001")).status, 202);

  await database.stop();
  await eventually(recoversWithinMs, () => assertStatus(`${a.url}/readyz`, 503));
  await assertStatus(`${a.url}/healthz`, 200);
  const id = "00000000-0000-4000-8000-000000000002";
  const refused = await post(seat, { text: "help" }, id);
  assert.equal(refused.status, 503);
  assert.match(refused.headers.get("retry-after") ?? "", /^\d+$/);

  await database.start();
  for (const { url } of [a, b]) {
    await eventually(recoversWithinMs, () => assertStatus(`${url}/readyz`, 200));
  }
  assert.equal((await post(seat, { text: "help" }, id)).status, 202);
  const heard: WireMessage[] = [];
  for await (const message of follow(onB, { signal: AbortSignal.timeout(recoversWithinMs) })) {
    heard.push(message);
    if (message.seq === 7) break;
  }
  const said = heard.map((one) => (one.from === "bot" ? one.reply.kind : one.text));
  assert.deepEqual(
    said.toSorted(),
    [question.text, "help", "orders", "text", "text", "text"].toSorted(),
  );
});

test("a node is not ready before the tables are up to date, and says so", async (t) => {
  const machine = createMachine(t);
  const env = await createDatabaseEnv(t);
  const migrating = new Client({ connectionString: env.MEETBOT_DATABASE_URL });
  await migrating.connect();
  await migrating.query("begin");
  await migrating.query("lock table kysely_migration in access exclusive mode");

  const url = `http://127.0.0.1:${await freePort()}`;
  const started = machine.start(["serve", "--port", new URL(url).port], env);
  await eventually(recoversWithinMs, () => assertStatus(`${url}/readyz`, 503));
  await assertStatus(`${url}/healthz`, 200);
  await migrating.query("commit");
  await migrating.end();
  assert.equal((await started).url, url);
  await assertStatus(`${url}/readyz`, 200);
});

test("a node whose database fails it at the end of its start ends, for its supervisor to start it again", async (t) => {
  const machine = createMachine(t);
  const env = await createDatabaseEnv(t);
  const breaking = new Client({ connectionString: env.MEETBOT_DATABASE_URL });
  await breaking.connect();
  // Who may sign in is asked last of all, when everything else runs.
  await breaking.query("alter table operators rename to elsewhere");
  await breaking.end();
  const started = machine.start(["serve", "--port", "0"], env);
  await assert.rejects(started, /ended with 1 before it was ready/);
});
