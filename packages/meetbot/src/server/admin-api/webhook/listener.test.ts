import assert from "node:assert/strict";
import { test } from "node:test";
import type { EndpointTest } from "@meetbot/model/shop/endpoint-test.ts";
import { verifyRequest } from "@meetbot/protocol";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { SIGNING_SECRET } from "../../../merchant/scripted-merchant.fixture.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import { bot } from "../../../store/store.fixture.ts";
import { askedBot, refusal, startListening } from "./listener.fixture.ts";

const patienceMs = 60_000;

const base64 = (text: string) => Buffer.from(text).toString("base64");
const answerOf = (status: number, body = refusal) => ({
  status,
  headers: { "content-type": "application/json" },
  body: base64(body),
});

test("a query of any node is handed over with its bytes and its signature, and the answer comes back", async (t) => {
  const { ask, begin, makeToken, call, shop, used, store, run, auditOf } = await startListening(t);
  const token = await makeToken();
  const id = await begin(token);
  const asking = ask();
  const { told } = await call(token, `POST /${id}/queries`);
  const [query] = told.data;
  const body = Buffer.from(query.body, "base64");
  const verified = verifyRequest({
    ...{ body, headers: query.headers, secrets: [SIGNING_SECRET], url: shop.endpoint.url },
  });
  assert.equal(verified.valid, true);
  const kept = await run("select encode(sealed, 'escape') from listened_queries");
  assert.equal(kept.length, 1);
  assert(!JSON.stringify(kept).includes("12345678902"), "it waits unreadable");
  const path = `POST /${id}/queries/${query.query_id}/answer`;
  assert.equal((await call(token, path, answerOf(200))).status, 204);
  const { kind, outcome, delivery } = await asking;
  assert.deepEqual([kind, outcome], ["refusal", "order_not_found"]);
  assert.equal(delivery?.exchanges[0]?.responseHeaders["meetbot-answered-by"], "listener");
  await eventually(patienceMs, async () =>
    assert.deepEqual(await run("select from listened_queries"), []),
  );
  assert.deepEqual([shop.received.length, used], [0, []], "the endpoint and its secrets");

  // What a developer's machine says of itself is not said of the endpoint.
  const askingAgain = ask();
  const [gone] = (await call(token, `POST /${id}/queries`)).told.data;
  await call(token, `POST /${id}/queries/${gone.query_id}/answer`, answerOf(410));
  assert.equal((await askingAgain).outcome, "gone");
  assert.equal((await store.health.find(askedBot.id)).stopped, null);
  const failing = ask();
  const [refused] = (await call(token, `POST /${id}/queries`)).told.data;
  await call(token, `POST /${id}/queries/${refused.query_id}/answer`, { failed: "EPROTO" });
  const { outcome: why, delivery: failed } = await failing;
  assert.equal(why, "connection_failed");
  assert.match(failed?.detail ?? "", /EPROTO/);

  assert.equal((await call(token, `DELETE ?listener_id=${id}`)).status, 204);
  assert.equal((await ask()).outcome, "order_not_found");
  assert.equal(shop.received.length, 1);
  const who = "ada@shop.example (token listen)";
  assert.deepEqual((await auditOf()).slice(-2), [
    `${who} listening_started`,
    `${who} listening_ended stopped`,
  ]);
});

test("nobody listens but an owner with a token for this bot alone that says so", async (t) => {
  const { call, makeToken, ownerOf, store, begin } = await startListening(t);
  const editor = await ownerOf("eve", [askedBot.id], false);
  const stranger = await ownerOf("bo", [bot.id]);
  const all = ["webhook:read", "webhook:write", "keys:write", "bots:write"] as const;
  const tries: [token: string | null, status: number, code: string][] = [
    [null, 401, "not_signed_in"],
    ["mbt_guessed", 401, "not_signed_in"],
    [await makeToken(undefined, { botId: bot.id }), 404, "not_found"],
    [await makeToken(undefined, { operatorId: stranger.id }), 404, "not_found"],
    [await makeToken(undefined, { operatorId: editor.id }), 403, "role_too_low"],
    [await makeToken(all), 403, "scope_missing"],
    [await makeToken(undefined, { botId: null }), 403, "token_for_this_bot_required"],
  ];
  const ada = await makeToken();
  const id = await begin(ada);
  const routes = ["POST ", `POST /${id}/queries`, `POST /${id}/queries/q/answer`];
  for (const [token, status, code] of tries) {
    for (const route of routes) {
      const body = route === "POST " ? { take_over: true } : answerOf(200);
      const told = await call(token, route, body);
      assert.deepEqual([told.status, told.code], [status, code], route);
    }
  }
  assert.equal((await store.listeners.find(askedBot.id))?.id, id);
  // A token that is revoked while it listens.
  await store.operators.database.deleteFrom("apiTokens").execute();
  assert.equal((await call(ada, `POST /${id}/queries`)).status, 401);
});

