import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import type { HttpCall } from "@meetbot/network/exchange/http-call.ts";
import { access, app, customer, startGraph } from "./graph.fixture.ts";
import { defaultGraphVersion, type Graph, toGraphUrl } from "./graph.ts";
import { type OutgoingMessage, send, sendAction } from "./send.ts";

const outgoing: OutgoingMessage = {
  message: { text: "Here is your order:" },
  user: customer,
  isUserRef: false,
  isPersons: false,
  outboxId: "conversation-1/17",
};

test("a message is taken with its outbox id, as an answer", async (context) => {
  const { simulator, graph } = await startGraph(context);
  assert.deepEqual(await send(outgoing, access, graph), { ok: true, mid: "m_simulated-1" });
  assert.deepEqual(
    simulator.sent.map(({ page, user, message, messagingType }) => [
      page,
      user,
      message,
      messagingType,
    ]),
    [
      [
        access.pageId,
        customer,
        { text: "Here is your order:", metadata: "conversation-1/17" },
        "RESPONSE",
      ],
    ],
  );
});

test("the token travels in a header and not in the URL; the proof is of the token", async () => {
  const calls: HttpCall[] = [];
  const graph: Graph = {
    url: toGraphUrl(),
    call(call) {
      calls.push(call);
      return Promise.reject(new Error("The test sends nothing to Meta."));
    },
  };
  await send(outgoing, access, graph);
  const [{ url, headers, body } = assert.fail()] = calls;
  assert.equal(url.origin + url.pathname, "https://graph.facebook.com/v25.0/1029384756/messages");
  assert.equal(headers.authorization, `Bearer ${access.token}`);
  const proof = createHmac("sha256", app.secret).update(access.token).digest("hex");
  assert.deepEqual([...url.searchParams], [["appsecret_proof", proof]]);
  assert.equal(JSON.parse(String(body)).messaging_type, "RESPONSE");
});

test("the URL of Graph may name its version", () => {
  assert.equal(toGraphUrl("http://127.0.0.1:9"), `http://127.0.0.1:9/${defaultGraphVersion}`);
  assert.equal(toGraphUrl("https://graph.example/v26.0/"), "https://graph.example/v26.0");
});

test("who is known by a user_ref only is addressed by it", async (context) => {
  const { simulator, graph } = await startGraph(context);
  simulator.user(access.pageId, "ref-1").lastActAtMs = Date.now();
  const outcome = await send({ ...outgoing, user: "ref-1", isUserRef: true }, access, graph);
  assert.deepEqual(outcome, { ok: true, mid: "m_simulated-1" });
});

test("typing and seen are told apart from messages", async (context) => {
  const { simulator, graph } = await startGraph(context);
  assert.equal((await sendAction("typing_on", outgoing, access, graph)).ok, true);
  assert.equal((await sendAction("mark_seen", outgoing, access, graph)).ok, true);
  assert.deepEqual(
    simulator.actions.map(({ action }) => action),
    ["typing_on", "mark_seen"],
  );
  assert.deepEqual(simulator.sent, []);
});

