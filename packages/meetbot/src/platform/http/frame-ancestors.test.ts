import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { takeSeat } from "../../../test/fixtures/conversation.ts";
import { startTestServer } from "../../server/server.fixture.ts";
import { bot } from "../../store/store.fixture.ts";
import { allowFrames, guardResponses } from "./frame-ancestors.ts";

const policyOf = (response: Response) => response.headers.get("content-security-policy");

/** What a response says, besides who may show it. */
function isGuarded({ headers }: Response) {
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  assert.equal(headers.get("referrer-policy"), "no-referrer");
}

test("no page may show in a frame what is not of a bot, whatever it is", async (t) => {
  const { url } = await startTestServer(t, { ownOrigins: () => ["https://chat.example"] });
  for (const path of ["/healthz", "/readyz", "/metrics", "/", "/nothing", "/chat"]) {
    const response = await fetch(url + path);
    assert.equal(policyOf(response), "frame-ancestors 'none'", path);
    isGuarded(response);
  }
  const named = await startTestServer(t, { hosts: ["meetbot.example"] });
  const refused = await fetch(`${named.url}/chat/${bot.id}/events`);
  assert.deepEqual([refused.status, policyOf(refused)], [421, "frame-ancestors 'none'"]);
  isGuarded(refused);
});

test("pages of a bot's origins and of the server may show what its routes answer, none else", async (t) => {
  const { url } = await startTestServer(t, { ownOrigins: () => ["https://chat.example"] });
  const seat = await takeSeat(url, bot.id);
  const headers = { authorization: `Bearer ${seat.token}` };
  const follows = new AbortController();
  const asked: [status: number, path: string, init?: RequestInit][] = [
    [200, "events", { headers, signal: follows.signal }],
    [200, "events", { headers, method: "HEAD" }],
    [201, "conversations", { method: "POST" }],
    [204, "messages", { method: "OPTIONS", headers: { origin: "https://shop.example" } }],
    [400, "messages", { method: "POST", headers, body: "{" }],
    [401, "messages", { method: "POST" }],
    [403, "messages", { method: "POST", headers: { origin: "https://evil.example" } }],
    [404, "nothing"],
    [405, "conversations"],
    [413, "messages", { method: "POST", headers, body: "x".repeat(65_537) }],
  ];
  for (const [status, path, init] of asked) {
    const response = await fetch(`${seat.base}/${path}`, init);
    assert.equal(response.status, status);
    const allowed = "frame-ancestors https://shop.example https://chat.example";
    assert.equal(policyOf(response), allowed, `${status} ${path}`);
    isGuarded(response);
  }
  follows.abort();
});

test("where a bot has no pages, the server's may show it, and where there are none, nobody may", async (t) => {
  const own = await startTestServer(t, { ownOrigins: () => ["https://chat.example"] });
  const unknown = await fetch(`${own.url}/chat/bot_nobody/events`);
  assert.equal(policyOf(unknown), "frame-ancestors https://chat.example");
  const bare = await startTestServer(t);
  await bare.store.bots.change(bot.id, { origins: [] });
  for (const id of [bot.id, "bot_nobody", "%00"]) {
    const response = await fetch(`${bare.url}/chat/${id}/events`);
    assert.equal(policyOf(response), "frame-ancestors 'none'", id);
  }
});

test("a bot that cannot be looked up is shown by nobody, and the request is still answered", async () => {
  const app = new Hono();
  app.use(
    guardResponses(),
    allowFrames(() => Promise.reject(new Error("The database is away."))),
  );
  app.get("/", (c) => c.text("answered"));
  const response = await app.request("/");
  assert.deepEqual([response.status, policyOf(response)], [200, "frame-ancestors 'none'"]);
});

test("what goes wrong in a route is guarded too", async () => {
  const app = new Hono();
  app.use(guardResponses());
  app.get("/", () => {
    throw new Error("wrong");
  });
  app.onError((_, c) => c.text("Something went wrong.", 500));
  const response = await app.request("/");
  assert.deepEqual([response.status, policyOf(response)], [500, "frame-ancestors 'none'"]);
  isGuarded(response);
});

test("a page with a policy of its own keeps it, and says itself who may show it if it wants", async () => {
  const app = new Hono();
  app.use(guardResponses());
  const say = (policy: string) =>
    new Response("page", { headers: { "content-security-policy": policy } });
  app.get("/page", () => say("default-src 'none'; style-src 'self'"));
  app.get("/shown", () => say("default-src 'none'; frame-ancestors 'self'"));
  assert.equal(
    policyOf(await app.request("/page")),
    "default-src 'none'; style-src 'self', frame-ancestors 'none'",
  );
  assert.equal(policyOf(await app.request("/shown")), "default-src 'none'; frame-ancestors 'self'");
});

test("where people come by https, every response says so, and elsewhere none", async (t) => {
  const secure = await startTestServer(t, { publicUrl: "https://chat.example" });
  const plain = await startTestServer(t, { publicUrl: "http://chat.example" });
  for (const path of ["/", "/nothing", `/chat/${bot.id}`, "/api/v1/me", "/api/auth/ok"]) {
    const said = (await fetch(secure.url + path)).headers.get("strict-transport-security");
    assert.match(said ?? "", /^max-age=\d{8,}$/, path);
    const unsaid = await fetch(plain.url + path);
    assert.equal(unsaid.headers.get("strict-transport-security"), null);
  }
});

test("pages turn off what none of them uses, and keep passkeys and the clipboard", async (t) => {
  const { url } = await startTestServer(t);
  const headers = { accept: "text/html" };
  for (const path of ["/", "/nothing", "/console", `/chat/${bot.id}`]) {
    const response = await fetch(url + path, { headers });
    const said = response.headers.get("permissions-policy") ?? "";
    for (const feature of ["camera", "microphone", "geolocation", "payment", "usb"]) {
      assert(said.includes(`${feature}=()`), `${path} says nothing of ${feature}`);
    }
    assert.doesNotMatch(said, /publickey|clipboard/);
  }
});

test("what may hold a token or somebody's data is kept nowhere", async (t) => {
  const { url } = await startTestServer(t, { adminToken: "a".repeat(40) });
  const seat = await takeSeat(url, bot.id);
  const headers = { authorization: `Bearer ${seat.token}` };
  const admin = { authorization: `Bearer ${"a".repeat(40)}` };
  const asked: [path: string, init?: RequestInit][] = [
    [`/chat/${bot.id}/conversations`, { method: "POST" }],
    [`/chat/${bot.id}/messages`, { method: "POST", headers, body: "{" }],
    [`/chat/${bot.id}/links`, { method: "DELETE", body: "{}" }],
    [`/chat/${bot.id}/events`, { method: "HEAD", headers }],
    ["/api/v1/bots", { headers: admin }],
    ["/api/v1/bots"],
    ["/api/auth/get-session"],
    ["/api/auth/sign-in/email", { method: "POST", body: "{}" }],
    ["/console"],
    ["/metrics"],
  ];
  for (const [path, init] of asked) {
    const response = await fetch(url + path, init);
    await response.body?.cancel();
    assert.match(response.headers.get("cache-control") ?? "", /no-store/, path);
  }
  const look = await fetch(`${url}/chat/${bot.id}/look`);
  assert.equal(look.headers.get("cache-control"), "public, max-age=60");
});
