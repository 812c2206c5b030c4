import assert from "node:assert/strict";
import { test } from "node:test";
import { json } from "../call-admin.fixture.ts";
import { codeOf, startAccounts } from "./account.fixture.ts";

const password = "correct horse battery";

test("an operator is called otherwise, and the audit says what they were called before", async (t) => {
  const { makeOperator, signIn, call, recorded } = await startAccounts(t);
  const cookie = await signIn((await makeOperator("ada", "viewer")).id);
  const said = await json(await call(cookie, "PATCH /me", { name: "  Ada Lovelace " }));
  assert.equal(said.operator.name, "Ada Lovelace");
  assert.equal((await json(await call(cookie, "GET /me"))).operator.name, "Ada Lovelace");
  for (const name of ["", "   ", "a\u0000b", "a\u202eb", "n".repeat(81)]) {
    const refused = await codeOf(await call(cookie, "PATCH /me", { name }));
    assert.deepEqual(refused, [400, "invalid_request"], JSON.stringify(name));
  }
  assert.deepEqual(await recorded(), [
    ["ada@shop.example", "name_changed", { from: "ada", to: "Ada Lovelace" }],
  ]);
});

test("a password is chosen and changed, and each time all other sessions end", async (t) => {
  const { makeOperator, signIn, call, post, recorded } = await startAccounts(t);
  const { id, email } = await makeOperator("ada", "viewer");
  const [cookie, other] = [await signIn(id), await signIn(id)];
  const before = await json(await call(cookie, "GET /me/password"));
  assert.deepEqual(before, { is_set: false, changed_at: null });
  for (const chosen of [password, "another horse battery"]) {
    const said = await json(await call(cookie, "PUT /me/password", { password: chosen }));
    assert.equal(said.password.is_set, true);
    assert.equal((await post("/sign-in/email", { email, password: chosen })).status, 200);
  }
  assert.equal((await post("/sign-in/email", { email, password })).status, 401);
  assert.equal((await call(cookie, "GET /me")).status, 200);
  assert.equal((await call(other, "GET /me")).status, 401);
  const changes = (await recorded()).filter(([, action]) => action === "password_changed");
  assert.deepEqual(
    changes.map(([, , detail]) => detail),
    [{ ended_sessions: 1 }, { ended_sessions: 1 }],
  );
});

test("a password that is too short or too long is refused, and nothing of one is kept or logged", async (t) => {
  const { makeOperator, signIn, call, run, logged } = await startAccounts(t);
  const cookie = await signIn((await makeOperator("ada", "viewer")).id);
  for (const refused of ["only 11 ch.", "p".repeat(129)]) {
    const response = await call(cookie, "PUT /me/password", { password: refused });
    assert.deepEqual(await codeOf(response), [400, "invalid_request"]);
  }
  const headers = { "Idempotency-Key": "key-1" };
  assert.equal((await call(cookie, "PUT /me/password", { password }, headers)).status, 200);
  const kept = await run("select count(*)::integer as kept from idempotency_keys");
  assert.deepEqual(kept, [{ kept: 0 }]);
  assert.doesNotMatch(logged.join("\n"), /correct horse/);
});

test("what is sensitive asks for a sign-in within the last quarter of an hour", async (t) => {
  const server = await startAccounts(t);
  const { makeOperator, signIn, call, addPasskey, ageSessions, url } = server;
  const { id } = await makeOperator("ada", "viewer");
  await addPasskey(id, "one");
  const cookie = await signIn(id);
  const { id: tokenId } = await server.makeToken(cookie, ["bots:read"]);
  await ageSessions();
  const order = { name: "t", scopes: ["bots:read"], expires_in_days: null };
  for (const response of [
    await call(cookie, "PUT /me/password", { password }),
    await call(cookie, "DELETE /me/passkeys/one"),
    await call(cookie, "POST /me/tokens", order),
  ]) {
    assert.deepEqual(await codeOf(response), [403, "reauthentication_required"]);
  }
  const ceremony = `${url}/api/auth/passkey/generate-register-options`;
  const stale = await fetch(ceremony, { headers: { Cookie: cookie } });
  assert.deepEqual(await codeOf(stale), [403, "SESSION_NOT_FRESH"]);
  // Ending a token or session needs no new sign-in.
  assert.equal((await call(cookie, `DELETE /me/tokens/${tokenId}`)).status, 204);
  assert.equal((await call(cookie, "DELETE /me/sessions")).status, 200);
});

