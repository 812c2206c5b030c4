import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../../test/fixtures/eventually.ts";
import type { Shopper } from "../../../test/fixtures/shopper.ts";
import { messenger } from "../../channels/messenger/messenger.ts";
import { toConnection } from "../../channels/messenger/page.ts";
import { linkOn } from "../../operations/channels/connect-link.ts";
import {
  app,
  botId,
  createUser,
  page,
  startMessenger,
  textOf,
  verifyToken,
} from "./messenger.fixture.ts";

const soonMs = 60_000;

/** A list goes out in one message with its heading, masked where an email alone was given. */
const listWords = /^2 orders .*\n\n1\. Order ····.*\n2\. Order ····[^\n]*$/;
/** Each is answered by a message of its own. */
const twoOrders = ({ orders: [one, other] }: Shopper) =>
  `where are ${one!.order_number} and ${other!.order_number}`;
const orderWords = /Your order \(Lamp.*\n\nOrder .*Lamp/s;

test("what Meta fails to take is sent again, in order and once", async (t) => {
  const { graph, shopper } = await startMessenger(t);
  const user = createUser(graph);
  const down = { error: { code: 2, status: 500 } };
  graph.meetNext(down, {}, { proxySays: 502 });
  await user.write(`my orders, ${shopper.email}`);
  await user.write(`show order ${shopper.orders[0]!.order_number}`);
  await user.write("thank you");
  const [list, order, thanks] = await user.reads(3);
  assert.match(textOf(list!), listWords);
  assert.match(textOf(order!), orderWords);
  assert.match(textOf(thanks!), /welcome/i);
  await graph.settled();
  user.hasReadAll();
});

for (const place of [1, 2]) {
  const what = `message ${place} of a turn whose answer was lost`;
  test(`${what} is not sent again once its echo has come`, async (t) => {
    const { graph, run, shopper } = await startMessenger(t);
    const user = createUser(graph);
    graph.meetNext(...Array.from({ length: place - 1 }, () => ({})), { breaks: true });
    await user.write(twoOrders(shopper));
    const [one, other] = await user.reads(2);
    assert.match(textOf(one!), orderWords);
    assert.match(textOf(other!), orderWords);
    await allSent(run);
    user.hasReadAll();
  });
}

test("an order goes out in one message with its words, which is not sent again once its echo has come", async (t) => {
  const { graph, run, shopper } = await startMessenger(t);
  const user = createUser(graph);
  graph.meetNext({ breaks: true });
  await user.write(`order ${shopper.orders[0]!.order_number} is late`);
  const [order] = await user.reads(1);
  assert.match(textOf(order!), orderWords);
  await allSent(run);
  assert.deepEqual(await statuses(run), ["sent", "sent"]);
  await graph.settled();
  user.hasReadAll();
});

test("the second message of a turn that Meta fails to take is sent again, and it alone", async (t) => {
  const { graph, run, shopper } = await startMessenger(t);
  const user = createUser(graph);
  graph.meetNext({}, { error: { code: 2, status: 500 } });
  await user.write(twoOrders(shopper));
  const [one, other] = await user.reads(2);
  assert.match(textOf(one!), orderWords);
  assert.match(textOf(other!), orderWords);
  await allSent(run);
  await graph.settled();
  user.hasReadAll();
});

test("a message whose answer and echo were lost is sent again, before what follows", async (t) => {
  const { graph, run } = await startMessenger(t);
  graph.page(page.id).subscribedFields = ["messages"];
  const user = createUser(graph);
  graph.meetNext({ breaks: true });
  await user.write("hello");
  await user.reads(1);
  await eventually(soonMs, async () => assert.deepEqual(await statuses(run), ["unknown"]));
  await user.write("thank you");
  await eventually(soonMs, async () =>
    assert.deepEqual(await statuses(run), ["unknown", "queued"]),
  );
  user.hasReadAll();
  await run("update outboxes set send_at = now() where send_at is not null");
  const [again, thanks] = await user.reads(2);
  assert.equal(textOf(again!), textOf(user.received()[0]!));
  assert.match(textOf(thanks!), /welcome/i);
  await allSent(run);
});

test("a page that sent too much waits, with all its customers, and then goes on", async (t) => {
  const { graph, store, run } = await startMessenger(t);
  const [one, other] = [createUser(graph), createUser(graph)];
  graph.meetNext({ error: { code: 613, headers: { "retry-after": "3600" } } });
  await one.write("hello");
  await eventually(soonMs, async () =>
    assert((await store.channels.links.stateOf(linkOn(messenger, botId)))?.pausedUntil),
  );
  await other.write("hello");
  await eventually(soonMs, async () => assert.deepEqual(await statuses(run), ["queued", "queued"]));
  assert.equal((await store.channels.outbox.due(10)).length, 0);
  assert.equal(graph.sent.length, 0);
  await run("update channel_links set paused_until = now()");
  await run("update outboxes set send_at = now() where send_at is not null");
  await one.reads(1);
  await other.reads(1);
});

test("a page whose token has ended stops and says so, and goes on where it is connected anew", async (t) => {
  const { graph, store, run, logged } = await startMessenger(t);
  const user = createUser(graph);
  graph.page(page.id).token = "a new token";
  await user.write("hello");
  await eventually(soonMs, async () =>
    assert.equal(
      (await store.channels.links.stateOf(linkOn(messenger, botId)))?.stoppedFor,
      "auth",
    ),
  );
  const state = await store.channels.links.stateOf(linkOn(messenger, botId));
  assert.deepEqual([state?.lastFailure?.code, state?.waiting], [190, 1]);
  assert.match(logged.join(""), /the page was stopped/);
  const [change] = await store.bots.auditOf(botId, 1);
  assert.deepEqual([change?.actor, change?.action], ["server", "page_stopped"]);

  await user.write("thank you");
  await eventually(soonMs, async () => assert.deepEqual(await statuses(run), ["queued", "queued"]));
  await store.channels.links.connect(
    botId,
    toConnection({
      ...{ pageId: page.id, appId: app.id, token: "a new token" },
      ...{ appSecret: app.secret, verifyToken },
    }),
  );
  const [, thanks] = await user.reads(2);
  assert.match(textOf(thanks!), /welcome/i);
  assert.equal((await store.channels.links.stateOf(linkOn(messenger, botId)))?.stoppedFor, null);
});

test("outside of the window nothing more is tried until the customer writes again", async (t) => {
  const { graph, run, shopper } = await startMessenger(t);
  const user = createUser(graph);
  graph.meetNext({ error: { code: 10, subcode: 2018278 } });
  await user.write(`show order ${shopper.orders[0]!.order_number}`);
  await eventually(soonMs, async () => assert.deepEqual(await statuses(run), ["failed", "failed"]));
  await user.write("thank you");
  const [thanks] = await user.reads(1);
  assert.match(textOf(thanks!), /welcome/i);
  await graph.settled();
  user.hasReadAll();
});

test("a message that Meta never takes is given up, and what follows is sent", async (t) => {
  const { graph, run, logged, shopper } = await startMessenger(t);
  const user = createUser(graph);
  graph.meetNext({ error: { code: 100, subcode: 2018109 } });
  await user.write(twoOrders(shopper));
  const [other] = await user.reads(1);
  assert.match(textOf(other!), orderWords);
  // Words and card of an order are one message.
  const ended = ["failed", "failed", "sent", "sent"];
  await eventually(soonMs, async () => assert.deepEqual(await statuses(run), ended));
  assert.match(logged.join(""), /"subcode":2018109.*a message was given up/);
});

test("a person who answers in the page's inbox is not talked over, until the customer taps", async (t) => {
  const { graph, run } = await startMessenger(t);
  const user = createUser(graph);
  await user.press("start");
  await user.reads(1);
  await graph.push(echoOf(user.id, "263902037430900"));
  await user.write("hello, are you there?");
  await eventually(soonMs, async () => assert.deepEqual(await unhandled(run), []));
  user.hasReadAll();
  await user.press("menu:help");
  const [help] = await user.reads(1);
  assert(textOf(help!).length > 0);
  // Meta tells late, and twice, of what was before.
  await graph.push(echoOf(user.id, "263902037430900", Date.now() - 60_000));
  await user.write("thank you");
  const [thanks] = await user.reads(1);
  assert.match(textOf(thanks!), /welcome/i);
  const said = await run("select kind from messages where direction = 'in' order by seq");
  assert.equal(said.length, 4);
});

test("another app that takes the conversation silences the bot until it hands back", async (t) => {
  const { graph, run } = await startMessenger(t);
  const user = createUser(graph);
  await user.press("start");
  await user.reads(1);
  graph.user(page.id, user.id).isHeldByOther = true;
  await user.write("hello");
  await eventually(soonMs, async () => assert.deepEqual(await statuses(run), ["sent", "queued"]));
  await eventually(soonMs, async () =>
    assert.equal((await run("select 1 from outboxes where silent_until > now()")).length, 1),
  );
  await user.write("anybody?");
  await eventually(soonMs, async () => assert.deepEqual(await unhandled(run), []));
  user.hasReadAll();

  graph.user(page.id, user.id).isHeldByOther = false;
  await user.act({ pass_thread_control: { new_owner_app_id: app.id } });
  // The bot sends its held-back reply; it does not answer messages meant for the other app.
  await user.reads(1);
  await user.write("thank you");
  const [thanks] = await user.reads(1);
  assert.match(textOf(thanks!), /welcome/i);
  await graph.settled();
  user.hasReadAll();
});

test("a stopped node finishes the call in hand", async (t) => {
  const { graph, run, close } = await startMessenger(t);
  const user = createUser(graph);
  graph.meetNext({ delayMs: 300 });
  await user.write("hello");
  const calls = "select from outboxes where attempted_at is not null";
  await eventually(soonMs, async () => assert.equal((await run(calls)).length, 1));
  await close();
  assert.deepEqual(await statuses(run), ["sent"]);
});

type Run = Awaited<ReturnType<typeof startMessenger>>["run"];

async function statuses(run: Run): Promise<unknown[]> {
  const rows = await run("select status from messages where direction = 'out' order by at, seq");
  return rows.map((row) => (row as { status: string }).status);
}

async function allSent(run: Run): Promise<void> {
  await eventually(soonMs, async () =>
    assert.deepEqual([...new Set(await statuses(run))], ["sent"]),
  );
}

function unhandled(run: Run): Promise<unknown[]> {
  return run("select 1 from conversations where handled_seq < last_inbound_seq");
}

/** What somebody else says in the page's name. */
function echoOf(user: string, appId: string, timestamp = Date.now()) {
  const message = { mid: `m_${timestamp}`, is_echo: true, app_id: appId, text: "I am a person." };
  const item = { sender: { id: page.id }, recipient: { id: user }, timestamp, message };
  return { object: "page", entry: [{ id: page.id, time: timestamp, messaging: [item] }] };
}
