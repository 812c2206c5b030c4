import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { text as readAll } from "node:stream/consumers";
import { after, test } from "node:test";
import { emmaJohnson } from "../../../../examples/demo-store/src/seed/shoppers/emma-johnson.ts";
import { identityOf, personOf } from "../fixtures/demo-shopper.ts";
import { openGuest } from "../fixtures/guest.ts";
import { createMachine } from "../fixtures/machine.ts";
import { refused } from "../fixtures/probes.ts";

// Pages of strangers, in the browser of somebody who can reach the bot: on this machine, or signed
// in at a shop. What the browser would let them read, and what they get done.

const botId = "bot_demo";
const shopOrigin = "https://shop.example.com";
const machine = createMachine({ after });
const demo = await machine.start(["demo", "--no-samples", "--json", "--port", "0"]);
const set = await machine.run(["bot", "set", botId, "--origins", shopOrigin]);
assert.equal(set.code, 0, set.stderr);

// The server logs, once only, a page that makes the browser believe the bot to be the page's own server.
after(() => {
  const logged = demo.printed.stderr.split("\n").filter((line) => line !== "");
  assert.equal(logged.length, 1, `a fault was logged: ${logged}`);
  assert.match(logged[0] ?? "", /at an address that this server does not know as its own/);
});

const { port } = new URL(demo.url);
const victim = await openGuest(demo.url, botId, { identity: await identityOf(demo, emmaJohnson) });
await victim.say("my orders in progress", 2);
const { base, token } = victim.seat;
const bearer = { authorization: `Bearer ${token}` };

/** What a page can try, even one that got hold of the victim's token. */
const attempts: [path: string, init: RequestInit][] = [
  ["/conversations", { method: "POST", body: "{}" }],
  ["/messages", { method: "POST", body: JSON.stringify({ id: randomUUID(), text: "thanks" }) }],
  ["/feedback", { method: "POST", body: JSON.stringify({ value: "down" }) }],
  ["/transcript", { method: "POST" }],
  ["/events", { method: "GET" }],
  ...["/conversations", "/messages", "/feedback", "/transcript", "/events"].map(
    (path): [string, RequestInit] => [path, { method: "OPTIONS" }],
  ),
];

/** Checks that a page of this origin gets nothing done and may read nothing. */
async function assertKeptOut(origin: string): Promise<void> {
  for (const [path, init] of attempts) {
    const headers = { ...bearer, origin, "access-control-request-method": "POST" };
    const response = await fetch(base + path, { ...init, headers });
    for (const name of response.headers.keys()) assert(!name.startsWith("access-control-"), name);
    assert.match(response.headers.get("vary") ?? "", /origin/i);
    await refused(response, 403, "origin_not_allowed");
  }
}

test("a stranger's page in a sandboxed frame, which has the origin null, is kept out", async () => {
  for (const origin of ["null", "Null", "NULL", "null "]) await assertKeptOut(origin);
});

test("a stranger's page with an origin that looks like the shop's is kept out", async () => {
  const lookAlikes = [
    "http://shop.example.com",
    "https://shop.example.com:444",
    "https://shop.example.com.evil.example",
    "https://evil-shop.example.com",
    "https://shop-example.com",
    "https://shop.example.co",
    "https://www.shop.example.com",
    "https://shop.example.com@evil.example",
    "https://evil.example/https://shop.example.com",
    "https://shop.example.com/",
    `${shopOrigin}, https://evil.example`,
    `https://evil.example ${shopOrigin}`,
    "https://xn--shp-vna.example.com",
    "https://shop。example.com",
    `http://127.0.0.1:${Number(port) + 1}`,
    `http://127.0.0.1.nip.io:${port}`,
    `http://localhost.evil.example:${port}`,
    `https://127.0.0.1:${port}`,
    "file://",
    "*",
    "",
  ];
  // Beyond Latin-1, a header is sent as the bytes of UTF-8.
  for (const one of lookAlikes) await assertKeptOut(Buffer.from(one).toString("latin1"));
});