test("sessions are listed and ended, one by one or all others; nobody ends another operator's", async (t) => {
  const { makeOperator, signIn, call, recorded } = await startAccounts(t);
  const { id } = await makeOperator("ada", "viewer");
  const [cookie, second, third] = [await signIn(id), await signIn(id), await signIn(id)];
  const grace = await signIn((await makeOperator("grace", "owner")).id);
  const { data } = await json(await call(cookie, "GET /me/sessions"));
  assert.equal(data.length, 3);
  assert.equal(data.filter((one: { is_this: boolean }) => one.is_this).length, 1);
  const idOf = async (whose: string) =>
    (await json(await call(whose, "GET /me/sessions"))).data.find(
      (one: { is_this: boolean }) => one.is_this,
    ).session_id;

  const foreign = await call(cookie, `DELETE /me/sessions/${await idOf(grace)}`);
  assert.deepEqual(await codeOf(foreign), [404, "not_found"]);
  assert.equal((await call(grace, "GET /me")).status, 200);

  assert.equal((await call(cookie, `DELETE /me/sessions/${await idOf(second)}`)).status, 204);
  assert.equal((await call(second, "GET /me")).status, 401);
  assert.equal((await call(third, "GET /me")).status, 200);
  const ended = await json(await call(cookie, "DELETE /me/sessions"));
  assert.deepEqual(ended, { ended_sessions: 1 });
  assert.equal((await call(third, "GET /me")).status, 401);
  assert.equal((await call(cookie, "GET /me")).status, 200);
  assert.equal((await call(grace, "GET /me")).status, 200);
  assert.deepEqual(await recorded(), [
    ["ada@shop.example", "sessions_revoked", { ended_sessions: 1 }],
    ["ada@shop.example", "sessions_revoked", { ended_sessions: 1 }],
  ]);
});

test("who signs in again in the same browser has one session there", async (t) => {
  const { makeOperator, signIn, post, call } = await startAccounts(t);
  const { id, email } = await makeOperator("ada", "viewer");
  const before = await signIn(id);
  await call(before, "PUT /me/password", { password });
  const again = await post("/sign-in/email", { email, password }, { Cookie: before });
  assert.equal(again.status, 200);
  assert.equal((await call(before, "GET /me")).status, 401);
  assert.equal((await json(await call(again.cookie, "GET /me/sessions"))).data.length, 1);
});

test("a session that is used goes on, in the browser too", async (t) => {
  const { makeOperator, signIn, call, run } = await startAccounts(t);
  const cookie = await signIn((await makeOperator("ada", "viewer")).id);
  assert.deepEqual((await call(cookie, "GET /me")).headers.getSetCookie(), []);
  await run("update operator_sessions set expires_at = expires_at - interval '6 minutes'");
  const [renewed = ""] = (await call(cookie, "GET /me")).headers.getSetCookie();
  assert.match(renewed, /^meetbot\.session_token=.*Max-Age=604800/);
  assert(cookie.includes(renewed.split(";")[0] ?? "none"), "another session");
});

test("a password that is among the first to be tried is refused", async (t) => {
  const { makeOperator, signIn, call, post } = await startAccounts(t);
  const { id, email } = await makeOperator("ada-lovelace", "viewer");
  const cookie = await signIn(id);
  for (const easy of ["passwordpassword", "lovelaceAda12", "qwertyuiop123"]) {
    const response = await call(cookie, "PUT /me/password", { password: easy });
    assert.deepEqual(await codeOf(response), [422, "password_too_easy"]);
    assert.equal((await post("/sign-in/email", { email, password: easy })).status, 401);
  }
});

