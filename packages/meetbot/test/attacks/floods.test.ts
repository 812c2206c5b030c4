import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { solveWork } from "../../src/cli/chat/solve-work.ts";
import { createFloodGate } from "../../src/platform/limits/flood-gate.ts";
import type { WorkChallenge } from "../../src/platform/limits/proof-of-work.ts";
import {
  createConversationHub,
  type Subscription,
} from "../../src/server/chat/conversation-hub.ts";
import { startTestServer } from "../../src/server/server.fixture.ts";
import { bot, openTestStore } from "../../src/store/store.fixture.ts";
import { post, takeSeat } from "../fixtures/conversation.ts";
import { proxyAddress, startForwardingProxy } from "../fixtures/forwarding-proxy.ts";
import { liveHonestDay } from "../fixtures/honest-day.ts";
import { openRaw, rawRequest } from "../fixtures/raw-connection.ts";

// A stranger asks for more than anybody needs: conversations and messages without end. And honest people
// do what they do all day, and hear nothing of it.

/** Time stands still, so that what a limit gives back by the second does not depend on how fast this machine is. */
const holdTime = (t: TestContext) => t.mock.timers.enable({ apis: ["Date"], now: Date.now() });

/** A node behind a proxy that tells whom it asks for. */
async function startBehindProxy(t: TestContext) {
  holdTime(t);
  const server = await startTestServer(t, { trustedProxies: [proxyAddress] });
  return { ...server, from: (await startForwardingProxy(t, server.url)).urlFrom };
}

const open = (url: string) => fetch(`${url}/chat/${bot.id}/conversations`, { method: "POST" });

/** Does something so often, twenty at a time, and tells how often each status was the answer. */
async function count(times: number, ask: () => Promise<Response>): Promise<Record<number, number>> {
  const counted: Record<number, number> = {};
  for (let done = 0; done < times; done += 20) {
    for (const response of await Promise.all(Array.from({ length: 20 }, ask))) {
      counted[response.status] = (counted[response.status] ?? 0) + 1;
      await response.body?.cancel();
    }
  }
  return counted;
}

async function assertRefused(response: Response, code: string): Promise<void> {
  assert.equal(response.status, 429);
  assert(Number(response.headers.get("retry-after")) >= 1);
  assert.equal(response.headers.get("access-control-expose-headers"), "Retry-After");
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  assert.equal(error.code, code);
  assert.match(error.message, /again after the seconds in Retry-After/);
}

test("a network that opens conversations all the time is told to wait, its neighbors too, and no other", async (t) => {
  const { from } = await startBehindProxy(t);
  const counted = await count(1_100, () => open(from("203.0.113.7")));
  assert.equal((counted[201] ?? 0) + (counted[429] ?? 0), 1_100);
  assert.equal(counted[201], 1_000);
  await assertRefused(await open(from("203.0.113.99")), "too_many_conversations");
  assert.equal((await open(from("203.0.114.7"))).status, 201);
});

test("whoever shares an address with a flood gets in by a moment's work, once for each", async (t) => {
  const { from } = await startBehindProxy(t);
  const url = from("203.0.113.7");
  await count(1_060, () => open(url));
  const refused = await open(url);
  assert.equal(refused.status, 429);
  const { challenge } = (await refused.json()) as { challenge: WorkChallenge };
  const headers = solveWork(challenge);
  const opened = await count(20, () =>
    fetch(`${url}/chat/${bot.id}/conversations`, { method: "POST", headers }),
  );
  assert.equal(opened[201], 1, JSON.stringify(opened));
});

test("a network of IPv6 that moves about in its /48 is one network", async (t) => {
  const { from } = await startBehindProxy(t);
  let nth = 0;
  const counted = await count(1_100, () => {
    nth += 1;
    return open(from(`2001:db8:1:${nth.toString(16)}::1`));
  });
  assert(counted[429]! > 50, JSON.stringify(counted));
  assert.equal((await open(from("2001:db8:2:1::1"))).status, 201);
});

test("a stranger who writes all the time is told to wait, and another one of their network is not", async (t) => {
  const { from, run } = await startBehindProxy(t);
  const url = from("203.0.113.7");
  const [seat, neighbor] = [await takeSeat(url, bot.id), await takeSeat(url, bot.id)];
  const counted = await count(200, () => post(seat, { text: "thanks" }));
  assert.equal(counted[202], 120);
  await assertRefused(await post(seat, { text: "thanks" }), "too_many_messages");
  assert.equal((await post(neighbor, { text: "thanks" })).status, 202);
  // What was refused was not stored.
  const [stored] = await run(
    "select count(*)::integer as n from messages where direction = 'in' and kind = 'text'",
  );
  assert.equal(stored?.n, counted[202]! + 1);
});

