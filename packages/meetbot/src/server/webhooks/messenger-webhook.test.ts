import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { startSilence } from "../../../test/fixtures/own-shop.ts";
import { webhookHeaders } from "../../graph-simulator/webhook-pusher.ts";
import {
  app,
  botId,
  createUser,
  newMid,
  page,
  quickRepliesOf,
  startMessenger,
  textOf,
  verifyToken,
} from "./messenger.fixture.ts";

test("proves itself to whoever knows the verify token, and to nobody else", async (t) => {
  const { webhook } = await startMessenger(t);
  const challenge = (token: string) =>
    fetch(`${webhook}?hub.mode=subscribe&hub.challenge=4711&hub.verify_token=${token}`);
  const right = await challenge(encodeURIComponent(verifyToken));
  assert.deepEqual([right.status, await right.text()], [200, "4711"]);
  assert.equal((await challenge("another")).status, 403);
  assert.equal((await fetch(webhook.replace(botId, "bot_1"))).status, 404);
});

test("takes nothing that is not signed with the app secret", async (t) => {
  const { webhook, run } = await startMessenger(t);
  const body = bodyOf([textItem("1", "hi")]);
  for (const headers of [
    {},
    webhookHeaders(body, "another secret"),
    webhookHeaders(`${body} `, app.secret),
  ]) {
    assert.equal((await fetch(webhook, { method: "POST", headers, body })).status, 401);
  }
  assert.deepEqual(await run("select conversation_id from conversations"), []);
});

test("answers 200 to what is signed and means nothing, and stores nothing of it", async (t) => {
  const { webhook, run } = await startMessenger(t);
  const otherPage = {
    object: "page",
    entry: [{ id: "99", messaging: [textItem("1", "hi", "99")] }],
  };
  const bodies = ["not JSON", "[]", JSON.stringify(otherPage), bodyOf([{ sender: { id: "1" } }])];
  for (const body of bodies) {
    const headers = webhookHeaders(body, app.secret);
    assert.equal((await fetch(webhook, { method: "POST", headers, body })).status, 200, body);
  }
  assert.deepEqual(await run("select conversation_id from conversations"), []);
});

test("takes a body of 1 MiB, and refuses one without end", async (t) => {
  const { webhook } = await startMessenger(t);
  const push = async (bytes: number) => {
    const body = bodyOf([textItem("1", " ".repeat(bytes))]);
    const headers = webhookHeaders(body, app.secret);
    return (await fetch(webhook, { method: "POST", headers, body })).status;
  };
  assert.equal(await push(1024 * 1024), 200);
  assert.equal(await push(5 * 1024 * 1024), 413);
});

test("a message that comes again and again, also at once, is answered once", async (t) => {
  const { graph } = await startMessenger(t);
  const user = createUser(graph);
  const item = { message: { mid: newMid(), text: "hello" } };
  await Promise.all([user.act(item), user.act(item), user.act(item, { copies: 3 })]);
  await user.reads(1);
  await user.act(item);
  // Whatever the repetitions would have caused comes before the answer to what follows.
  await user.write("thank you");
  await user.reads(1);
  await graph.settled();
  user.hasReadAll();
});

test("pictures sent together get one answer that says what the bot can read, with choices", async (t) => {
  const { graph, store, run } = await startMessenger(t);
  await store.bots.change(botId, { locale: "zh" });
  const user = createUser(graph);
  const picture = { type: "image", payload: { url: "https://cdn.example/1.png" } };
  await user.act({ message: { mid: newMid(), attachments: [picture, picture] } });
  await user.act({ message: { mid: newMid(), attachments: [picture] } });
  await user.act({ message: { mid: newMid(), attachments: [{ type: "audio" }] } });
  await user.write("thank you");
  const [textOnly, thanks] = await user.reads(2);
  assert.match(textOf(textOnly!), /我目前只能看懂文字/);
  assert.equal(quickRepliesOf(textOnly!).length, 4);
  assert.match(textOf(thanks!), /welcome/);
  await graph.settled();
  user.hasReadAll();
  const kinds = await run(
    "select kind, count(*)::integer from messages where direction = 'in' group by 1 order by 1",
  );
  assert.deepEqual(kinds, [
    { kind: "media", count: 3 },
    { kind: "text", count: 1 },
  ]);
});

