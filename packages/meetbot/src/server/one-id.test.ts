import assert from "node:assert/strict";
import { test } from "node:test";
import { takeSeat } from "../../test/fixtures/conversation.ts";
import { eventually } from "../../test/fixtures/eventually.ts";
import { webChat } from "../channels/web-chat/web-chat.ts";
import { bot } from "../store/store.fixture.ts";
import { newTrace, toTraceparent } from "../tracing/trace.ts";
import { inTrace } from "../tracing/tracer.ts";
import { startTestServer } from "./server.fixture.ts";
import { botId, createCustomer, startTelegram } from "./webhooks/telegram.fixture.ts";

interface Line {
  msg: string;
  trace_id?: string;
  door?: string;
  route?: string;
  deliveries?: string[];
  message?: number;
}

const toLines = (logged: readonly string[]) => logged.map((line) => JSON.parse(line) as Line);

const patienceMs = 60_000;

test("one id leads from a platform's request to the turn, the delivery and the message", async (t) => {
  const { telegram, shopper, rests, logged, store } = await startTelegram(t);
  const customer = createCustomer(telegram);
  await customer.say(`show order ${shopper.orders[0]!.order_number}`);
  await customer.reads(1);
  await rests();
  const asked = toLines(logged).find(({ deliveries }) => deliveries?.length);
  assert(asked?.trace_id);
  const [deliveryId = ""] = asked.deliveries ?? [];
  const found = await store.deliveryLog.find(botId, deliveryId);
  assert.equal(found?.delivery.traceId, asked.trace_id);
  const lines = toLines(logged).filter(({ trace_id: id }) => id === asked.trace_id);
  assert.deepEqual(
    lines.map(({ msg, door, route }) => [msg, door, route].filter(Boolean)).toSorted(),
    [
      ["a message was sent"],
      ["a request was answered", "webhook", `/channels/telegram/:bot_id`],
      ["a turn was taken"],
    ],
  );
});

test("a turn that another node takes later goes on under the id of its request", async (t) => {
  const trace = newTrace();
  const ref = { botId: bot.id, conversationId: "c_elsewhere" };
  const start = { kind: "start", locale: null, account: null } as const;
  const { logged } = await startTestServer(t, {}, ({ store }) =>
    inTrace(trace, null, () =>
      store.mailbox.open(ref, webChat.name, "a token", { dedupeKey: "start", content: start }),
    ),
  );
  await eventually(patienceMs, async () => {
    const turn = toLines(logged).find(({ msg }) => msg === "a turn was taken");
    assert.equal(turn?.trace_id, trace.traceId);
  });
});

test("a trusted proxy says which request it is, and nobody else", async (t) => {
  const trace = newTrace();
  const headers = { traceparent: toTraceparent(trace) };
  const idFrom = async (url: string) => (await fetch(url, { headers })).headers.get("x-request-id");
  const { url: behind } = await startTestServer(t, { trustedProxies: ["127.0.0.1"] });
  assert.equal(await idFrom(`${behind}/healthz`), trace.traceId);
  const { url } = await startTestServer(t);
  const own = await idFrom(`${url}/nowhere`);
  assert.match(own ?? "", /^[0-9a-f]{32}$/);
  assert.notEqual(own, trace.traceId);
  assert.notEqual(own, await idFrom(`${url}/nowhere`));
});

test("a customer's window reads no ids of requests", async (t) => {
  const { url } = await startTestServer(t);
  const seat = await takeSeat(url, bot.id);
  const stream = await fetch(`${seat.base}/events`, {
    headers: { authorization: `Bearer ${seat.token}` },
  });
  const { value } = await stream.body!.getReader().read();
  assert.doesNotMatch(Buffer.from(value!).toString(), /trace/);
});
