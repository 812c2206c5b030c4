import assert from "node:assert/strict";
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { toConnection } from "../../src/channels/messenger/page.ts";
import { openListener } from "../../src/server/listener/open-listener.ts";
import { startTestServer } from "../../src/server/server.fixture.ts";
import { bot } from "../../src/store/store.fixture.ts";
import { post, takeSeat } from "../fixtures/conversation.ts";
import { emptyLookUps } from "../fixtures/counting-shop.ts";
import { startInstallation } from "../fixtures/installation.ts";
import { startOwnShop } from "../fixtures/own-shop.ts";
import { openRaw, pourInto, type RawConnection, rawRequest } from "../fixtures/raw-connection.ts";

// A stranger sends bodies that are too long, too slow or never end, to hold a node's memory and places.

const shop = await startOwnShop({ after }, emptyLookUps);
const { nodes, createBot } = await startInstallation({ after }, { shop, isApart: true });
const node = nodes[0]!;
const created = await createBot("ladder");

const adminToken = "a".repeat(40);
const page = { pageId: "99", appId: "1", token: "t", appSecret: "an app secret", verifyToken: "v" };
const seed: Parameters<typeof startTestServer>[2] = ({ store }) =>
  store.channels.links.connect(bot.id, toConnection(page));

const megabyte = 1024 * 1024;

const residentMegabytes = () =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${node.pid}/status`, "utf8"))?.[1]) / 1024;

/** Asks again and again whether a node lives until told to stop, and says the longest it took. */
function watchLiveliness(url: string): { maxMs(): Promise<number> } {
  let isOver = false;
  let maxMs = 0;
  const watching = (async () => {
    while (!isOver) {
      const askedAt = performance.now();
      assert.equal((await fetch(`${url}/healthz`)).status, 200);
      maxMs = Math.max(maxMs, performance.now() - askedAt);
    }
  })();
  return {
    async maxMs() {
      isOver = true;
      await watching;
      return maxMs;
    },
  };
}

/** Pours 480 MB into a path from five connections at once, and returns how much of it the server took. */
async function pourFive(url: string, path: string, headers: Record<string, string | number>) {
  const piece = Buffer.alloc(64 * 1024, "x");
  const chunk = Buffer.concat([Buffer.from("10000\r\n"), piece, Buffer.from("\r\n")]);
  const request = rawRequest(url, "POST", path, headers);
  const five = await Promise.all([1, 2, 3, 4, 5].map(() => openRaw(url, request)));
  const isChunked = "Transfer-Encoding" in headers;
  await Promise.all(five.map((one) => pourInto(one, isChunked ? chunk : piece)));
  for (const one of five) one.leave();
  return { answers: five.map((one) => one.heard()), sent: five.map((one) => one.sent()) };
}

const endless = { "Transfer-Encoding": "chunked" };
const long = { "Content-Length": 480 * megabyte };
const json = { "Content-Type": "application/json" };

test("a stranger's five bodies of 480 MB get 413 or 401, are not read, and hold neither memory nor the loop", async () => {
  const before = residentMegabytes();
  const lively = watchLiveliness(node.url);
  const paths = [
    "/api/auth/sign-in/email",
    "/api/auth/nothing",
    "/api/v1/bots",
    "/api/v1/nothing",
    `/chat/${created.botId}/conversations`,
    "/chat/bot_nobody/messages",
    "/channels/messenger/bot_1",
    "/console",
    "/widget/loader.js",
    "/readyz",
    "/",
    "/nothing",
  ];
  for (const path of paths) {
    for (const length of [long, endless]) {
      const { answers, sent } = await pourFive(node.url, path, { ...json, ...length });
      for (const answer of answers) {
        assert.match(answer, /^HTTP\/1\.1 (?:413|401|404) /, `${path} ${JSON.stringify(length)}`);
        assert.match(answer, /^connection: close\r$/im);
        if (length === long) assert.match(answer, /^HTTP\/1\.1 413 /, path);
      }
      // What stands in the buffers of both machines; nothing of it was asked for.
      assert(Math.max(...sent) < 16 * megabyte, `${path} took ${Math.max(...sent)} bytes`);
    }
  }
  const maxMs = await lively.maxMs();
  assert(maxMs < 5_000, `the loop stood for ${maxMs} ms`);
  assert(residentMegabytes() - before < 100, `${before} MB before, ${residentMegabytes()} MB now`);
});

test("every route of the admin API refuses what is too long, signed in or not", async () => {
  const document = await (await fetch(`${node.url}/api/openapi.json`)).json();
  const { paths } = document as { paths: Record<string, Record<string, unknown>> };
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      path: `/api/v1${path}`,
      method: method.toUpperCase(),
    })),
  );
  assert(routes.length > 40);
  for (const { path, method } of routes) {
    const place = path.replaceAll(/\{\w+\}/g, "x");
    for (const headers of [{}, { Authorization: `Bearer ${adminToken}` }]) {
      const more = { ...headers, ...json, "Content-Length": megabyte + 1 };
      const raw = await openRaw(node.url, rawRequest(node.url, method, place, more));
      assert.match(await raw.hears(/"code":"body_too_large"/), /^HTTP\/1\.1 413 /, path);
      await raw.ended;
      raw.leave();
    }
  }
});

test("who asks whether to send a body hears no before they do", async (t) => {
  const { url } = await startTestServer(t, { adminToken }, seed);
  const refused: [status: number, path: string, length: number][] = [
    [413, "/api/auth/sign-in/email", 17 * 1024],
    [413, `/chat/${bot.id}/conversations`, 65_537],
    [401, "/api/v1/bots", 100],
    [404, "/api/v1/nothing", 100],
    [401, `/channels/messenger/${bot.id}`, 100],
  ];
  for (const [status, path, length] of refused) {
    const headers = { Expect: "100-continue", "Content-Length": length, ...json };
    const raw = await openRaw(url, rawRequest(url, "POST", path, headers));
    const answer = await raw.hears(/\r\n\r\n/);
    assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `), path);
    await raw.ended;
    raw.leave();
  }
  // Whatever else somebody expects is no way around a limit.
  for (const length of [{ "Content-Length": 65_537 }, endless]) {
    const path = "Content-Length" in length ? `/chat/${bot.id}/messages` : "/nothing";
    const raw = await openRaw(
      url,
      rawRequest(url, "POST", path, { Expect: "x", ...length, ...json }),
    );
    assert.match(
      await raw.hears(/\r\n\r\n/),
      /^HTTP\/1\.1 (?:413|404) [\s\S]*connection: close\r/i,
    );
    await raw.ended;
    raw.leave();
  }
  const headers = { Expect: "100-continue", "Content-Length": 2, ...json };
  const raw = await openRaw(url, rawRequest(url, "POST", `/chat/${bot.id}/conversations`, headers));
  await raw.hears(/^HTTP\/1\.1 100 /);
  raw.socket.write("{}");
  await raw.hears(/HTTP\/1\.1 201 /);
  raw.leave();
});