test("one machine listens at a time, and whoever takes over has the queries from then on", async (t) => {
  const { call, makeToken, ask, begin, ownerOf, auditOf, deliverTo, store } =
    await startListening(t);
  const other = await ownerOf("bo", [askedBot.id]);
  const [ada, bo] = [await makeToken(), await makeToken(undefined, { operatorId: other.id })];
  const first = await begin(ada);
  const taken = await call(bo, "POST ", {});
  assert.deepEqual([taken.status, taken.code], [409, "listener_taken"]);
  assert.match(taken.told.detail, /ada@shop\.example.*--take-over/);
  const inHand = ask();
  const [old] = (await call(ada, `POST /${first}/queries`)).told.data;
  const second = await begin(bo, { take_over: true });
  const { outcome, delivery } = await inHand;
  assert.equal(outcome, "connection_failed");
  assert.match(delivery?.detail ?? "", /MEETBOT_LISTENER_GONE/);
  assert.equal((await call(ada, `POST /${first}/queries`)).status, 404);
  // The one that lost its place answers neither its own query nor the other one's.
  const delivering = deliverTo(second, 5_000);
  const [query] = (await call(bo, `POST /${second}/queries`)).told.data;
  for (const [listener, queryId] of [
    [first, old.query_id],
    [first, query.query_id],
    [second, "unknown"],
  ]) {
    const answered = await call(ada, `POST /${listener}/queries/${queryId}/answer`, answerOf(200));
    assert.deepEqual([answered.status, answered.code], [409, "query_over"]);
  }
  const path = `POST /${second}/queries/${query.query_id}/answer`;
  const twice = [await call(bo, path, answerOf(200)), await call(bo, path, answerOf(500))];
  assert.deepEqual(
    twice.map(({ status }) => status),
    [204, 409],
  );
  assert.equal(await delivering, "received");
  // Nor while nobody has read the first answer yet.
  const ref = { botId: askedBot.id, listenerId: second, queryId: "unread" };
  await store.listenedQueries.put(ref, { headers: {}, body: "" });
  assert.equal(await store.listenedQueries.answer(ref, { failed: "EARLY" }), false, "not taken");
  await store.listenedQueries.take(askedBot.id, second);
  assert.equal(await store.listenedQueries.answer(ref, { failed: "FIRST" }), true);
  assert.equal(await store.listenedQueries.answer(ref, { failed: "SECOND" }), false);
  assert.deepEqual(await store.listenedQueries.read(ref), { failed: "FIRST" });
  assert.deepEqual(
    (await auditOf()).slice(-3).map((entry) => entry.replace(/@\S+ \(token listen\)/, "")),
    ["ada listening_started", "bo listening_ended taken_over", "bo listening_started"],
  );
});

test("a machine that is silent, says too much or is gone costs no more than a shop that does", async (t) => {
  const { call, makeToken, begin, ask, deliverTo, run, shop, auditOf } = await startListening(t);
  const token = await makeToken();
  const id = await begin(token);
  assert.equal(await deliverTo(id, 200), "timeout");
  await eventually(patienceMs, async () =>
    assert.deepEqual(await run("select from listened_queries"), []),
  );

  const long = deliverTo(id, 20_000);
  const [query] = (await call(token, `POST /${id}/queries`)).told.data;
  const path = `POST /${id}/queries/${query.query_id}/answer`;
  for (const [answer, status] of [
    [{ ...answerOf(200), body: base64("x".repeat(2_000_000)) }, 413],
    [{ ...answerOf(200), body: "no base64!" }, 400],
    [{ ...answerOf(200), headers: { "x y": "1" } }, 400],
    [{ ...answerOf(200), status: 99 }, 400],
    [{ failed: "a text of the developer's" }, 400],
    [answerOf(200, "x".repeat(256 * 1024 + 1)), 204],
  ] as const) {
    assert.equal((await call(token, path, answer)).status, status);
  }
  assert.equal(await long, "too_large");

  // It hangs up: the endpoint is asked at once.
  const hanging = new AbortController();
  const held = call(token, `POST /${id}/queries`, undefined, hanging.signal);
  const asking = deliverTo(id, 8_000);
  const [last] = (await held).told.data;
  assert(last);
  const seen = async () => JSON.stringify(await run("select seen_at from listeners"));
  const before = await seen();
  const gone = call(token, `POST /${id}/queries`, undefined, hanging.signal);
  gone.catch(() => {});
  await eventually(patienceMs, async () => assert.notEqual(await seen(), before));
  hanging.abort();
  assert.equal(await asking, "connection_failed");
  assert.equal((await ask()).outcome, "order_not_found");
  assert.equal(shop.received.length, 1);
  assert.match((await auditOf()).at(-1) ?? "", /listening_ended lost$/);

  // It is gone without a word: so is its listening soon after.
  const silent = await begin(token);
  await run("update listeners set seen_at = now() - interval '13 seconds'");
  assert.equal(await deliverTo(silent, 5_000), "received", "by the endpoint");
  assert.equal((await ask()).outcome, "order_not_found");
  assert.equal((await call(token, `POST /${silent}/queries`)).status, 404);
});

test("an endpoint that works is left alone unless that is meant; it stands in the endpoint's state", async (t) => {
  const { call, makeToken, store, shop, url } = await startListening(t);
  const token = await makeToken();
  const reader = await makeToken(["webhook:read"]);
  const read = async () =>
    (
      await fetch(`${url}/api/v1/bots/${askedBot.id}/endpoint`, {
        headers: { Authorization: `Bearer ${reader}` },
      })
    ).json() as Promise<{ listener: { by: string } | null }>;
  const at = { url: shop.endpoint.url, secretFingerprint: fingerprintOf(SIGNING_SECRET) };
  const passed: EndpointTest = { at: 1, echoed: true, verifies: "fully", steps: [] };
  await store.bots.recordTest(askedBot.id, { ...at, test: passed });
  const refused = await call(token, "POST ", {});
  assert.deepEqual([refused.status, refused.code], [409, "endpoint_works"]);
  assert.equal((await read()).listener, null);
  assert.equal((await call(token, "POST ", { instead_of_working: true })).status, 201);
  assert.match((await read()).listener?.by ?? "", /^ada@shop\.example/);
  // Another caller than the one who listens may end the listener.
  assert.equal((await call(token, "DELETE ")).status, 204);
  assert.equal((await read()).listener, null);
});