test("each refusal of Meta's table means what is to be done about it", async (context) => {
  const { simulator, graph } = await startGraph(context);
  const table: [code: number, subcode: number | undefined, failure: string][] = [
    [1, undefined, "transient"],
    [1, 99, "transient"],
    [2, undefined, "transient"],
    [1200, undefined, "transient"],
    [4, undefined, "rate"],
    [32, undefined, "rate"],
    [613, undefined, "rate"],
    [613, 2534040, "rate"],
    [613, 2018338, "rate"],
    [10, 2018278, "window"],
    [10, 2534022, "window"],
    [10, 2018065, "window"],
    [551, undefined, "gone"],
    [551, 1545041, "gone"],
    [200, 1545041, "gone"],
    [10, 2018108, "gone"],
    [100, 2018001, "gone"],
    [100, 2018218, "gone"],
    [190, undefined, "auth"],
    [190, 463, "auth"],
    [200, undefined, "auth"],
    [200, 2018028, "auth"],
    [210, undefined, "auth"],
    [10, undefined, "auth"],
    [10, 2018300, "control"],
    [10, 2018321, "control"],
    [10, 1893063, "restricted"],
    [2022, undefined, "restricted"],
    [10, 77, "bad"],
    [100, undefined, "bad"],
    [100, 2018008, "bad"],
    [100, 2018047, "bad"],
    [100, 2018109, "bad"],
    [100, 2018014, "bad"],
    [7777, undefined, "bad"],
  ];
  for (const [code, subcode, failure] of table) {
    simulator.meetNext({ error: { code, ...(subcode !== undefined && { subcode }) } });
    const outcome = await send(outgoing, access, graph);
    assert.ok(!outcome.ok);
    assert.deepEqual([outcome.failure, outcome.code, outcome.subcode], [failure, code, subcode]);
    assert.match(outcome.trace ?? "", /^trace-\d+$/);
  }
  assert.deepEqual(simulator.sent, []);
});

test("what stands in Graph's place is judged by its status", async (context) => {
  const { simulator, graph } = await startGraph(context);
  const table = [
    [429, "rate"],
    [500, "transient"],
    [503, "transient"],
    [302, "bad"],
    [404, "bad"],
    [200, "ambiguous"],
  ] as const;
  for (const [status, failure] of table) {
    simulator.meetNext({ proxySays: status });
    assert.deepEqual(await send(outgoing, access, graph), { ok: false, failure });
  }
});

test("a wait that Meta asks for is passed on, by either header, and never longer than a day", async (context) => {
  const { simulator, graph } = await startGraph(context);
  const usage = (minutes: unknown) =>
    JSON.stringify({ 1: [{ type: "pages", estimated_time_to_regain_access: minutes }] });
  const waits: [headers: Record<string, string>, waitMs: number | undefined][] = [
    [{ "retry-after": "30" }, 30_000],
    [{ "x-business-use-case-usage": usage(5) }, 300_000],
    [{ "x-business-use-case-usage": usage("7"), "retry-after": "30" }, 420_000],
    [{ "retry-after": "99999999" }, 86_400_000],
    [{ "retry-after": "soon" }, undefined],
    [{ "x-business-use-case-usage": "{" }, undefined],
    [{ "x-business-use-case-usage": usage(0) }, undefined],
  ];
  for (const [headers, waitMs] of waits) {
    simulator.meetNext({ error: { code: 613, status: 400, headers } });
    const outcome = await send(outgoing, access, graph);
    assert.ok(!outcome.ok);
    assert.deepEqual([outcome.failure, outcome.retryAfterMs], ["rate", waitMs]);
  }
});

test("a connection that breaks after the message was taken leaves it open whether it arrived", async (context) => {
  const { simulator, graph } = await startGraph(context);
  simulator.meetNext({ breaks: true });
  assert.deepEqual(await send(outgoing, access, graph), { ok: false, failure: "ambiguous" });
  assert.equal(simulator.sent.length, 1);
});

test("so does an answer that does not come before the deadline", async (context) => {
  const { simulator, graph } = await startGraph(context);
  simulator.meetNext({ hangs: true });
  const outcome = await send(outgoing, access, { ...graph, deadlineMs: 300 });
  assert.deepEqual(outcome, { ok: false, failure: "ambiguous" });
});

test("a message that never left may be sent again", async (context) => {
  const { simulator, graph } = await startGraph(context);
  await simulator.close();
  assert.deepEqual(await send(outgoing, access, graph), { ok: false, failure: "transient" });
  const codes = [
    "ENOTFOUND",
    "UND_ERR_CONNECT_TIMEOUT",
    "CERT_HAS_EXPIRED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
  ];
  for (const code of codes) {
    const call = () => Promise.reject(Object.assign(new Error("It failed."), { code }));
    const outcome = await send(outgoing, access, { ...graph, call });
    assert.deepEqual(outcome, { ok: false, failure: "transient" }, code);
  }
});

