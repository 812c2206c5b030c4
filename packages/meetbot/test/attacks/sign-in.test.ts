import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import { type TestContext, test } from "node:test";
import pg from "pg";
import pino from "pino";
import { newToken } from "../../src/secrets/token.ts";
import { startTestServer } from "../../src/server/server.fixture.ts";
import { createSignIn } from "../../src/server/sign-in/create-sign-in.ts";
import { hashBehindGate } from "../../src/server/sign-in/hash-behind-gate.ts";
import { maxPasswordsInHand } from "../../src/server/sign-in/password-gate.ts";
import { startServer } from "../../src/server/start-server.ts";
import { bot } from "../../src/store/store.fixture.ts";

// Somebody who would like to be an operator: tries passwords from everywhere at once, comes back with
// what an operator left lying about, and knocks at every door of the library that signs operators in.

const who = { name: "Ada", email: "ada@shop.example", password: "correct horse battery" };
const adminToken = "t".repeat(40);
const trustedProxies = ["127.0.0.1"];

type Headers = Record<string, string>;

/** A server behind a proxy, and a client's means to call it: from any address, at any node. */
async function start(t: TestContext, options: object = {}) {
  const server = await startTestServer(t, {
    ownOrigins: () => ["http://localhost"],
    trustedProxies,
    adminToken,
    ...options,
  });
  const { operators } = server.store;
  const call = async (route: string, headers: Headers = {}, body?: object, url = server.url) => {
    const [method = "GET", path = ""] = route.split(" ");
    const response = await fetch(url + path, {
      method,
      headers: { "Content-Type": "application/json", Origin: "http://localhost", ...headers },
      redirect: "manual",
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const cookie = response.headers.getSetCookie().map((one) => one.split(";")[0]);
    const isJson = response.headers.get("content-type")?.includes("json");
    return {
      status: response.status,
      headers: response.headers,
      text,
      cookie: cookie.join("; "),
      code: isJson ? (JSON.parse(text).code as string | undefined) : undefined,
    };
  };
  const openLink = async (order: object, headers: Headers = {}, body: object = {}) => {
    const token = newToken();
    await operators.createLink({ token, livesForS: 60, createdBy: "test", ...order });
    return call("POST /api/auth/one-time-link/open", headers, { token, ...body });
  };
  /** The first operator, and the cookie of a browser of theirs. */
  const signUp = async (headers: Headers = {}) => {
    const { status, cookie } = await openLink({ administrator: true }, headers, who);
    assert.equal(status, 200);
    return cookie;
  };
  const tryPassword = (email: string, password: string, network: number, url?: string) =>
    call(
      "POST /api/auth/sign-in/email",
      { "X-Forwarded-For": `10.${network >> 8}.${network & 255}.9` },
      { email, password },
      url,
    );
  const me = async (cookie: string) => (await call("GET /api/v1/me", { Cookie: cookie })).status;
  return { ...server, call, openLink, signUp, tryPassword, me };
}

const all = <Result>(count: number, one: (nth: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, nth) => one(nth)));

const checkedOf = (answers: { status: number }[]) =>
  answers.filter(({ status }) => status === 401).length;

for (const [name, isKnown] of [
  ["an operator", true],
  ["nobody", false],
] as const) {
  test(`of 400 passwords tried at once for ${name}, at two nodes and from 400 networks, ten are checked`, async (t) => {
    const { url, store, signUp, tryPassword } = await start(t);
    const other = await startServer({
      ...{ store, mailer: null, host: "127.0.0.1", port: 0, hosts: null, trustedProxies },
      ownOrigins: () => ["http://localhost"],
      log: pino({ enabled: false }),
    });
    t.after(() => other.close());
    if (isKnown) await signUp();
    const spellings = [who.email, "Ada@shop.example", "ADA@SHOP.EXAMPLE"];
    const answers = await all(400, (nth) =>
      tryPassword(spellings[nth % 3]!, `a wrong one ${nth}`, nth, [url, other.url][nth % 2]),
    );
    assert.equal(checkedOf(answers), 10);
    const refused = answers.filter(({ status }) => status !== 401);
    for (const { status, headers, code } of refused) {
      assert.equal(status, 429);
      assert.match(headers.get("retry-after") ?? "", /^[1-9]\d*$/);
      assert.match(code ?? "", /^TOO_MANY_(FAILURES|PASSWORDS)$/);
    }
    const right = await tryPassword(who.email, who.password, 500);
    assert.deepEqual([right.status, right.code], [429, "TOO_MANY_FAILURES"]);
  });
}

test("of 200 passwords tried at once for 200 emails a few are checked, and who is turned away has not tried", async (t) => {
  const { signUp, tryPassword, run } = await start(t);
  await signUp();
  const answers = await all(200, (nth) => tryPassword(`nobody${nth}@shop.example`, "wrong", nth));
  const checked = checkedOf(answers);
  assert(checked >= 2 && checked < 200, `${checked}`);
  for (const { status, headers, code } of answers) {
    if (status === 401) continue;
    assert.deepEqual([status, code], [429, "TOO_MANY_PASSWORDS"]);
    assert.match(headers.get("retry-after") ?? "", /^[1-9]\d*$/);
  }
  const [{ count }] = await run("select count(*)::integer from sign_in_failures");
  assert.equal(count, checked);
  assert.equal((await tryPassword(who.email, who.password, 300)).status, 200);
  const [{ left }] = await run("select count(*)::integer as left from sign_in_failures");
  assert.equal(left, checked);
});

test("a wrong password costs as many statements for an email that nobody has as for an operator's", async (t) => {
  const { signUp, tryPassword } = await start(t);
  await signUp();
  let texts: string[] = [];
  const { query } = pg.Client.prototype;
  t.mock.method(pg.Client.prototype, "query", function (this: pg.Client, ...given: unknown[]) {
    const [asked] = given as [string | { text?: string }];
    texts.push(typeof asked === "string" ? asked : (asked?.text ?? ""));
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  });
  const workFor = async (email: string) => {
    texts = [];
    assert.equal((await tryPassword(email, "wrong horse battery", 1)).status, 401);
    const ofSignIn = texts.filter((text) => /operator|sign_in_failures/i.test(text));
    return ofSignIn.map((text) => (/^\s*select/i.test(text) ? "read" : "write"));
  };
  const known = await workFor(who.email);
  assert.deepEqual(await workFor("nobody@shop.example"), known);
});

test("while passwords are tried, a link is not held up, nor lost by who chooses a password", async (t) => {
  const { signUp, call, openLink, store, run } = await start(t);
  const Cookie = await signUp();
  const [{ id: operatorId }] = await run("select id from operators");
  const token = newToken();
  await store.operators.createLink({
    ...{ token, livesForS: 60, createdBy: "test", email: "new@shop.example" },
    administrator: true,
  });
  const newcomer = { token, name: "New", password: who.password };
  const gate = hashBehindGate();
  const inHand = Array.from({ length: maxPasswordsInHand }, () => gate.hash("flood"));
  const refused = await call("POST /api/auth/one-time-link/open", {}, newcomer);
  assert.deepEqual([refused.status, refused.code], [429, "TOO_MANY_PASSWORDS"]);
  const other = { password: "another horse battery" };
  const changed = await call("PUT /api/v1/me/password", { Cookie }, other);
  assert.deepEqual([changed.status, changed.code], [429, "too_many_passwords"]);
  assert.equal(changed.headers.get("retry-after"), "1");
  assert.equal((await openLink({ operatorId })).status, 200);
  await Promise.all(inHand);
  assert.equal((await call("POST /api/auth/one-time-link/open", {}, newcomer)).status, 200);
});

test("whoever sends 30 passwords and never ends holds up nobody", async (t) => {
  const { url, signUp, tryPassword } = await start(t);
  await signUp();
  const slow = await all(30, async () => {
    const headers = { Expect: "100-continue", "Content-Length": 80, Origin: "http://localhost" };
    const type = { "Content-Type": "application/json" };
    const sent = request(`${url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { ...headers, ...type },
    });
    sent.on("error", () => {});
    sent.flushHeaders();
    await once(sent, "continue");
    sent.write('{"email":');
    return sent;
  });
  assert.equal((await tryPassword(who.email, who.password, 1)).status, 200);
  for (const one of slow) one.destroy();
});

test("of 400 looks at links at once from one network twenty are taken", async (t) => {
  const { call } = await start(t);
  const answers = await all(400, (nth) =>
    call(
      "POST /api/auth/one-time-link/look",
      { "X-Forwarded-For": `203.0.113.${nth % 250}` },
      { token: `guess${nth}` },
    ),
  );
  assert.equal(answers.filter(({ code }) => code === "LINK_DEAD").length, 20);
  const refused = answers.filter(({ code }) => code !== "LINK_DEAD");
  assert(refused.every(({ status, code }) => status === 429 && code === "TOO_MANY_REQUESTS"));
  assert(refused.every(({ headers }) => Number(headers.get("retry-after")) > 0));
});

test("nothing that a link says stands on a page of this server's", async (t) => {
  const { call } = await start(t);
  const words = "Your account is locked, call +1 555 0100";
  const said = new URLSearchParams({ error: "LOCKED_CALL_US", error_description: words });
  for (const path of ["error", "error/", "/error", "%65rror", "ok", "verify-email", "callback/x"]) {
    const { status, text, headers } = await call(`GET /api/auth/${path}?${said}`);
    assert.equal(status, 404, path);
    assert.equal(headers.get("location"), null);
    assert.doesNotMatch(text, /locked|555|better-auth/i);
  }
});

/** What the console needs of the library. Whatever else a version of it brings stays shut. */
const open = [
  "GET /passkey/generate-authenticate-options",
  "GET /passkey/generate-register-options",
  "GET /single-sign-on/callback",
  "GET /ways",
  "POST /one-time-link/look",
  "POST /one-time-link/open",
  "POST /passkey/verify-authentication",
  "POST /passkey/verify-registration",
  "POST /sign-in/email",
  "POST /sign-out",
  "POST /single-sign-on/back-channel",
  "POST /single-sign-on/begin",
  "POST /single-sign-on/sign-out",
];

test("of all the library can do, the server does what the console needs", async (t) => {
  const { call, store, signUp } = await start(t);
  const Cookie = await signUp();
  const { api } = createSignIn({
    ...store,
    ownOrigins: ["http://localhost"],
    isSecure: false,
  });
  const there = Object.values(api).flatMap(({ path, options }) =>
    ["GET", "POST"].map((method) => ({ path, method, takes: [options.method].flat() })),
  );
  assert(there.length > 60, `${there.length}`);
  const answered = new Set<string>();
  for (const { path, method, takes } of there) {
    // Some are for the library's own use and have no path; signing out would end this walk.
    if (!path || path.endsWith("/sign-out")) continue;
    const at = `/api/auth${path.replace(/:\w+/g, "x")}`;
    const body = method === "POST" ? {} : undefined;
    const { code } = await call(`${method} ${at}`, { Cookie }, body);
    if (code !== "NO_SUCH_ROUTE") answered.add(`${method} ${path}`);
    if (code !== "NO_SUCH_ROUTE") assert((takes as string[]).includes(method));
  }
  answered.add("POST /sign-out");
  answered.add("POST /single-sign-on/sign-out");
  assert.deepEqual([...answered].sort(), open);
  for (const path of ["/Sign-In/Email", "/sign-in/email/", "//sign-in/email", "/sign-in/%65mail"]) {
    const { status } = await call(`POST /api/auth${path}`, {}, who);
    assert.equal(status, 404, path);
  }
});

test("a session that is used day by day ends after 30 days all the same, wherever it is shown", async (t) => {
  const { call, openLink, signUp, me, store, run } = await start(t);
  const Cookie = await signUp();
  await run("update operator_sessions set created_at = now() - interval '29 days'");
  assert.equal(await me(Cookie), 200);
  await run(
    "update operator_sessions set created_at = now() - interval '30 days 1 minute', updated_at = now(), expires_at = now() + interval '7 days'",
  );
  assert.equal(await me(Cookie), 401);
  const passkey = await call("GET /api/auth/passkey/generate-register-options", { Cookie });
  assert.equal(passkey.status, 403);
  const invitation = { email: who.email, grant: { botId: bot.id, role: "owner" } };
  const taken = await openLink(invitation, { Cookie }, who);
  assert.deepEqual([taken.status, taken.code], [409, "OPERATOR_EXISTS"]);

  const [{ id: operatorId }] = await run("select id from operators");
  const { cookie } = await openLink({ operatorId });
  const { text } = await call("GET /api/v1/me/sessions", { Cookie: cookie });
  assert.equal(JSON.parse(text).data.length, 1);
  // As a node of the version before would write it.
  await run("update operator_sessions set ip_address = '203.0.113.0'");
  await store.forgetExpired();
  const left = await run("select ip_address from operator_sessions");
  assert.deepEqual(left, [{ ip_address: null }]);
});

test("a token that was asked to last for ever lasts for a year, and so does one of a version before", async (t) => {
  const { call, signUp, run } = await start(t);
  const Cookie = await signUp();
  const order = { name: "t", scopes: ["bots:read"], expires_in_days: null };
  const { status, text } = await call("POST /api/v1/me/tokens", { Cookie }, order);
  assert.equal(status, 201);
  const { token, api_token: made } = JSON.parse(text);
  const days = (Date.parse(made.expires_at) - Date.parse(made.created_at)) / 86_400_000;
  assert.equal(Math.round(days), 365);
  const byToken = async () =>
    (await call("GET /api/v1/bots", { Authorization: `Bearer ${token}` })).status;
  assert.equal(await byToken(), 200);
  await run(
    "update api_tokens set expires_at = null, created_at = now() - interval '364 days 23 hours'",
  );
  assert.equal(await byToken(), 200);
  await run(
    "update api_tokens set expires_at = null, created_at = now() - interval '365 days 1 hour'",
  );
  assert.equal(await byToken(), 401);
});

test("no address that somebody signed in from is in the database", async (t) => {
  const { signUp, call, run } = await start(t);
  for (const from of ["203.0.113.77", "2001:db8:77:77::1"]) {
    const headers = { "X-Forwarded-For": from };
    if (from.includes(".")) await signUp(headers);
    await call("POST /api/auth/sign-in/email", headers, { email: who.email, password: "wrong" });
    await call("POST /api/auth/sign-in/email", headers, who);
  }
  const [{ keys }] = await run(
    "select string_agg(key, ' ') as keys from sign_in_rates where key like '%/sign-in/email'",
  );
  assert.equal(keys.split(" ").length, 2);
  const [{ kept }] = await run(
    `select concat_ws(' ', (select json_agg(s) from operator_sessions s), (select json_agg(r) from sign_in_rates r),
      (select json_agg(a) from operator_audit a), (select json_agg(f) from sign_in_failures f)) as kept`,
  );
  assert.match(kept, /user_agent/);
  assert.doesNotMatch(kept, /203\.0\.113|2001:0?db8|cb00:?71|127\.0\.0\.1/);
});

const doors = [
  "GET /console",
  "GET /%63onsole",
  "GET /console/sign-in",
  "GET /console/assets/none.js",
  "GET /api/openapi.json",
  "GET /api/v1/me",
  "POST /api/v1/bots",
  "PUT /api/v1/nowhere",
  "GET /api/auth/error",
  "POST /api/auth/sign-in/email",
  "POST /api/auth/one-time-link/open",
];

test("with a list of networks, who comes from elsewhere finds no console, no API and no sign-in", async (t) => {
  const adminNetworks = ["198.51.100.0/25", "2001:db8:5::/48", "192.0.2.7"];
  const { call, signUp, run } = await start(t, { adminNetworks });
  const inside = { "X-Forwarded-For": "198.51.100.20" };
  const Cookie = await signUp(inside);
  const bearer = { Authorization: `Bearer ${adminToken}` };
  const elsewhere = [
    undefined,
    "",
    "198.51.100.200",
    "192.0.2.8",
    "2001:db8:6::1",
    "198.51.100.20, 203.0.113.9",
    "198.51.100.20, unknown",
    "198.51.100.20,",
    "::ffff:203.0.113.9",
  ];
  for (const from of elsewhere) {
    for (const door of doors) {
      const headers = from === undefined ? {} : { "X-Forwarded-For": from };
      for (const proof of [{ Cookie }, bearer]) {
        const body = door.startsWith("GET") ? undefined : {};
        const { status, code, cookie } = await call(door, { ...headers, ...proof }, body);
        assert.deepEqual(
          [status, code, cookie],
          [403, "network_not_allowed", ""],
          `${from} ${door}`,
        );
      }
    }
  }
  assert.equal((await run("select 1 from sign_in_rates where key like '%email'")).length, 0);
  for (const from of ["198.51.100.20", "2001:db8:5::9", "192.0.2.7", "::ffff:192.0.2.7"]) {
    const headers = { "X-Forwarded-For": `203.0.113.9, ${from}` };
    assert.equal((await call("GET /api/v1/me", { ...headers, Cookie })).status, 200, from);
    assert.equal((await call("GET /api/v1/me", { ...headers, ...bearer })).status, 200, from);
    assert.equal((await call("GET /api/openapi.json", headers)).status, 200, from);
  }
  assert.equal((await call(`POST /chat/${bot.id}/conversations`)).status, 201);
  assert.equal((await call("GET /healthz")).status, 200);
});

test("behind a proxy that is not trusted, nobody talks their way into the list", async (t) => {
  const { call } = await start(t, { adminNetworks: ["198.51.100.0/25"], trustedProxies: [] });
  for (const door of doors) {
    const { status } = await call(door, { "X-Forwarded-For": "198.51.100.20" });
    assert.equal(status, 403, door);
  }
});

test("a text that no database takes is refused as such, prints nothing, and costs no link", async (t) => {
  const { call, store, signUp } = await start(t);
  const printed = t.mock.method(console, "error", () => {});
  const token = newToken();
  await store.operators.createLink({
    ...{ token, livesForS: 60, createdBy: "test", email: "new@shop.example" },
    administrator: true,
  });
  const open = (name: string) =>
    call(
      "POST /api/auth/one-time-link/open",
      {},
      { ...who, token, email: "new@shop.example", name },
    );
  for (const name of ["a\u0000b", "\u001b[31mred", "\u202egnp.exe", "\u009bx"]) {
    assert.equal((await open(name)).status, 400, JSON.stringify(name));
  }
  const { cookie } = await call("GET /api/auth/passkey/generate-authenticate-options");
  const answer = { response: { id: "\u0000", response: {}, type: "public-key" } };
  const route = "POST /api/auth/passkey/verify-authentication";
  const tried = await call(route, { Cookie: cookie }, answer);
  assert(tried.status >= 400 && tried.status < 500, `${tried.status}`);
  const Cookie = await signUp();
  const audit = await call("GET /api/v1/operators/audit?action=a%00b", { Cookie });
  assert.equal(audit.status, 400);
  assert.equal(printed.mock.callCount(), 0);
  assert.equal((await open("New")).status, 200);
});
