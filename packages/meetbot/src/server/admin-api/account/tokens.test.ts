import assert from "node:assert/strict";
import { test } from "node:test";
import { bot } from "../../../store/store.fixture.ts";
import { json } from "../call-admin.fixture.ts";
import { codeOf, otherBot, startAccounts } from "./account.fixture.ts";

test("a token is shown once, calls within its scopes, and its uses are noted", async (t) => {
  const { makeOperator, signIn, call, callByToken, run, recorded } = await startAccounts(t);
  const cookie = await signIn((await makeOperator("ada", "owner")).id);
  const order = { name: "export", scopes: ["bots:read", "bots:read"], expires_in_days: 90 };
  const response = await call(cookie, "POST /me/tokens", order);
  assert.equal(response.status, 201);
  const { token, api_token: made } = await json(response);
  assert.match(token, /^mbt_[A-Za-z0-9_-]{43}$/);
  const days = (Date.parse(made.expires_at) - Date.parse(made.created_at)) / 86_400_000;
  assert.deepEqual([made.scopes, Math.round(days), made.last_used_at], [["bots:read"], 90, null]);

  assert.equal((await callByToken(token, `GET /bots/${bot.id}`)).status, 200);
  const listed = await (await call(cookie, "GET /me/tokens")).text();
  assert(!listed.includes(token));
  assert.notEqual(JSON.parse(listed).data[0].last_used_at, null);
  const change = await callByToken(token, `PATCH /bots/${bot.id}`, { name: "Another" });
  assert.deepEqual(await codeOf(change), [403, "scope_missing"]);
  const kept = JSON.stringify(await run("select * from api_tokens"));
  assert(!kept.includes(token) && !kept.includes(token.slice(4)));
  const { name, scopes, bot_id, expires_at } = made;
  const detail = { name, scopes, bot_id, expires_at };
  assert.deepEqual(await recorded(), [["ada@shop.example", "token_created", detail]]);
});

test("no token makes a token, or changes anything about its operator, whatever its scopes", async (t) => {
  const server = await startAccounts(t);
  const { makeOperator, signIn, makeToken, callByToken, addPasskey } = server;
  const { id } = await makeOperator("ada", "administrator");
  await addPasskey(id, "one");
  const cookie = await signIn(id);
  const { token, id: tokenId } = await makeToken(cookie, ["people:read", "people:write"]);
  const { data } = await json(await callByToken(token, "GET /me/sessions"));
  const order = { name: "t", scopes: ["keys:write"], expires_in_days: null };
  for (const response of [
    await callByToken(token, "POST /me/tokens", order),
    await callByToken(token, `DELETE /me/tokens/${tokenId}`),
    await callByToken(token, "PATCH /me", { name: "Eve" }),
    await callByToken(token, "PUT /me/password", { password: "correct horse battery" }),
    await callByToken(token, "PATCH /me/passkeys/one", { name: "Eve" }),
    await callByToken(token, "DELETE /me/passkeys/one"),
    await callByToken(token, "DELETE /me/sessions"),
    await callByToken(token, `DELETE /me/sessions/${data[0].session_id}`),
    await callByToken(token, `POST /operators/${id}/link`),
  ]) {
    assert.deepEqual(await codeOf(response), [403, "session_required"]);
  }
  assert.equal((await server.recorded()).length, 1);
});

test("a token for one bot sees nothing of another one, nor of its operator", async (t) => {
  const { makeOperator, signIn, makeToken, callByToken, store } = await startAccounts(t);
  const { id } = await makeOperator("ada", "owner");
  await store.operators.grantRole(otherBot.id, id, "owner");
  const cookie = await signIn(id);
  const { token } = await makeToken(cookie, ["bots:read", "people:read"], { bot_id: bot.id });
  assert.equal((await callByToken(token, `GET /bots/${bot.id}`)).status, 200);
  const other = await callByToken(token, `GET /bots/${otherBot.id}`);
  assert.deepEqual(await codeOf(other), [404, "not_found"]);
  const { data } = await json(await callByToken(token, "GET /bots"));
  assert.deepEqual(
    data.map(({ bot_id }: { bot_id: string }) => bot_id),
    [bot.id],
  );
  const me = await json(await callByToken(token, "GET /me"));
  assert.deepEqual(me.roles, [{ bot_id: bot.id, role: "owner" }]);
  for (const path of ["/me/tokens", "/me/sessions", "/me/passkeys", "/me/password"]) {
    const refused = await callByToken(token, `GET ${path}`);
    assert.deepEqual(await codeOf(refused), [403, "token_for_one_bot"], path);
  }
});