test("a token that no header can hold stops the page, like one that Meta refuses", async (context) => {
  const { graph } = await startGraph(context);
  for (const token of ["two\nlines", "令牌"]) {
    const outcome = await send(outgoing, { ...access, token }, graph);
    assert.deepEqual(outcome, { ok: false, failure: "auth" });
  }
});

test("neither the token nor what was said is part of an outcome", async (context) => {
  const { graph } = await startGraph(context);
  const wrong = { ...outgoing, message: { text: "secret ".repeat(400) } };
  const outcome = await send(wrong, access, graph);
  assert.doesNotMatch(JSON.stringify(outcome), /secret|token|text/);
  assert.deepEqual(await send(outgoing, { ...access, token: "old" }, graph), {
    ...{ ok: false, failure: "auth", code: 190, trace: "trace-2" },
  });
});

test("after 24 hours without a word of the customer nothing is taken", async (context) => {
  let now = Date.UTC(2026, 10, 26);
  const { simulator, graph } = await startGraph(context, () => now);
  now += 24 * 3_600_000;
  assert.equal((await send(outgoing, access, graph)).ok, true);
  now += 1;
  const late = await send(outgoing, access, graph);
  assert.equal(!late.ok && late.failure, "window");
  await simulator.act(access.pageId, customer, { postback: { payload: "start" } });
  assert.equal((await send(outgoing, access, graph)).ok, true);
});

test("who blocked the page, a page held by Meta and a conversation held by others are told apart", async (context) => {
  const { simulator, graph } = await startGraph(context);
  const failureOf = async () => {
    const outcome = await send(outgoing, access, graph);
    return outcome.ok ? null : outcome.failure;
  };
  simulator.user(access.pageId, customer).isHeldByOther = true;
  assert.equal(await failureOf(), "control");
  simulator.user(access.pageId, customer).hasBlockedPage = true;
  assert.equal(await failureOf(), "gone");
  simulator.page(access.pageId).isRestricted = true;
  assert.equal(await failureOf(), "restricted");
});

test("what a person typed goes out tagged when the window is closed; what a bot says never does", async (context) => {
  const clock = { nowMs: Date.now() };
  const { simulator, graph } = await startGraph(context, () => clock.nowMs);
  const types = () => simulator.sent.map(({ messagingType }) => messagingType);
  const typed = { ...outgoing, isPersons: true };
  assert((await send(typed, access, graph)).ok);
  assert.deepEqual(types(), ["RESPONSE"]);
  clock.nowMs += 6 * 86_400_000;
  assert((await send(typed, access, graph)).ok);
  assert.deepEqual(types(), ["RESPONSE", "MESSAGE_TAG"]);
  const refused = await send(outgoing, access, graph);
  assert(!refused.ok && refused.failure === "window");
  clock.nowMs += 2 * 86_400_000;
  const late = await send(typed, access, graph);
  assert(!late.ok && late.failure === "window");
  assert.deepEqual(types(), ["RESPONSE", "MESSAGE_TAG"]);
});

test("an app that may not use the tag stops no page: the window is what is closed", async () => {
  const refusals = [
    { code: 10, error_subcode: 2018278 },
    { code: 10, message: "Application does not have permission for this action" },
  ];
  const graph: Graph = {
    url: toGraphUrl(),
    async call() {
      const body = JSON.stringify({ error: refusals.shift() });
      return { statusCode: 403, headers: {}, body: Buffer.from(body), fault: null };
    },
  };
  const outcome = await send({ ...outgoing, isPersons: true }, access, graph);
  assert.deepEqual(outcome, { ok: false, failure: "window", code: 10, subcode: 2018278 });
  assert.equal(refusals.length, 0);
});
