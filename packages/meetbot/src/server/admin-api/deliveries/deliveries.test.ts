import assert from "node:assert/strict";
import { test } from "node:test";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { serializeQuery } from "@meetbot/protocol";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { startMerchant } from "../../../merchant/scripted-merchant.fixture.ts";
import { botId, conversationAsking, deliveryWith } from "../../../store/logs/log.fixture.ts";
import { delivery } from "../../../store/store.fixture.ts";
import type { Seed } from "../../server.fixture.ts";
import { json, startAdminServer } from "../call-admin.fixture.ts";

const requestBody = serializeQuery({
  method: "orders",
  id: "order_list_1",
  pageId: "1234567890",
  userAccount: "yilia@meetbot.biz",
  filter: "open",
  pagination: { page: 1, limit: 3 },
});

const responseBody = JSON.stringify({
  success: true,
  object: "list",
  orders: [{ order_number: "12345678902", recipient_name: "Yilia Meetbot", status: "Shipped" }],
});

/** Three deliveries, of the day's first milliseconds: answered, a no, and a failure. */
const deliveries: Partial<Delivery>[] = [
  {
    id: "order_list_a",
    requestBody,
    exchanges: delivery.exchanges.map((exchange) => ({ ...exchange, responseBody })),
  },
  {
    id: "order_list_b",
    startedAt: delivery.startedAt + 1,
    outcome: "order_not_found",
    requestBody,
  },
  {
    id: "order_list_c",
    startedAt: delivery.startedAt + 2,
    outcome: "timeout",
    exchanges: [],
    durationMs: 8000,
    requestBody,
  },
];

async function startLog(t: Parameters<typeof startAdminServer>[0]) {
  const outboundAllow = () => parseAllowList(["127.0.0.1"]);
  const server = await startAdminServer(t, { outboundAllow }, ({ store }) =>
    conversationAsking(store, "one", deliveries),
  );
  const ids = async (query: string) => {
    const { data } = await json(await server.call("viewer", `GET /deliveries?${query}`));
    return data.map((row: { delivery_id: string }) => row.delivery_id.slice(-1)).join("");
  };
  return { ...server, ids };
}

test("deliveries are listed page by page, newest first", async (t) => {
  const { call } = await startLog(t);
  const first = await json(await call("viewer", "GET /deliveries?limit=2"));
  assert.deepEqual(first.data[0], {
    delivery_id: "order_list_c",
    conversation_id: "one",
    method: "orders",
    outcome: "timeout",
    http_status: null,
    started_at: new Date(delivery.startedAt + 2).toISOString(),
    duration_ms: 8000,
    exchanges: 0,
    secret_fingerprint: null,
    message_seq: 1,
    replay_of: null,
    asked_by: null,
  });
  const rest = await json(await call("viewer", `GET /deliveries?cursor=${first.next_cursor}`));
  assert.deepEqual(
    rest.data.map((row: { delivery_id: string }) => row.delivery_id),
    ["order_list_a"],
  );
  assert.equal(rest.next_cursor, null);
  const refused = await call("viewer", "GET /deliveries?cursor=nonsense");
  assert.equal(refused.status, 400);
  assert.equal((await json(refused)).code, "invalid_cursor");
});

test("each filter of a request lets through what it says", async (t) => {
  const { ids, call } = await startLog(t);
  assert.equal(await ids("outcome=ok"), "a");
  assert.equal(await ids("outcome=no"), "b");
  assert.equal(await ids("outcome=failed"), "c");
  assert.equal(await ids("outcome=order_not_found"), "b");
  assert.equal(await ids("status=2xx"), "ba");
  assert.equal(await ids("status=200"), "ba");
  assert.equal(await ids("status=201"), "");
  assert.equal(await ids("method=packages"), "");
  assert.equal(await ids("conversation_id=one"), "cba");
  assert.equal(await ids("conversation_id=two"), "");
  assert.equal(await ids("min_duration_ms=8000"), "c");
  assert.equal(await ids("replays=only"), "");
  const second = new Date(delivery.startedAt + 1).toISOString();
  assert.equal(await ids(`from=${second}`), "cb");
  assert.equal(await ids(`to=${second}`), "a");
  for (const wrong of ["outcome=good", "status=6xx", "from=yesterday", "conversation_id=%00"]) {
    assert.equal((await call("viewer", `GET /deliveries?${wrong}`)).status, 400, wrong);
  }
});

