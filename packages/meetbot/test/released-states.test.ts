import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createPush } from "@meetbot/sdk";
import { Client } from "pg";
import { backUp, makeFolder, restoreInto } from "../src/features/backup/files/backup.fixture.ts";
import { startGraphSimulator } from "../src/graph-simulator/start-graph-simulator.ts";
import { parseKeyRing } from "../src/secrets/key-ring.ts";
import { createUser, textOf } from "../src/server/webhooks/messenger.fixture.ts";
import { openStore } from "../src/store/open-store.ts";
import { createMigratedDatabase, createTestDatabase } from "./database.ts";
import type { WireMessage } from "./fixtures/conversation.ts";
import { follower } from "./fixtures/guest.ts";
import { type CgroupScope, createMachine } from "./fixtures/machine.ts";
import { countRows, describeSchema } from "./released-states/describe-schema.ts";
import {
  type KeptCustomer,
  type KeptState,
  keptNames,
  madeNow,
  readState,
  seatAt,
} from "./released-states/kept-state.ts";
import {
  answeredOrder,
  app,
  page,
  startStateShop,
  verifyToken,
} from "./released-states/state-shop.ts";

// Databases as versions before this one left them, brought up to date in one step, as an operator does it.

test("the database of each version that was released is kept", () => {
  const changelog = readFileSync(new URL("../../../CHANGELOG.md", import.meta.url), "utf8");
  const released = [...changelog.matchAll(/^## (\d+\.\d+\.\d+)$/gm)].map(
    ([, version = ""]) => version,
  );
  // Before there were any, people ran these.
  const all = ["387cb42", "a2c59f0", "26771e2", "3e121be", ...released];
  assert.deepEqual(keptNames().sort(), all.sort());
});

for (const name of keptNames()) {
  const state = readState(name);
  const keyRing = parseKeyRing(state.masterKey);

  test(`what ${name} left is all there in this version, and customers chat on`, async (t) => {
    const url = await restoreDump(t, state);
    const { botId } = state;
    const shop = await startStateShop(t, { status: "Delivered" });
    shop.serve(state.signingSecret);
    const graph = await startGraphSimulator({ app, pages: [page] });
    t.after(() => graph.close());
    const user = createUser(graph, state.messengerUserId);
    // Meta knows them since then; nothing hears it yet.
    await user.write("hello");

    const before = await countRows(url);
    // Whatever opens the database brings it up to date.
    const store = await openStore({ connection: url, keyRing });
    await store.bots.change(botId, { endpoint: shop.endpoint });
    await store.close();
    await assertLikeNew(t, url);
    assertKept(before, await countRows(url));

    const machine = createMachine(t, {
      MEETBOT_DATABASE_URL: url,
      MEETBOT_MASTER_KEY: state.masterKey,
      MEETBOT_GRAPH_URL: graph.url,
    });
    const node = await machine.start(["serve", "--port", "0"]);
    await goOn(node.url, state);
    // In Messenger the previously refused reply arrives first, then the answer to the new message.
    const webhook = { url: `${node.url}/channels/messenger/${botId}`, verifyToken };
    assert.equal(await graph.connectWebhook(webhook), true);
    graph.page(page.id).subscribedFields = ["messages", "message_echoes"];
    await user.write(`where is my order ${answeredOrder}?`);
    const [refused, said] = await user.reads(2);
    assert.doesNotMatch(textOf(refused!), /delivered/);
    assert.match(textOf(said!), /has been delivered/);
    // The operator who was signed in still is.
    const headers = { cookie: state.operator.cookie };
    const bots = await fetch(`${node.url}/api/v1/bots`, { headers });
    assert.match(await bots.text(), new RegExp(botId));
    assert.equal(await node.stop(), 0);
    assert.doesNotMatch(node.printed.stderr, /"level":[56]0/);
    await resealAll(url, state);
  });

  test(`a backup of ${name} is restored by this version`, async (t) => {
    const path = join(makeFolder(t), "backup");
    const dumped = await restoreDump(t, state);
    if (state.backup) writeFileSync(path, state.backup, "base64");
    else await backUp(dumped, path, { keyRing });
    const { url } = await restoreInto(t, path, { keyRing, isMoved: true });
    await assertLikeNew(t, url);
    assertKept(await countRows(dumped), await countRows(url));
  });
}

/** All that customers of the web chat had begun goes on. */
async function goOn(url: string, state: KeptState): Promise<void> {
  const { botId, answered, waiting } = state;
  // A customer with an answer can still read it, gets the customer update they subscribed to, and gets the next answer.
  const guest = await follower(seatAt(url, botId, answered), repliesIn(answered));
  assertReadAgain(guest.heard, answered);
  if (answered.isSubscribed) {
    const push = createPush({ url, botId, pushSecret: state.pushSecret! });
    const told = await push.packageChanged({
      to: { orderNumber: answeredOrder },
      packageNumber: `${answeredOrder}-1`,
      status: "delivered",
      occurredAt: Date.now(),
    });
    assert.equal(told.ok && told.recipients, 1);
    const isShown = Date.now() < Date.parse(state.at) + shownForMs;
    const news = isShown ? /delivered.*YILIAA7X93KQ5-1/i : /news of an order that you follow/;
    assert.match(JSON.stringify(await guest.replies(isShown ? 2 : 1)), news);
  }
  const [answer] = await guest.say(`where is my order ${answeredOrder}?`, 1);
  assert.match(answer?.text ?? "", /has been delivered/);
  guest.leave();
  // Who was waiting for an answer hears it now, once.
  const patient = await follower(seatAt(url, botId, waiting), repliesIn(waiting));
  const [late] = await patient.replies(1);
  assert.match(late?.text ?? "", /has been delivered/);
  const [help] = await patient.say("help", 1);
  assert.doesNotMatch(help?.text ?? "", /delivered/);
  assertReadAgain(patient.heard.slice(0, waiting.messages.length), waiting);
  patient.leave();
}

/** So long a typed number shows its order, by the clock that the state was kept at. */
const shownForMs = 86_400_000;

/**
 * Each message is there, in its place and word for word, but for what an order's number showed, and what was tapped
 * there: that is over a day after it was typed, and the state may be older.
 */
function assertReadAgain(heard: readonly WireMessage[], { messages }: KeptCustomer): void {
  const shown = messages.filter((one) => one.from === "bot" && showsOrder(one.reply));
  const titles = JSON.stringify(shown);
  const isOver = (one: WireMessage) =>
    shown.some(({ seq }) => seq === one.seq) ||
    (one.from === "customer" && titles.includes(`"title":${JSON.stringify(one.text)}`));
  const over = messages.filter(isOver).map(({ seq }) => seq);
  const withoutOrders = (all: readonly WireMessage[]) =>
    all.map((one) => (over.includes(one.seq) ? { seq: one.seq, from: one.from } : one));
  assert.deepEqual(withoutOrders(heard), withoutOrders(messages));
}

const showsOrder = (reply: { kind: string; facts?: unknown }) =>
  reply.kind !== "text" || reply.facts !== undefined;

const repliesIn = ({ messages }: KeptCustomer) =>
  messages.filter(({ from }) => from === "bot").length;

async function restoreDump(scope: CgroupScope, { sql, at }: KeptState): Promise<string> {
  const database = await createTestDatabase();
  scope.after(() => database.drop());
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(madeNow(sql, at)).finally(() => client.end());
  return database.url;
}

/** Opens each value that is sealed there, and seals it under another key. */
async function resealAll(url: string, { masterKey }: KeptState): Promise<void> {
  const newer = randomBytes(32).toString("base64");
  const keyRing = parseKeyRing(`${newer},${masterKey}`);
  const store = await openStore({ connection: url, keyRing });
  try {
    while ((await store.resealBatch()) > 0);
    assert.deepEqual(
      (await store.keyUse()).map(({ keyId }) => keyId),
      [keyRing[0].id],
    );
  } finally {
    await store.close();
  }
}

/** The tables are those that a new installation has, and the same steps are recorded. */
async function assertLikeNew(scope: CgroupScope, url: string): Promise<void> {
  const fresh = await createMigratedDatabase();
  scope.after(() => fresh.drop());
  const [ours, its] = await Promise.all([url, fresh.url].map(describeSchema));
  const only = (some: string[] = [], others: string[] = []) =>
    some.filter((line) => !others.includes(line));
  assert.deepEqual({ here: only(ours, its), there: only(its, ours) }, { here: [], there: [] });
  assert.deepEqual(await readSteps(url), await readSteps(fresh.url));
}

async function readSteps(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ name: string }>("select name from kysely_migration order by name")
    .finally(() => client.end());
  return rows.map(({ name }) => name);
}

/** Tables whose rows moved to another one; null: what they count begins anew. */
const moved: Record<string, string | null> = {
  messenger_conversations: "outboxes",
  messenger_pages: "channel_links",
  sign_in_rates: null,
  // The baseline stands for all steps before the first release: those that are recorded are compared with a new
  // installation's.
  kysely_migration: null,
};

function assertKept(before: Map<string, number>, after: Map<string, number>): void {
  for (const [name, count] of before) {
    const place = name in moved ? moved[name] : name;
    if (!place) continue;
    const now = after.get(place) ?? 0;
    assert.ok(now >= count, `${name}: of ${count} rows ${now} are left`);
  }
}
