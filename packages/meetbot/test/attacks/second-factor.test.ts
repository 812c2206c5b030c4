import assert from "node:assert/strict";
import { test } from "node:test";
import { newToken } from "../../src/secrets/token.ts";
import { startTestServer } from "../../src/server/server.fixture.ts";
import { bot } from "../../src/store/store.fixture.ts";

// Somebody who knows an operator's password, on a server that asks for more.

const who = { name: "Ada", email: "ada@shop.example", password: "correct horse battery" };

test("a password opens nothing where a second factor is asked, and adds no passkey beside one", async (t) => {
  const server = await startTestServer(t, {
    ownOrigins: () => ["http://localhost"],
    secondFactor: "administrators",
  });
  const { store, run, url } = server;
  const call = async (route: string, Cookie = "", body?: object) => {
    const [method = "GET", path = ""] = route.split(" ");
    const response = await fetch(url + path, {
      method,
      headers: { "Content-Type": "application/json", Origin: "http://localhost", Cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
    const cookie = response.headers.getSetCookie().map((one) => one.split(";")[0]);
    const said = (await response.json()) as { code?: string; lacks_second_factor?: boolean };
    return { status: response.status, cookie: cookie.join("; "), ...said };
  };
  const byLink = async (order: object) => {
    const token = newToken();
    await store.operators.createLink({ token, livesForS: 60, createdBy: "test", ...order });
    return (await call("POST /api/auth/one-time-link/open", "", { token, ...who })).cookie;
  };
  const register = async (cookie: string) =>
    (await call("GET /api/auth/passkey/generate-register-options", cookie)).status;
  const signIn = async () => (await call("POST /api/auth/sign-in/email", "", who)).cookie;

  await byLink({ administrator: true });
  const weak = await signIn();
  assert.equal((await call("GET /api/v1/me", weak)).lacks_second_factor, true);
  const shut = [
    ...["GET /api/v1/bots", "GET /api/v1/operators", "GET /api/v1/me/sessions"],
    ...[`GET /api/v1/bots/${bot.id}`, "POST /api/v1/me/tokens", "PUT /api/v1/me/password"],
  ];
  for (const route of shut) {
    const body = route.startsWith("GET") ? undefined : {};
    assert.equal((await call(route, weak, body)).code, "second_factor_required", route);
  }
  assert.equal(await register(weak), 200);

  const [row] = await run("select id from operators");
  const operatorId = row?.id as string;
  await run(
    `insert into operator_passkeys (id, name, user_id, credential_id, public_key, counter, device_type, backed_up)
     values ('one', '', '${operatorId}', 'credential', 'key', 0, 'singleDevice', false)`,
  );
  assert.equal(await register(weak), 403);
  assert.equal(await register(await signIn()), 403);
  // Who has lost it comes by a link, which opens nothing either.
  const linked = await byLink({ operatorId });
  assert.equal((await call("GET /api/v1/bots", linked)).code, "second_factor_required");
  assert.equal(await register(linked), 200);

  // An operator who is no administrator needs no second factor here.
  await run("update operators set administrator = false");
  assert.equal((await call("GET /api/v1/bots", weak)).status, 200);
});

test("an invitation whose set-up is cut off makes one account, and goes on by the same link until there is a passkey", async (t) => {
  const { store, run, url } = await startTestServer(t, {
    ownOrigins: () => ["http://localhost"],
    secondFactor: "everybody",
  });
  const token = newToken();
  const invitation = { token, livesForS: 60, createdBy: "test", email: who.email };
  await store.operators.createLink({ ...invitation, grant: { botId: bot.id, role: "agent" } });
  const call = async (method: string, path: string, Cookie = "", body?: object) => {
    const response = await fetch(url + path, {
      method,
      headers: { "Content-Type": "application/json", Origin: "http://localhost", Cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
    const cookie = response.headers.getSetCookie().map((one) => one.split(";")[0]);
    return { status: response.status, cookie: cookie.join("; ") };
  };
  const open = (about: object = {}) =>
    call("POST", "/api/auth/one-time-link/open", "", { token, ...about });
  const register = async (cookie: string) =>
    (await call("GET", "/api/auth/passkey/generate-register-options", cookie)).status;

  const all = await Promise.all([open(who), open({ ...who, email: "eve@shop.example" })]);
  assert.deepEqual(all.map(({ status }) => status).sort(), [200, 404]);
  // The browser was closed before there was a passkey; somebody else's words make nobody.
  const again = await open({ name: "Eve", email: "eve@shop.example", password: "another horse" });
  assert.equal(await register(again.cookie), 200);
  assert.equal(await register((await open()).cookie), 200);
  const made = await run("select email from operators");
  assert.deepEqual(made, [{ email: who.email }]);
  assert.deepEqual(await run("select role from bot_members"), [{ role: "agent" }]);
  assert.equal((await call("GET", "/api/v1/bots", again.cookie)).status, 403);
  assert.deepEqual(await store.operators.invitations(), []);

  const [row] = await run("select id from operators");
  await store.operators.endSetUp(String(row?.id));
  assert.equal((await open()).status, 404);
});