test("a delivery is read masked; revealed it is whole, and the audit says by whom", async (t) => {
  const { call, store } = await startLog(t);
  const masked = await json(await call("viewer", "GET /deliveries/order_list_a"));
  assert.equal(masked.masked, true);
  assert.equal(masked.curl, null);
  assert.match(masked.request_body, /y•••@m•••\.biz/);
  for (const hidden of ["yilia", "Yilia", "12345678902"]) {
    assert(!JSON.stringify(masked).includes(hidden), hidden);
  }
  assert.equal((await call("viewer", "POST /deliveries/order_list_a/reveal")).status, 403);

  const revealed = await json(await call("editor", "POST /deliveries/order_list_a/reveal"));
  assert.equal(revealed.masked, false);
  assert.equal(revealed.request_body, requestBody);
  assert.equal(revealed.exchange_log[0].response_body, responseBody);
  assert.match(revealed.curl, /yilia@meetbot\.biz/);
  const [entry] = await store.bots.auditOf(botId, 1);
  assert.deepEqual(
    [entry?.actor, entry?.action, entry?.detail],
    ["editor@shop.example", "delivery_revealed", { delivery: "order_list_a" }],
  );
  for (const route of ["GET /deliveries/nothing", "POST /deliveries/nothing/reveal"]) {
    assert.equal((await call("editor", route)).status, 404);
  }
});

test("a replay asks the merchant the same with what the bot has now, and tells no customer", async (t) => {
  const { call, store, run } = await startLog(t);
  const merchant = await startMerchant(t, (_, response) => {
    response.end('{"success":false,"error":{"code":10001,"message":"no such user"}}');
  });
  await store.bots.change(botId, { endpoint: merchant.endpoint.url });
  assert.equal((await call("viewer", "POST /deliveries/order_list_c/replay")).status, 403);

  const response = await call("editor", "POST /deliveries/order_list_c/replay");
  assert.equal(response.status, 201);
  const row = await json(response);
  assert.equal(row.replay_of, "order_list_c");
  assert.equal(row.outcome, "user_not_found");
  assert.equal(row.message_seq, null);
  const [received] = merchant.received;
  const { request, ...asked } = JSON.parse(received?.body ?? "");
  const { request: before, ...askedBefore } = JSON.parse(requestBody);
  assert.deepEqual(asked, askedBefore);
  assert.notEqual(request.id, before.id);
  const { replays } = await json(await call("viewer", "GET /deliveries/order_list_c"));
  assert.deepEqual(replays, [row]);
  assert.deepEqual(await run("select count(*)::integer from messages"), [{ count: 2 }]);
  assert.equal((await call("editor", "POST /deliveries/nothing/replay")).status, 404);
});