test("the last passkey goes only when there is a password", async (t) => {
  const { makeOperator, signIn, call, addPasskey, recorded } = await startAccounts(t);
  const { id } = await makeOperator("ada", "viewer");
  const cookie = await signIn(id);
  await addPasskey(id, "one");
  await addPasskey(id, "two");
  assert.equal((await call(cookie, "PATCH /me/passkeys/one", { name: "Key ring" })).status, 204);
  const { data } = await json(await call(cookie, "GET /me/passkeys"));
  assert.deepEqual(
    data.map(({ name, is_synced }: { name: string; is_synced: boolean }) => [name, is_synced]),
    [
      ["Key ring", true],
      ["Phone", true],
    ],
  );
  assert.equal((await call(cookie, "DELETE /me/passkeys/one")).status, 204);
  const [left] = (await json(await call(cookie, "GET /me/passkeys"))).data;
  const last = `DELETE /me/passkeys/${left.passkey_id}`;
  assert.deepEqual(await codeOf(await call(cookie, last)), [409, "last_way_in"]);
  await call(cookie, "PUT /me/password", { password });
  assert.equal((await call(cookie, last)).status, 204);
  assert.deepEqual(
    (await recorded()).map(([, action]) => action),
    ["passkey_renamed", "passkey_removed", "password_changed", "passkey_removed"],
  );
});

test("nobody touches another operator's passkeys and tokens", async (t) => {
  const { makeOperator, signIn, call, addPasskey, makeToken, callByToken } = await startAccounts(t);
  const ada = await makeOperator("ada", "viewer");
  const grace = await signIn((await makeOperator("grace", "administrator")).id);
  await addPasskey(ada.id, "one");
  const { token, id } = await makeToken(await signIn(ada.id), ["bots:read"]);
  for (const response of [
    await call(grace, "PATCH /me/passkeys/one", { name: "Mine" }),
    await call(grace, "DELETE /me/passkeys/one"),
    await call(grace, `DELETE /me/tokens/${id}`),
  ]) {
    assert.deepEqual(await codeOf(response), [404, "not_found"]);
  }
  assert.deepEqual((await json(await call(grace, "GET /me/tokens"))).data, []);
  assert.equal((await callByToken(token, "GET /bots")).status, 200);
});

test("what better-auth would do by itself is closed: the admin API alone changes an account", async (t) => {
  const { makeOperator, signIn, post, url } = await startAccounts(t);
  const cookie = await signIn((await makeOperator("ada", "viewer")).id);
  const headers = { Cookie: cookie };
  for (const path of [
    "/change-password",
    "/update-user",
    "/update-session",
    "/delete-user",
    "/change-email",
    "/unlink-account",
    "/revoke-session",
    "/revoke-sessions",
    "/revoke-other-sessions",
    "/verify-password",
    "/passkey/delete-passkey",
    "/passkey/update-passkey",
  ]) {
    assert.equal((await post(path, {}, headers)).status, 404, path);
  }
  // The first one would tell the tokens of all sessions.
  for (const path of ["/list-sessions", "/list-accounts", "/passkey/list-user-passkeys"]) {
    assert.equal((await fetch(`${url}/api/auth${path}`, { headers })).status, 404, path);
  }
});

test("an operator chooses what customers read, and the audit says what they read before", async (t) => {
  const { makeOperator, signIn, call, recorded } = await startAccounts(t);
  const cookie = await signIn((await makeOperator("ada", "agent")).id);
  const names = async () => {
    const { operator } = await json(await call(cookie, "GET /me"));
    return [operator.name, operator.public_name, operator.default_public_name];
  };
  await call(cookie, "PATCH /me", { name: "Ada Lovelace" });
  assert.deepEqual(await names(), ["Ada Lovelace", null, "Ada"]);
  const said = await json(await call(cookie, "PATCH /me", { public_name: "Ada\u202e  from Shop" }));
  assert.equal(said.operator.public_name, "Ada from Shop");
  for (const [public_name, refusal] of [
    ["Ada from shop.example", [422, "invalid_public_name"]],
    ["n".repeat(41), [422, "invalid_public_name"]],
    ["n".repeat(401), [400, "invalid_request"]],
  ] as const) {
    const both = { name: "Eve", public_name };
    assert.deepEqual(await codeOf(await call(cookie, "PATCH /me", both)), refusal);
  }
  assert.deepEqual(await names(), ["Ada Lovelace", "Ada from Shop", "Ada"]);
  await call(cookie, "PATCH /me", { public_name: "" });
  assert.deepEqual(await names(), ["Ada Lovelace", null, "Ada"]);
  const changes = (await recorded()).filter(([, action]) => action === "public_name_changed");
  assert.deepEqual(
    changes.map(([, , detail]) => detail),
    [
      { from: null, to: "Ada from Shop" },
      { from: "Ada from Shop", to: null },
    ],
  );
});