test("a token can do no more than its operator may at that moment", async (t) => {
  const { makeOperator, signIn, makeToken, callByToken, store, run } = await startAccounts(t);
  const { id } = await makeOperator("ada", "owner");
  const { token } = await makeToken(await signIn(id), ["bots:read", "bots:write"]);
  const rename = () => callByToken(token, `PATCH /bots/${bot.id}`, { name: "Renamed" });
  assert.equal((await rename()).status, 200);
  await store.operators.grantRole(bot.id, id, "viewer");
  assert.deepEqual(await codeOf(await rename()), [403, "role_too_low"]);
  assert.equal((await callByToken(token, `GET /bots/${bot.id}`)).status, 200);
  await run(`delete from bot_members where operator_id = '${id}'`);
  assert.deepEqual(await codeOf(await callByToken(token, `GET /bots/${bot.id}`)), [
    404,
    "not_found",
  ]);
  await run(`delete from operators where id = '${id}'`);
  assert.deepEqual(await codeOf(await callByToken(token, "GET /bots")), [401, "not_signed_in"]);
});

test("a token that was revoked, or whose time is over, opens nothing", async (t) => {
  const { makeOperator, signIn, call, makeToken, callByToken, run } = await startAccounts(t);
  const cookie = await signIn((await makeOperator("ada", "owner")).id);
  const revoked = await makeToken(cookie, ["bots:read"]);
  const over = await makeToken(cookie, ["bots:read"]);
  const endless = await makeToken(cookie, ["bots:read"], { expires_in_days: null });
  assert.equal((await call(cookie, `DELETE /me/tokens/${revoked.id}`)).status, 204);
  const again = await call(cookie, `DELETE /me/tokens/${revoked.id}`);
  assert.deepEqual(await codeOf(again), [404, "not_found"]);
  await run("update api_tokens set expires_at = expires_at - interval '30 days'");
  for (const { token } of [revoked, over]) {
    assert.deepEqual(await codeOf(await callByToken(token, "GET /bots")), [401, "not_signed_in"]);
  }
  assert.equal((await callByToken(endless.token, "GET /bots")).status, 200);
  // An expired token is still listed, to distinguish it from one that was never made.
  assert.equal((await json(await call(cookie, "GET /me/tokens"))).data.length, 2);
});

test("a token is made only for a bot on which its operator has a role, with scopes that exist", async (t) => {
  const { makeOperator, signIn, call } = await startAccounts(t);
  const cookie = await signIn((await makeOperator("ada", "owner")).id);
  const order = { name: "t", scopes: ["bots:read"], expires_in_days: 30 };
  for (const bot_id of [otherBot.id, "bot_nowhere", "bot\0"]) {
    const refused = await call(cookie, "POST /me/tokens", { ...order, bot_id });
    assert.deepEqual(await codeOf(refused), [404, "not_found"], bot_id);
  }
  for (const wrong of [
    { scopes: [] },
    { scopes: ["bots:own"] },
    { name: " " },
    { expires_in_days: 31 },
    { expires_in_days: undefined },
  ]) {
    const refused = await call(cookie, "POST /me/tokens", { ...order, ...wrong });
    assert.deepEqual(await codeOf(refused), [400, "invalid_request"], JSON.stringify(wrong));
  }
  assert.deepEqual((await json(await call(cookie, "GET /me/tokens"))).data, []);
});

test("a token that may not read conversations teaches no customer's message, but a sentence", async (t) => {
  const { makeOperator, signIn, call, callByToken } = await startAccounts(t);
  const cookie = await signIn((await makeOperator("ada", "owner")).id);
  const order = { name: "teach", scopes: ["bots:read", "bots:write"], expires_in_days: 90 };
  const { token } = await json(await call(cookie, "POST /me/tokens", order));
  const teach = (of: object) =>
    callByToken(token, `POST /bots/${bot.id}/answers/taught`, { ...of, meaning: "order" });
  const refused = await teach({ conversation_id: "conv_1", seq: 1 });
  assert.deepEqual(await codeOf(refused), [403, "scope_missing"]);
  assert.equal((await teach({ utterance: "my stuff" })).status, 200);
});

test("the answers of a bot that is not there are not found", async (t) => {
  const { makeOperator, signIn, call } = await startAccounts(t);
  const cookie = await signIn((await makeOperator("ada", "administrator")).id);
  for (const path of ["file", "versions", "versions/1"]) {
    const none = await call(cookie, `GET /bots/bot_none/answers/${path}`);
    assert.deepEqual(await codeOf(none), [404, "not_found"], path);
  }
});