test("what is not worth looking up is refused before it is: made-up tokens, bots and long texts", async (t) => {
  const { from } = await startBehindProxy(t);
  const nobody = { base: `${from("203.0.113.7")}/chat/bot_nobody`, conversationId: "", token: "x" };
  const counted = await count(300, () => post(nobody, { text: "x".repeat(15_000) }));
  assert(counted[429]! > 100, JSON.stringify(counted));
  const other = { ...nobody, base: `${from("203.0.114.7")}/chat/bot_nobody` };
  assert.equal((await post(other, { text: "x" })).status, 401);
});

test("behind a TLS proxy in TCP mode a stranger who asks for localhost is told to wait", async (t) => {
  holdTime(t);
  const { url } = await startTestServer(t, { publicUrl: "https://chat.example.com" });
  const seat = await takeSeat(url, bot.id);
  const counted = await count(140, () => post(seat, { text: "thanks" }));
  assert.equal(counted[202], 120);
  await assertRefused(await post(seat, { text: "thanks" }), "too_many_messages");
});

test("a program of this machine is never told to wait, but for what a proxy of this machine asks for", async (t) => {
  holdTime(t);
  const { url } = await startTestServer(t);
  assert.deepEqual(await count(1_100, () => open(url)), { 201: 1_100 });
  const seat = await takeSeat(url, bot.id);
  assert.deepEqual(await count(200, () => post(seat, { text: "thanks" })), { 202: 200 });
  const through: Record<string, string>[] = [
    { "X-Forwarded-For": "203.0.113.7" },
    { Forwarded: "for=203.0.113.7" },
    { Via: "1.1 proxy" },
    { Host: "chat.example.com" },
  ];
  const path = `/chat/${bot.id}/messages`;
  const authorization = `Bearer ${seat.token}`;
  let refused = 0;
  for (let nth = 0; nth < 200; nth += 1) {
    const more = { ...through[nth % through.length], Authorization: authorization };
    const body = JSON.stringify({ id: `${nth}`, text: "thanks" });
    const headers = { ...more, "Content-Length": body.length };
    const raw = await openRaw(
      url,
      rawRequest(url, "POST", path, headers, body).replace(
        /^(POST .*\r\n)(Host: .*\r\n)(.*Host: )/s,
        "$1$3",
      ),
    );
    if (/^HTTP\/1\.1 429 /.test(await raw.hears(/\r\n\r\n/))) refused += 1;
    raw.leave();
  }
  assert.equal(refused, 80);
});

test("a day of honest people meets no limit", async (t) => {
  const { hints } = (await openTestStore(t)).store;
  let nowMs = 0;
  const gate = createFloodGate(() => nowMs);
  const streams = { max: 5_000, maxOfOne: 1_250, safeForMs: 60_000, now: () => nowMs };
  const hub = createConversationHub(hints, streams);
  t.after(hub.close);
  const open = new Map<string, Subscription>();
  const refused: string[] = [];
  const acts = liveHonestDay();
  let maxStreams = 0;
  for (const { atMs, network, conversation, kind, bytes, stream } of acts) {
    nowMs = atMs;
    if (kind === "leave") {
      open.get(stream)?.end();
      open.delete(stream);
      continue;
    }
    const flooded =
      gate.request(network, bytes) ??
      (kind === "open" ? gate.opening(network) : gate.message(network, conversation, bytes));
    if (flooded) refused.push(`${flooded.limit} of ${network}`);
    if (kind !== "follow") continue;
    const ref = { botId: bot.id, conversationId: conversation };
    const onDisplaced = (by: string) => by === "network" && refused.push(`stream of ${network}`);
    const subscription = hub.subscribe(ref, { network, onDisplaced });
    if (subscription) open.set(stream, subscription);
    else refused.push(`a stream of ${network}`);
    maxStreams = Math.max(maxStreams, hub.size());
  }
  assert.deepEqual(refused, []);
  assert(acts.length > 200_000 && maxStreams > 2_000, `${acts.length}, ${maxStreams}`);
});