test("Meta has its 200 within a second while the shop and Meta itself are silent", async (t) => {
  const { graph, store, webhook, shopper, run } = await startMessenger(t);
  await store.bots.change(botId, { endpoint: await startSilence(t) });
  const tookMs: number[] = [];
  const push = async (text: string) => {
    const body = bodyOf([textItem("7", text)]);
    const startedAt = performance.now();
    const headers = webhookHeaders(body, app.secret);
    const { status } = await fetch(webhook, { method: "POST", headers, body });
    tookMs.push(performance.now() - startedAt);
    assert.equal(status, 200);
  };
  // The first reply hangs at Meta, then a turn hangs at the shop; more messages wait behind it.
  graph.user(page.id, "7").lastActAtMs = Date.now();
  graph.meetNext({ hangs: true }, { hangs: true });
  await push("hello");
  await eventually(15_000, async () => assert.equal(graph.sent.length, 1));
  for (let nth = 0; nth < 5; nth++) {
    await push(`show order ${shopper.orders[0]!.order_number}`);
  }
  const waiting = await run(`select from messages join conversations using (conversation_id)
    where direction = 'in' and seq > handled_seq`);
  assert.equal(waiting.length, 5);
  // The quickest: what one takes longer is the machine's, not the shop's.
  assert(Math.min(...tookMs) < 1_000, `${tookMs}`);
  // A shop is waited for eight seconds, and Meta for longer.
  assert(Math.max(...tookMs) < 7_500, `${tookMs}`);
});

test("a body with several customers is stored whole, each one's messages in order", async (t) => {
  const { graph, run } = await startMessenger(t);
  const [one, other] = [createUser(graph), createUser(graph)];
  // The window is open: what is pushed below is the simulator's, and nobody's act.
  for (const { id } of [one, other]) graph.user(page.id, id).lastActAtMs = Date.now();
  const at = Date.now();
  await graph.push(
    JSON.parse(
      bodyOf([
        { ...textItem(other.id, "help"), timestamp: at + 1 },
        { ...textItem(one.id, "hello"), timestamp: at },
        { ...textItem(one.id, "thank you"), timestamp: at + 2 },
        { ...textItem(other.id, "hello"), timestamp: at - 1 },
      ]),
    ),
  );
  const said = async (user: typeof one) => (await user.reads(2)).map(textOf);
  const [greeting, thanks] = await said(one);
  const [otherGreeting, help] = await said(other);
  assert.equal(otherGreeting, greeting);
  assert.equal(new Set([greeting, thanks, help]).size, 3);
  assert.equal((await run("select conversation_id from conversations")).length, 2);
});

test("echoes of our own messages are answered by nobody", async (t) => {
  const { graph, run } = await startMessenger(t);
  const user = createUser(graph);
  await user.write("hello");
  await user.reads(1);
  await graph.settled();
  assert.equal(graph.pushes.filter(({ body }) => body.includes("is_echo")).length, 1);
  await user.write("thank you");
  await user.reads(1);
  await graph.settled();
  user.hasReadAll();
  const rows = await run("select seq from messages where direction = 'in'");
  assert.equal(rows.length, 2);
});

test("what waits in standby is never answered, nor what comes from Meta's test button", async (t) => {
  const { graph } = await startMessenger(t);
  const user = createUser(graph);
  const standby = {
    object: "page",
    entry: [{ id: page.id, standby: [textItem(user.id, "hello")] }],
  };
  await graph.push(standby);
  await graph.push(JSON.parse(bodyOf([textItem("12334", "hello")])));
  await user.press("start");
  const [first] = await user.reads(1);
  assert.match(textOf(first!), /Meetbot Shop/);
  assert.equal(graph.sent.length, 1);
});

test("no log line and no metric holds a customer's id, a text or a secret", async (t) => {
  const { graph, logged, url } = await startMessenger(t);
  const user = createUser(graph, "7711223344");
  await user.write("my canary is 5599");
  await user.reads(1);
  graph.meetNext({ error: { code: 190, status: 401 } });
  await user.write("my canary is 5599");
  await eventually(5_000, async () => assert.match(logged.join(""), /the page was stopped/));
  const metrics = await (await fetch(`${url}/metrics`)).text();
  assert.match(metrics, /meetbot_messenger_sent_total\{outcome="sent"\} 1/);
  const told = `${logged.join("")}${metrics}`;
  for (const secret of ["7711223344", "canary", page.token, app.secret, verifyToken]) {
    assert(!told.includes(secret), secret);
  }
});

function textItem(user: string, text: string, pageId = page.id) {
  return {
    sender: { id: user },
    recipient: { id: pageId },
    timestamp: Date.now(),
    message: { mid: newMid(), text },
  };
}

function bodyOf(items: object[]): string {
  return JSON.stringify({ object: "page", entry: [{ id: page.id, messaging: items }] });
}

test("where the bot takes pictures a person is offered, and the event is there whatever becomes of the picture", async (t) => {
  const { graph, run } = await startMessenger(t, {}, undefined, { pictures: true });
  const user = createUser(graph);
  const payload = { url: "https://scontent.fbcdn.net.invalid/cup.jpg" };
  await user.act({ message: { mid: newMid(), attachments: [{ type: "image", payload }] } });
  const [offer] = await user.reads(1);
  assert.match(textOf(offer!), /cannot look at pictures or files myself, but a person can/);
  assert.match(quickRepliesOf(offer!)[0]?.title ?? "", /person/i);
  assert.equal((await run("select from messages where direction = 'in'")).length, 1);
  assert.deepEqual(await run("select from pictures"), []);
});