test("the pages that strangers are told from get in, and what was refused them was not done", async () => {
  const opened = await fetch(`${base}/conversations`, {
    method: "POST",
    headers: { origin: shopOrigin },
  });
  assert.equal(opened.status, 201);
  assert.equal(opened.headers.get("access-control-allow-origin"), shopOrigin);
  await victim.say("help", 1);
  const said = victim.heard.flatMap((one) => (one.from === "customer" ? [one.text] : []));
  assert.deepEqual(said, ["my orders in progress", "help"]);
});

test("a stranger's page can show nothing of the server in a frame", async () => {
  const allowed = new RegExp(`^frame-ancestors ${shopOrigin} http://127\\.0\\.0\\.1:${port} `);
  const cases: [path: string, init: RequestInit, expected: RegExp][] = [
    [`${base}/conversations`, { method: "POST" }, allowed],
    [`${base}/events`, {}, allowed],
    [`${base}/events`, { headers: { origin: "null" } }, allowed],
    [`${base}/messages`, { method: "POST", headers: bearer, body: "{" }, allowed],
    [`${base}/messages`, { method: "POST", body: "x".repeat(70_000) }, allowed],
    [`${demo.url}/chat/bot_nobody/events`, {}, /^frame-ancestors http:\/\/127/],
    [`${demo.url}/chat`, {}, /^frame-ancestors 'none'$/],
    [`${demo.url}/demo/mailbox`, {}, /frame-ancestors 'none'/],
    [`${demo.url}/healthz`, {}, /^frame-ancestors 'none'$/],
    [`${demo.url}/metrics`, {}, /^frame-ancestors 'none'$/],
    [`${demo.url}/`, {}, /^frame-ancestors 'none'$/],
  ];
  for (const [path, init, expected] of cases) {
    const response = await fetch(path, init);
    await response.body?.cancel();
    const policy = response.headers.get("content-security-policy") ?? "";
    assert.match(policy, expected, path);
    assert.doesNotMatch(policy, /frame-ancestors[^;]*(?:\*|null|evil)/);
    assert.equal(policy.match(/frame-ancestors/g)?.length, 1);
  }
});

/** Calls the demo as a browser does that has another name for this machine. */
async function askAs(host: string | string[], path: string, headers: Record<string, string> = {}) {
  const names = [host].flat().flatMap((name) => ["Host", name]);
  const given = Object.entries({ ...bearer, ...headers }).flat();
  const sent = request(demo.url + path, { setHost: false, headers: [...names, ...given] }).end();
  const [response] = await once(sent, "response");
  return { status: response.statusCode as number, body: await readAll(response) };
}

const pages = ["/", "/demo/mailbox", "/metrics", "/healthz", `/chat/${botId}/events`];

test("a stranger's page whose name was made to mean this machine reads nothing of the demo", async () => {
  const names = [
    "evil.example",
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `localhost.evil.example:${port}`,
    `localhost:${port}.evil.example`,
    `127.0.0.1:${port}@evil.example`,
    `evil.example#localhost:${port}`,
    `127.0.0.2:${port}`,
    `0.0.0.0:${port}`,
    `[::]:${port}`,
    `2130706433:${port}`,
    `localhost.:${port}`,
    "",
  ];
  for (const name of names) {
    for (const path of pages) {
      const { status, body } = await askAs(name, path, { origin: `http://${name}` });
      // 400: what cannot be a name does not even get as far as the question whose it is.
      assert([400, 421].includes(status), `${status} ${name}${path}`);
      for (const secret of personOf(emmaJohnson)) assert(!body.includes(secret));
    }
  }
});

test("a stranger's page that names this machine in other headers too reads nothing of the demo", async () => {
  const here = `localhost:${port}`;
  const claims = { "x-forwarded-host": here, "x-host": here, forwarded: `host=${here}` };
  for (const path of pages) {
    assert.equal((await askAs("evil.example", path, claims)).status, 421);
    const { status, body } = await askAs(["evil.example", here], path);
    assert([400, 421].includes(status), `${status}`);
    assert(!body.includes(emmaJohnson.name));
  }
});
