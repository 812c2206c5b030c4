import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { json } from "node:stream/consumers";
import { after, test } from "node:test";
import { post, takeSeat } from "./fixtures/conversation.ts";
import { eventually } from "./fixtures/eventually.ts";
import { createMachine } from "./fixtures/machine.ts";
import { type Problem, refused, talksOn } from "./fixtures/probes.ts";

// Who may talk to a bot: holders of a conversation's token, from origins that the bot allows.

const botId = "bot_demo";
const machine = createMachine({ after });
const demo = await machine.start(["demo", "--no-samples", "--json", "--port", "0"]);
const { host, port } = new URL(demo.url);

after(() => assert.equal(demo.printed.stderr, "", "a fault was logged"));

/** A change of a bot's settings is followed within seconds; a busy machine may take longer. */
const followsWithinMs = 60_000;

test("a bot that does not exist has no conversations, however it is spelled", async () => {
  const unknown = [
    "bot_nobody",
    "BOT_DEMO",
    "%00",
    "bot_demo%00",
    "%ff",
    "..%2F",
    "b".repeat(4_000),
  ];
  for (const bot of unknown) {
    const base = `${demo.url}/chat/${bot}`;
    await refused(await fetch(`${base}/conversations`, { method: "POST" }), 404);
    const { token } = await takeSeat(demo.url, botId);
    await refused(await post({ base, conversationId: "", token }, { text: "hi" }), 401);
  }
});

test("a token opens its own conversation of its own bot, and no other opens it", async () => {
  const created = await machine.run([
    "bot",
    "create",
    "--name",
    "Other",
    "--endpoint",
    "http://127.0.0.1:9/",
    "--json",
  ]);
  const { bot_id: otherBot } = JSON.parse(created.stdout);
  const seat = await takeSeat(demo.url, botId);
  const foreign = await takeSeat(demo.url, otherBot);
  const wrong = [
    undefined,
    "",
    "Bearer",
    "Bearer ",
    seat.token,
    `Basic ${seat.token}`,
    `Bearer ${seat.token}x`,
    `Bearer ${seat.token.slice(0, -1)}`,
    `Bearer ${seat.token.toLowerCase()}`,
    `Bearer ${"t".repeat(5_000)}`,
    `Bearer ${foreign.token}`,
    `Bearer ${seat.conversationId}`,
    "Bearer null",
    "Bearer ' or 1=1 --",
  ];
  for (const authorization of wrong) {
    const headers = { ...(authorization === undefined ? {} : { authorization }) };
    const message = { method: "POST", body: JSON.stringify({ id: randomUUID(), text: "hi" }) };
    await refused(await fetch(`${seat.base}/messages`, { ...message, headers }), 401);
    await refused(await fetch(`${seat.base}/events`, { headers }), 401, "invalid_token");
  }
  await talksOn(seat);
});

test("pages of the bot's own origins may chat, pages of others may not", async () => {
  const shop = "https://shop.example.com";
  const open = (origin: string | null, method = "POST") =>
    fetch(`${demo.url}/chat/${botId}/conversations`, {
      method,
      headers: origin === null ? {} : { origin },
    });
  const set = await machine.run([
    "bot",
    "set",
    botId,
    "--origins",
    `${shop},http://localhost:3000`,
  ]);
  assert.equal(set.code, 0, set.stderr);
  await eventually(followsWithinMs, async () => assert.equal((await open(shop)).status, 201));

  for (const origin of [shop, "http://localhost:3000", demo.url, `http://localhost:${port}`]) {
    const [opened, preflight] = [await open(origin), await open(origin, "OPTIONS")];
    assert.deepEqual([opened.status, preflight.status], [201, 204], origin);
    for (const response of [opened, preflight]) {
      assert.equal(response.headers.get("access-control-allow-origin"), origin);
      assert.equal(response.headers.get("access-control-allow-credentials"), null);
    }
    assert.match(preflight.headers.get("access-control-allow-headers") ?? "", /last-event-id/);
  }
  const others = [
    "null",
    "https://evil.example.com",
    "http://shop.example.com",
    "https://shop.example.com:8443",
    "https://shop.example.com.evil.example",
    "https://SHOP.example.com",
    "http://localhost",
    "http://127.0.0.1:3000",
    "",
  ];
  for (const origin of others) {
    for (const method of ["POST", "OPTIONS"]) {
      const response = await open(origin, method);
      assert.equal(response.headers.get("access-control-allow-origin"), null);
      await refused(response, 403, "origin_not_allowed");
    }
  }
  assert.equal((await open(null)).status, 201);
});

test("the demo answers under the names of this machine alone", async () => {
  const ask = async (name: string) => {
    const sent = request(`${demo.url}/healthz`, { headers: { host: name } }).end();
    const [response] = await once(sent, "response");
    return { status: response.statusCode, body: await json(response) };
  };
  for (const name of [host, `localhost:${port}`, "LOCALHOST", "127.0.0.1", `[::1]:${port}`]) {
    assert.equal((await ask(name)).status, 200, name);
  }
  const others = ["evil.example", `evil.example:${port}`, "127.0.0.1.evil.example", "0.0.0.0"];
  for (const name of others) {
    const { status, body } = await ask(name);
    assert.equal(status, 421, name);
    assert.equal((body as Problem).error.code, "wrong_host");
  }
});