test("an export has every delivery on a line of its own, masked unless it is to be whole", async (t) => {
  const { call, store } = await startLog(t);
  assert.equal((await call("viewer", "GET /deliveries/export")).status, 403);
  const masked = await call("editor", "GET /deliveries/export?outcome=failed");
  assert.match(masked.headers.get("content-disposition") ?? "", /^attachment; .*\.ndjson"$/);
  const [only, ...none] = (await masked.text()).trimEnd().split("\n");
  assert.deepEqual(none, []);
  assert.equal(JSON.parse(only ?? "").delivery_id, "order_list_c");
  assert(!only?.includes("yilia"));

  const whole = await (await call("editor", "GET /deliveries/export?reveal=true")).text();
  const lines = whole.trimEnd().split("\n");
  assert.equal(lines.length, 3);
  assert.equal(JSON.parse(lines[2] ?? "").request_body, requestBody);
  const [entry, before] = await store.bots.auditOf(botId, 2);
  assert.deepEqual(
    [entry?.action, entry?.detail],
    ["deliveries_exported", { masked: false, filter: {} }],
  );
  assert.deepEqual(before?.detail, { masked: true, filter: { outcome: "failed" } });
});

test("an export longer than what is held at once is whole", async (t) => {
  const many = Array.from({ length: 230 }, (_, n) => ({ id: `d${n}` }));
  const seed: Seed = ({ store }) => conversationAsking(store, "one", many);
  const { call } = await startAdminServer(t, {}, seed);
  const lines = (await (await call("editor", "GET /deliveries/export")).text()).trimEnd();
  const ids = lines.split("\n").map((line) => JSON.parse(line).delivery_id);
  assert.equal(new Set(ids).size, 230);
});

/** The events of a stream, one by one. */
function eventsOf(response: Response) {
  assert(response.body);
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  return async () => (await events.read()).value;
}

test("deliveries are followed as they are stored, by the same filters", async (t) => {
  const { call, store } = await startLog(t);
  const gone = new AbortController();
  t.after(() => gone.abort());
  const response = await call("viewer", "GET /deliveries/live?outcome=failed", gone);
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  const next = eventsOf(response);
  assert.equal((await next())?.event, "ready");
  const startedAt = Date.now();
  const fine = deliveryWith({ id: "order_list_fine", startedAt });
  const failed = deliveryWith({ id: "order_list_failed", startedAt, outcome: "http_status" });
  for (const replay of [fine, failed]) {
    await store.deliveryLog.addReplay(botId, "order_list_a", replay);
  }
  const told = await next();
  assert.equal(told?.event, "delivery");
  assert.equal(JSON.parse(told?.data ?? "").delivery_id, "order_list_failed");
});

test("a stream of deliveries ends with the server", { timeout: 60_000 }, async (t) => {
  const { call, close } = await startLog(t);
  const next = eventsOf(await call("viewer", "GET /deliveries/live"));
  assert.equal((await next())?.event, "ready");
  const end = next().catch(() => undefined);
  await close();
  assert.equal(await end, undefined);
});

test("a stream of deliveries ends soon after its reader lost the role, or signed out", async (t) => {
  const { call, run } = await startLog(t);
  const gone = new AbortController();
  t.after(() => gone.abort());
  const ends: Promise<unknown>[] = [];
  const states: string[] = [];
  for (const role of ["viewer", "editor", "owner"] as const) {
    const next = eventsOf(await call(role, "GET /deliveries/live", gone));
    assert.equal((await next())?.event, "ready");
    const end = next().then((event) => states.push(`${role}: ${event?.event ?? "end"}`));
    if (role !== "owner") ends.push(end);
    else end.catch(() => {});
  }
  const idOf = (role: string) => `(select id from operators where email = '${role}@shop.example')`;
  await run(`delete from bot_members where operator_id = ${idOf("viewer")}`);
  await run(`delete from operator_sessions where user_id = ${idOf("editor")}`);
  await Promise.all(ends);
  // Whose rights stay goes on.
  assert.deepEqual(states.toSorted(), ["editor: end", "viewer: end"]);
});

test("of personal data that is shown nothing is kept for a repetition: it would outlive its customer", async (t) => {
  const { call, run } = await startLog(t);
  const headers = { "Idempotency-Key": "once" };
  for (const _ of ["first", "again"]) {
    const shown = await call("editor", "POST /deliveries/order_list_a/reveal", { headers });
    assert.deepEqual([shown.status, shown.headers.get("idempotent-replayed")], [200, null]);
  }
  assert.deepEqual(await run("select from idempotency_keys"), []);
});
