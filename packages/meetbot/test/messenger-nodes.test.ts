import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { Client } from "pg";
import { startGraphSimulator } from "../src/graph-simulator/start-graph-simulator.ts";
import { createUser, textOf } from "../src/server/webhooks/messenger.fixture.ts";
import { createMigratedDatabase } from "./database.ts";
import { eventually } from "./fixtures/eventually.ts";
import { createMachine, type Scope } from "./fixtures/machine.ts";
import { startSlowMerchant } from "./fixtures/slow-merchant.ts";

// Nodes of `meetbot serve` that share a PostgreSQL server, and Meta's side of their page.

const app = { id: "1517776481860111", secret: "an app secret" };
const page = { id: "1029384756", name: "A shop", token: "a page token" };
const verifyToken = "a verify token";
const orderNumber = "MBWXS75S9878";
/** Easy to guess: it is answered with words, a masked card and a question, each a message. */
const shortNumber = "MB98787";
const wordsAndOrder = new RegExp(`^Your order .*\n\nOrder ${orderNumber}`);
const soonMs = 60_000;

async function startNodes(scope: Scope) {
  const graph = await startGraphSimulator({ app, pages: [page] });
  scope.after(() => graph.close());
  const merchant = await startSlowMerchant(scope, () => 0);
  const machine = createMachine(scope);
  const database = await createMigratedDatabase();
  scope.after(database.drop);
  const env = {
    MEETBOT_DATABASE_URL: database.url,
    MEETBOT_MASTER_KEY: randomBytes(32).toString("base64"),
    MEETBOT_GRAPH_URL: graph.url,
  };
  const run = async (args: string[], input = "") => {
    const { code, stdout, stderr } = await machine.run(args, { env, input });
    assert.deepEqual([code, stderr], [0, ""]);
    return stdout;
  };
  const { endpoint } = merchant;
  const bot = ["bot", "create", "--name", "Shop", "--endpoint", endpoint, "--page-id", page.id];
  const { bot_id: botId } = JSON.parse(await run([...bot, "--json"]));
  await run(
    `channel messenger connect --bot ${botId} --page-id ${page.id} --page-token - --app-secret - --verify-token -`.split(
      " ",
    ),
    [page.token, app.secret, verifyToken].join("\n"),
  );
  const sql = async (text: string) => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(text)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  return {
    graph,
    sql,
    start: () => machine.start(["serve", "--port", "0"], env),
    listen: (url: string) =>
      graph.connectWebhook({ url: `${url}/channels/messenger/${botId}`, verifyToken }),
  };
}

test("kill -9 in the middle of sending: the echo tells what arrived, and the rest follows in order", async (t) => {
  const { graph, sql, start, listen } = await startNodes(t);
  const doomed = await start();
  assert.equal(await listen(doomed.url), true);
  const user = createUser(graph);
  // Taken by Meta, and never answered: the node dies while it waits.
  graph.meetNext({ hangs: true });
  graph.page(page.id).subscribedFields = ["messages"];
  await user.write(`show order ${shortNumber}`);
  const [lead] = await user.reads(1);
  await user.write(`show order ${orderNumber}`);
  await eventually(soonMs, async () =>
    assert.equal((await sql("select 1 from messages where direction = 'out'")).length, 5),
  );
  await doomed.kill();

  const heir = await start();
  assert.equal(await listen(heir.url), true);
  user.hasReadAll();
  const { metadata } = lead!.message;
  const echo = { mid: lead!.mid, is_echo: true, app_id: app.id, metadata, text: textOf(lead!) };
  const item = { sender: { id: page.id }, recipient: { id: user.id }, message: echo };
  await graph.push({
    object: "page",
    entry: [{ id: page.id, time: Date.now(), messaging: [{ ...item, timestamp: Date.now() }] }],
  });
  // It waits no longer than a call can live; that time is over.
  await sql("update outboxes set send_at = now() where send_at is not null");
  const [card, question, order] = await user.reads(3);
  assert.match(JSON.stringify(card), /"generic"/);
  assert.match(textOf(question!), /email/);
  assert.match(textOf(order!), wordsAndOrder);
  await eventually(soonMs, async () =>
    assert.deepEqual(await sql("select distinct status from messages where direction = 'out'"), [
      { status: "sent" },
    ]),
  );
  user.hasReadAll();
});

test("kill -9 in the middle of sending, without an echo: the message comes again, before what follows", async (t) => {
  const { graph, sql, start, listen } = await startNodes(t);
  const doomed = await start();
  assert.equal(await listen(doomed.url), true);
  const user = createUser(graph);
  graph.meetNext({ hangs: true });
  graph.page(page.id).subscribedFields = ["messages"];
  await user.write(`show order ${shortNumber}`);
  const [lead] = await user.reads(1);
  await doomed.kill();
  await start();
  await sql("update outboxes set send_at = now() where send_at is not null");
  const [again, card, question] = await user.reads(3);
  assert.equal(textOf(again!), textOf(lead!));
  assert.match(JSON.stringify(card), /"generic"/);
  assert.match(textOf(question!), /email/);
});

test("what one node has stored, another one sends", async (t) => {
  const { graph, sql, start, listen } = await startNodes(t);
  const hearing = await start();
  assert.equal(await listen(hearing.url), true);
  const user = createUser(graph);
  graph.meetNext({ error: { code: 2, status: 500 } });
  await user.write(`show order ${orderNumber}`);
  await eventually(soonMs, async () =>
    assert.equal((await sql("select 1 from outboxes where tries = 1")).length, 1),
  );
  await hearing.kill();
  await start();
  const [order] = await user.reads(1);
  assert.match(textOf(order!), wordsAndOrder);
});