test("no path leads elsewhere than it says", async () => {
  for (const path of [
    "/chat/../metrics",
    "/chat/%2e%2e/metrics",
    "/chat/.%2E/api/v1/bots",
    "/chat/..",
    "/chat/./x",
    "/chat\\..\\metrics",
  ]) {
    const raw = await openRaw(node.url, rawRequest(node.url, "GET", path, {}));
    assert.match(await raw.hears(/\r\n\r\n/), /^HTTP\/1\.1 400 /, path);
    raw.leave();
  }
  assert.equal((await fetch(`${node.url}/widget/loader.js?at=/a/../b`)).status, 200);
});

/** Opens so many requests whose bodies never come. */
function openUnfinished(
  url: string,
  count: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<RawConnection[]> {
  const request = rawRequest(url, "POST", path, { ...headers, "Content-Length": 100 }, "{");
  return Promise.all(Array.from({ length: count }, () => openRaw(url, request)));
}

test("600 requests whose bodies never come hold no place: a chat is answered at once", async (t) => {
  const { url } = await startTestServer(t);
  const unfinished = await openUnfinished(url, 600, `/chat/${bot.id}/conversations`);
  const seat = await takeSeat(url, bot.id);
  assert.equal((await post(seat, { text: "hello" })).status, 202);
  for (const one of unfinished) {
    assert.equal(one.heard(), "");
    one.leave();
  }
});

test("200 requests of strangers, unfinished or signed wrongly, stop none of Meta's", async (t) => {
  const { url, logged } = await startTestServer(t, {}, seed);
  const path = `/channels/messenger/${bot.id}`;
  const wrong = { "X-Hub-Signature-256": `sha256=${"0".repeat(64)}` };
  const unfinished = await openUnfinished(url, 200, path, wrong);
  const body = JSON.stringify({ object: "page", entry: [] });
  const finished = await Promise.all(
    Array.from({ length: 50 }, () => fetch(url + path, { method: "POST", headers: wrong, body })),
  );
  for (const { status } of finished) assert.equal(status, 401);
  const signature = createHmac("sha256", page.appSecret).update(body).digest("hex");
  const headers = { "x-hub-signature-256": `sha256=${signature}` };
  assert.equal((await fetch(url + path, { method: "POST", headers, body })).status, 200);
  for (const one of unfinished) one.leave();
  // Nor do they fill the log.
  assert.equal(logged.filter((line) => line.includes("signature is wrong")).length, 1);
});

/** A server that waits for nobody. */
const startImpatient = async (t: Parameters<typeof startTestServer>[0], requestWithinMs: number) =>
  startTestServer(
    t,
    { door: await openListener({ host: "127.0.0.1", port: 0, requestWithinMs }) },
    seed,
  );

test("a body that comes byte by byte ends in time, and so does a head, and one who says nothing", async (t) => {
  const { url } = await startImpatient(t, 400);
  const paths = [`/chat/${bot.id}/conversations`, "/api/auth/sign-in/email", "/nothing"];
  const bodies = paths.map((path) => rawRequest(url, "POST", path, { ...json, ...endless }));
  const head = rawRequest(url, "GET", "/healthz").slice(0, -2);
  const startedAt = performance.now();
  const slow = await Promise.all([...bodies, head, ""].map((text) => openRaw(url, text)));
  const drips = slow.map(({ socket }, at) =>
    setInterval(
      () => at < 4 && socket.writable && socket.write(at < 3 ? "1\r\nx\r\n" : "X: y\r\n"),
      20,
    ),
  );
  await Promise.all(slow.map((one) => one.ended));
  drips.forEach(clearInterval);
  const tookMs = performance.now() - startedAt;
  assert(tookMs < 60_000, `${tookMs} ms`); // Node's own end is five minutes
  assert.match(slow[0]!.heard(), /^HTTP\/1\.1 408 /);
});

test("requests that are cut off are no errors, wherever they are cut", async (t) => {
  const { url, logged } = await startTestServer(t, { adminToken }, seed);
  const seat = await takeSeat(url, bot.id);
  const bearer = { Authorization: `Bearer ${seat.token}` };
  const base = `/chat/${bot.id}`;
  const admin = { Authorization: `Bearer ${adminToken}` };
  const cut = [
    rawRequest(url, "POST", `${base}/conversations`, { "Content-Length": 9 }, "{"),
    rawRequest(url, "POST", `${base}/messages`, { ...bearer, ...endless }, "1\r\n{\r\n"),
    rawRequest(url, "POST", `${base}/messages`, { ...bearer, ...endless }, "zz\r\n"),
    rawRequest(url, "GET", `${base}/events`, bearer),
    rawRequest(url, "POST", "/api/auth/sign-in/email", { ...json, "Content-Length": 9 }, "{"),
    rawRequest(url, "POST", "/api/auth/sign-in/email", { ...json, "Content-Length": 1 }, "{"),
    rawRequest(url, "POST", "/api/v1/bots", { ...admin, ...json, "Content-Length": 9 }, "{"),
    rawRequest(url, "POST", "/api/v1/bots", { ...admin, ...json, "Content-Length": 1 }, "{"),
    rawRequest(url, "POST", `/channels/messenger/${bot.id}`, { "Content-Length": 9 }, "{"),
    rawRequest(url, "GET", "/console"),
    "GET /%zz HTTP/1.1\r\nHost: a b\r\n\r\n",
    "nonsense\r\n\r\n",
  ];
  for (const request of cut) {
    const raw = await openRaw(url, request);
    // Whatever follows on another connection comes after it.
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    raw.socket.resetAndDestroy();
  }
  assert.equal((await post(seat, { text: "hello" }, randomUUID())).status, 202);
  const loud = logged.filter((line) => JSON.parse(line).level >= 40);
  assert.deepEqual(loud, []);
});
