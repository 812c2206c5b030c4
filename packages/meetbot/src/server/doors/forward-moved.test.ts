import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { Hono } from "hono";
import type { MovedBot } from "../../store/move/moved-bots.ts";
import { forwardMoved } from "./forward-moved.ts";

/** Starts the side that a bot left, and the side that it moved to, which records its requests. */
async function startSides(t: TestContext, moved: Partial<MovedBot> = {}) {
  const asked: { request: IncomingMessage; body: string }[] = [];
  const other = createServer(async (request, response) => {
    asked.push({ request, body: await text(request) });
    response.writeHead(202, { "content-type": "text/event-stream", "x-of-other": "yes" });
    response.end("there");
  }).listen(0, "127.0.0.1");
  t.after(() => other.close());
  await once(other, "listening");
  const base = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const app = new Hono();
  app.use(
    forwardMoved({
      movedBots: {
        find: async (botId) =>
          botId === "bot_gone" ? { url: base, hasArrived: true, ...moved } : null,
      },
      addressOf: () => "203.0.113.7",
      log: { warn() {} },
    }),
  );
  app.post("/chat/bot_here/messages", (c) => c.text("here", 401));
  app.post("/chat/:bot_id/limited", (c) => c.text("slow down", 429));
  return { app, asked, base };
}

const post = { method: "POST", body: "said", headers: { authorization: "Bearer token" } };

test("what comes for a bot that left is answered by the other side, body, token and address included", async (t) => {
  const { app, asked, base } = await startSides(t);
  const response = await app.request("/chat/bot_gone/messages?a=1", {
    ...post,
    headers: { ...post.headers, host: "old.example", origin: "https://old.example" },
  });
  assert.equal(response.status, 202);
  assert.equal(response.headers.get("x-of-other"), "yes");
  assert.equal(await response.text(), "there");
  const [{ request, body }] = asked as [(typeof asked)[number]];
  assert.deepEqual([request.url, body], ["/chat/bot_gone/messages?a=1", "said"]);
  assert.equal(request.headers.authorization, "Bearer token");
  assert.equal(request.headers["x-forwarded-for"], "203.0.113.7");
  assert.equal(request.headers.origin, base);
});

test("platforms, shops and carriers are led there by their paths, and the installation's own paths are not", async (t) => {
  const { app, asked } = await startSides(t);
  const doors = [
    "/push/bot_gone",
    "/channels/telegram/bot_gone",
    "/carriers/bot_gone/x",
    "/track/bot_gone",
  ];
  for (const path of doors) assert.equal((await app.request(path, post)).status, 202, path);
  assert.equal(asked.length, doors.length);
  assert.equal((await app.request("/api/v1/bots/bot_gone")).status, 404);
  assert.equal((await app.request("/chat/bot_none/messages", post)).status, 404);
});

test("a refusal of a bot that is here stays, and so does a limit", async (t) => {
  const { app } = await startSides(t);
  assert.equal(await (await app.request("/chat/bot_here/messages", post)).text(), "here");
  assert.equal((await app.request("/chat/bot_gone/limited", post)).status, 429);
});

for (const [name, moved, headers] of [
  ["that is on its way", { hasArrived: false }, {}],
  ["that is found at the same address", { url: null }, {}],
  ["that was forwarded round and round", {}, { "meetbot-forwarded": "3" }],
  ["whose new server is away", { url: "http://127.0.0.1:1" }, {}],
] as const) {
  test(`who asks for a bot ${name} is told to try again`, async (t) => {
    const { app, asked } = await startSides(t, moved);
    const response = await app.request("/chat/bot_gone/messages", {
      ...post,
      headers: { ...post.headers, ...headers },
    });
    assert.deepEqual([response.status, asked.length], [503, 0]);
    assert.notEqual(response.headers.get("retry-after"), null);
    const { error } = (await response.json()) as { error: { code: string } };
    assert.equal(error.code, "bot_moved");
  });
}
