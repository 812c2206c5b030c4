import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Demand } from "@meetbot/admin-api/contract/shape/admin-route.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { agentScopes, scopes } from "@meetbot/model/operator.ts";
import {
  codeOf,
  otherBot,
  startAccounts,
} from "../../src/server/admin-api/account/account.fixture.ts";
import { json, startAdminServer } from "../../src/server/admin-api/call-admin.fixture.ts";
import { commitOneTurn, deliveryWith } from "../../src/store/logs/log.fixture.ts";
import { bot, openConversation } from "../../src/store/store.fixture.ts";

// An agent hired to answer customers, who wants the shop's settings, secrets and other customers.

/** Of the whole server: what is an agent's own, and nothing of others. */
const own = `
GET /me
PATCH /me
GET /me/password
PUT /me/password
GET /me/passkeys
PATCH /me/passkeys/{passkey_id}
DELETE /me/passkeys/{passkey_id}
GET /me/sessions
DELETE /me/sessions
DELETE /me/sessions/{session_id}
GET /me/tokens
POST /me/tokens
DELETE /me/tokens/{token_id}
GET /me/push-devices
PUT /me/push-devices
DELETE /me/push-devices/{device_id}
POST /me/push-devices/{device_id}/test
GET /bots
GET /connectors
POST /check-url
GET /conformance/rules`;

/** Of a bot: its conversations, and its inbox. */
const work = `
GET /bots/{bot_id}/conversations
GET /bots/{bot_id}/conversations/{conversation_id}
POST /bots/{bot_id}/conversations/{conversation_id}/reveal
GET /bots/{bot_id}/conversations/{conversation_id}/pictures/{picture_id}
GET /bots/{bot_id}/conversations/{conversation_id}/panel
POST /bots/{bot_id}/conversations/{conversation_id}/panel/reveal
POST /bots/{bot_id}/conversations/{conversation_id}/look-up
POST /bots/{bot_id}/conversations/{conversation_id}/cards
GET /bots/{bot_id}/conversations/{conversation_id}/draft
GET /bots/{bot_id}/canned-replies
GET /bots/{bot_id}/inbox/presence
PUT /bots/{bot_id}/inbox/presence
GET /bots/{bot_id}/inbox/mentions
DELETE /bots/{bot_id}/conversations/{conversation_id}/mentions
GET /bots/{bot_id}/inbox
GET /bots/{bot_id}/conversations/{conversation_id}/desk
POST /bots/{bot_id}/conversations/{conversation_id}/messages
POST /bots/{bot_id}/conversations/{conversation_id}/messages/{seq}/retry
POST /bots/{bot_id}/conversations/{conversation_id}/take
POST /bots/{bot_id}/conversations/{conversation_id}/release
POST /bots/{bot_id}/conversations/{conversation_id}/close
POST /bots/{bot_id}/conversations/close
POST /bots/{bot_id}/conversations/{conversation_id}/reopen
GET /bots/{bot_id}/conversations/{conversation_id}/notes
POST /bots/{bot_id}/conversations/{conversation_id}/notes/reveal
POST /bots/{bot_id}/conversations/{conversation_id}/notes
DELETE /bots/{bot_id}/conversations/{conversation_id}/notes/{note_id}
GET /bots/{bot_id}/inbox/labels
POST /bots/{bot_id}/inbox/labels
PATCH /bots/{bot_id}/inbox/labels/{label_id}
DELETE /bots/{bot_id}/inbox/labels/{label_id}
PUT /bots/{bot_id}/conversations/{conversation_id}/labels/{label_id}
DELETE /bots/{bot_id}/conversations/{conversation_id}/labels/{label_id}
GET /bots/{bot_id}/inbox/people
PUT /bots/{bot_id}/conversations/{conversation_id}/assignment
PUT /bots/{bot_id}/conversations/{conversation_id}/snooze
DELETE /bots/{bot_id}/conversations/{conversation_id}/snooze
POST /bots/{bot_id}/conversations/{conversation_id}/presence
DELETE /bots/{bot_id}/conversations/{conversation_id}/presence
GET /bots/{bot_id}/inbox/events
POST /bots/{bot_id}/inbox/search`;

/** Everything else. Each new route must be listed here, on one side or the other. */
const closed = `
POST /bots
GET /bots/{bot_id}
PATCH /bots/{bot_id}
DELETE /bots/{bot_id}
GET /bots/{bot_id}/checklist
GET /bots/{bot_id}/channels
GET /bots/{bot_id}/audit
GET /bots/{bot_id}/answers
PUT /bots/{bot_id}/answers
PUT /bots/{bot_id}/answers/topics/{topic}
PUT /bots/{bot_id}/answers/own/{topic}
DELETE /bots/{bot_id}/answers/own/{topic}
POST /bots/{bot_id}/answers/taught
DELETE /bots/{bot_id}/answers/taught/{taught_id}
GET /bots/{bot_id}/answers/versions
GET /bots/{bot_id}/answers/versions/{version}
POST /bots/{bot_id}/answers/versions/{version}/restore
POST /bots/{bot_id}/answers/try
GET /bots/{bot_id}/answers/file
PUT /bots/{bot_id}/answers/file
GET /bots/{bot_id}/deliveries
GET /bots/{bot_id}/deliveries/live
GET /bots/{bot_id}/deliveries/export
GET /bots/{bot_id}/deliveries/{delivery_id}
POST /bots/{bot_id}/deliveries/{delivery_id}/reveal
POST /bots/{bot_id}/deliveries/{delivery_id}/replay
POST /bots/{bot_id}/conversations/search
POST /bots/{bot_id}/conversations/{conversation_id}/redact
GET /bots/{bot_id}/conversations/{conversation_id}/export
DELETE /bots/{bot_id}/conversations/{conversation_id}
GET /bots/{bot_id}/alerts
POST /bots/{bot_id}/alerts
PATCH /bots/{bot_id}/alerts/{alert_id}
DELETE /bots/{bot_id}/alerts/{alert_id}
POST /bots/{bot_id}/alerts/{alert_id}/test
GET /bots/{bot_id}/alerts/{alert_id}/deliveries
GET /bots/{bot_id}/bridge
PUT /bots/{bot_id}/bridge
DELETE /bots/{bot_id}/bridge
POST /bots/{bot_id}/bridge/test
GET /bots/{bot_id}/carriers
POST /bots/{bot_id}/carriers
DELETE /bots/{bot_id}/carriers/{kind}
POST /connectors/{connector}/check
POST /connectors/{connector}/bots
GET /bots/{bot_id}/connector
PUT /bots/{bot_id}/connector
POST /bots/{bot_id}/connector/check
POST /bots/{bot_id}/connector/recheck
POST /bots/{bot_id}/connector/sample
GET /bots/{bot_id}/pushes
GET /bots/{bot_id}/pushes/{push_id}
POST /bots/{bot_id}/pushes/test
GET /bots/{bot_id}/subscriptions
DELETE /bots/{bot_id}/subscriptions/{subscription_id}
GET /bots/{bot_id}/notifications/figures
GET /bots/{bot_id}/overview
GET /bots/{bot_id}/overview/export
GET /bots/{bot_id}/unanswered
POST /bots/{bot_id}/check-url
POST /bots/{bot_id}/canned-replies
PUT /bots/{bot_id}/canned-replies/{reply_id}
DELETE /bots/{bot_id}/canned-replies/{reply_id}
GET /bots/{bot_id}/endpoint
POST /bots/{bot_id}/endpoint/test
POST /bots/{bot_id}/listener
DELETE /bots/{bot_id}/listener
POST /bots/{bot_id}/listener/{listener_id}/queries
POST /bots/{bot_id}/listener/{listener_id}/queries/{query_id}/answer
POST /bots/{bot_id}/runs
GET /bots/{bot_id}/runs
GET /bots/{bot_id}/runs/{run_id}
POST /bots/{bot_id}/runs/{run_id}/reveal
GET /bots/{bot_id}/runs/{run_id}/findings/{rule}/code
POST /bots/{bot_id}/queries
POST /bots/{bot_id}/signature
GET /bots/{bot_id}/people
POST /bots/{bot_id}/invitations
DELETE /bots/{bot_id}/invitations/{invitation_id}
PUT /bots/{bot_id}/people/{operator_id}
DELETE /bots/{bot_id}/people/{operator_id}
GET /operators
POST /operators/invitations
DELETE /operators/invitations/{invitation_id}
POST /operators/{operator_id}/link
PATCH /operators/{operator_id}
DELETE /operators/{operator_id}
GET /audit
GET /operators/audit
GET /bots/{bot_id}/keys
POST /bots/{bot_id}/keys/signing/rotate
POST /bots/{bot_id}/keys/signing/promote
POST /bots/{bot_id}/keys/identity/rotate
POST /bots/{bot_id}/keys/push/rotate
POST /bots/{bot_id}/keys/{kind}/revoke
GET /bots/{bot_id}/messenger
PUT /bots/{bot_id}/messenger/page
DELETE /bots/{bot_id}/messenger/page
POST /bots/{bot_id}/messenger/check
GET /bots/{bot_id}/messenger/profile
POST /bots/{bot_id}/messenger/profile/compare
POST /bots/{bot_id}/messenger/profile/publish
GET /bots/{bot_id}/messenger/failed
POST /bots/{bot_id}/messenger/failed/retry
POST /bots/{bot_id}/messenger/failed/retry-all
GET /bots/{bot_id}/channels/messenger/templates
POST /bots/{bot_id}/channels/messenger/templates/publish
DELETE /bots/{bot_id}/channels/messenger/templates/{name}/{language}
GET /bots/{bot_id}/telegram
PUT /bots/{bot_id}/telegram/bot
DELETE /bots/{bot_id}/telegram/bot
POST /bots/{bot_id}/telegram/check
GET /bots/{bot_id}/telegram/profile
POST /bots/{bot_id}/telegram/profile/compare
POST /bots/{bot_id}/telegram/profile/publish
GET /bots/{bot_id}/telegram/failed
POST /bots/{bot_id}/telegram/failed/retry
POST /bots/{bot_id}/telegram/failed/retry-all`;

const linesOf = (text: string) => text.trim().split("\n");
const closedRoutes = linesOf(closed);
const workRoutes = linesOf(work);
const isOfBot = (route: string) => route.includes("{bot_id}");
const fill = (route: string, botId: string) =>
  route
    .replace("{bot_id}", botId)
    .replace("{conversation_id}", "one")
    .replace("{seq}", "2")
    .replace(/\{\w+\}/g, "some");

async function startDesk(t: TestContext) {
  const server = await startAccounts(t);
  const agent = await server.makeOperator("agent", "agent");
  return { ...server, agent, cookie: await server.signIn(agent.id) };
}

/** All that the server answers, and what it demands. */
async function routesOf(url: string): Promise<{ route: string; demand: Demand }[]> {
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { "x-meetbot-demand": Demand }>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path}`,
      demand: operation["x-meetbot-demand"],
    })),
  );
}

test("for each route of the admin API somebody decided whether an agent may call it", async (t) => {
  const { url } = await startAccounts(t);
  const routes = (await routesOf(url)).map(({ route }) => route);
  const decided = [own, work, closed].flatMap(linesOf);
  assert.deepEqual(decided.sort(), routes.sort());
});

test("an agent comes into the inbox and the conversations of their bot, and nowhere else", async (t) => {
  const { call, cookie, callByToken, makeToken } = await startDesk(t);
  const { token } = await makeToken(cookie, [...agentScopes]);
  // A body that is no JSON object: a caller who gets as far as the body was let in, and nothing is changed.
  for (const route of closedRoutes) {
    const asked = fill(route, bot.id);
    const body = route.startsWith("GET") ? undefined : [];
    const [status, code] = await codeOf(await call(cookie, asked, body));
    assert.deepEqual([status, code], [403, "role_too_low"], route);
    const byToken = await codeOf(await callByToken(token, asked, body));
    assert.equal(byToken[0], 403, `${route} by a token`);
  }
  for (const route of workRoutes) {
    const body = route.startsWith("GET") ? undefined : [];
    const response = await call(cookie, fill(route, bot.id), body);
    assert(![401, 403].includes(response.status), `${route}: ${response.status}`);
    await response.body?.cancel();
  }
});

test("to an agent of one bot no other bot exists", async (t) => {
  const { call, cookie, callByToken, makeToken } = await startDesk(t);
  const { token } = await makeToken(cookie, [...agentScopes]);
  for (const route of [...workRoutes, ...closedRoutes].filter(isOfBot)) {
    const asked = fill(route, otherBot.id);
    const body = route.startsWith("GET") ? undefined : [];
    assert.deepEqual(await codeOf(await call(cookie, asked, body)), [404, "not_found"], route);
    const byToken = await codeOf(await callByToken(token, asked, body));
    assert([404, 403].includes(byToken[0]), `${route} by a token: ${byToken}`);
  }
  const { data } = await json(await call(cookie, "GET /bots"));
  assert.deepEqual(
    data.map(({ bot_id }: { bot_id: string }) => bot_id),
    [bot.id],
  );
});

test("what an agent is told of a bot has no endpoint, no policy and no secret in it", async (t) => {
  const { call, cookie } = await startDesk(t);
  const { data } = await json(await call(cookie, "GET /bots"));
  assert.deepEqual(data, [
    {
      bot_id: bot.id,
      name: bot.name,
      languages: bot.languages,
      time_zone: bot.timeZone,
      keep_conversations_days: bot.keepConversationsDays,
      demo: bot.demo,
      scopes: ["conversations:read", "inbox:read", "inbox:write"],
      role: "agent",
    },
  ]);
});

const shown: OutboundReply = {
  kind: "orders",
  locale: "en",
  orders: [{ level: 2, expires: 1, item: { order_number: "12345678902", status: "Shipped" } }],
};

test("an agent reads a conversation masked, and nothing of what the shop was asked in it", async (t) => {
  const { call } = await startAdminServer(t, {}, async ({ store }) => {
    const ref = await openConversation(store, { conversationId: "one" });
    const deliveries = [deliveryWith({ id: "d1", startedAt: Date.now() })];
    await commitOneTurn(store, ref, { replies: [shown], deliveries });
  });
  const asViewer = await (await call("viewer", "GET /conversations/one")).text();
  assert.match(asViewer, /"d1"/, "a viewer sees the delivery");
  const text = await (await call("agent", "GET /conversations/one")).text();
  const { masked, entries } = JSON.parse(text);
  assert.equal(masked, true);
  assert(entries.length > 0);
  for (const secret of ["d1", "12345678902"]) assert(!text.includes(secret), secret);
});

test("an agent reads as it is whom they answer, and that stands in the audit", async (t) => {
  const { call, store, run } = await startAdminServer(t, {}, async ({ store }) => {
    const ref = await openConversation(store, { conversationId: "one" });
    const deliveries = [deliveryWith({ id: "d1", startedAt: Date.now() })];
    await commitOneTurn(store, ref, { replies: [shown], deliveries });
  });
  const look = async (role: "agent" | "editor") =>
    (await call(role, "POST /conversations/one/reveal", { body: {} })).text();
  const noted = async () =>
    (await store.bots.auditOf(bot.id, 9))
      .filter(({ action }) => action === "conversation_revealed")
      .map(({ actor }) => actor);
  const text = await look("agent");
  assert(text.includes("12345678902"));
  assert(!text.includes("d1"), "what the shop was asked is not theirs");
  const [entry] = await store.bots.auditOf(bot.id, 1);
  assert.deepEqual(
    [entry?.actor, entry?.action, entry?.detail],
    ["agent@shop.example", "conversation_revealed", { conversation: "one" }],
  );
  const [agent, editor] = ["agent@shop.example", "editor@shop.example"];
  await look("agent");
  assert.deepEqual(await noted(), [agent], "whoever goes on reading is noted once");
  await look("editor");
  assert.deepEqual(await noted(), [editor, agent], "another one is noted for themselves");
  await run("update audit set at = now() - interval '15 minutes 1 second'");
  await look("agent");
  assert.deepEqual(await noted(), [agent, editor, agent], "and anew a quarter of an hour later");
});

test("an agent gives neither themselves nor anybody else a role, however they ask", async (t) => {
  const { call, cookie, agent, run, post, makeOperator, signIn } = await startDesk(t);
  const before = await run("select * from bot_members order by operator_id");
  for (const [route, body] of [
    [`PUT /bots/${bot.id}/people/${agent.id}`, { role: "owner" }],
    [`POST /bots/${bot.id}/invitations`, { email: "eve@shop.example", role: "agent" }],
    [`PATCH /operators/${agent.id}`, { administrator: true }],
  ] as const) {
    assert.deepEqual(await codeOf(await call(cookie, route, body)), [403, "role_too_low"], route);
  }
  // Names no rights either, by the door through which browsers sign in.
  await post("/update-user", { administrator: true, name: "Eve" }, { Cookie: cookie });
  assert.deepEqual(await run("select * from bot_members order by operator_id"), before);
  assert.deepEqual(await run("select name from operators where administrator"), []);
  const viewer = await signIn((await makeOperator("viewer", "viewer")).id);
  const people = await codeOf(
    await call(viewer, `PUT /bots/${bot.id}/people/${agent.id}`, { role: "viewer" }),
  );
  assert.deepEqual(people, [403, "role_too_low"]);
});

test("an agent makes no API token that could do more than they may", async (t) => {
  const { call, cookie, agent, run, store, makeToken, callByToken } = await startDesk(t);
  const order = { name: "desk", expires_in_days: 30 };
  for (const scope of scopes.filter((one) => !agentScopes.some((own) => own === one))) {
    for (const bot_id of [null, bot.id]) {
      const wish = { ...order, bot_id, scopes: ["inbox:read", scope] };
      const refused = await codeOf(await call(cookie, "POST /me/tokens", wish));
      assert.deepEqual(refused, [403, "scope_beyond_role"], scope);
    }
  }
  const elsewhere = { ...order, bot_id: otherBot.id, scopes: ["inbox:read"] };
  assert.deepEqual(await codeOf(await call(cookie, "POST /me/tokens", elsewhere)), [
    404,
    "not_found",
  ]);
  assert.deepEqual(await run("select * from api_tokens"), []);
  const { token } = await makeToken(cookie, ["inbox:read", "inbox:write"]);
  const presence = `/bots/${bot.id}/inbox/presence`;
  assert.equal((await callByToken(token, `PUT ${presence}`, { on: true })).status, 200);
  assert.equal((await callByToken(token, `GET /bots/${bot.id}/conversations`)).status, 403);
  // Made by an editor, and an agent's since.
  await store.operators.grantRole(bot.id, agent.id, "editor");
  const strong = await makeToken(cookie, ["bots:write", "conversations:write"]);
  await store.operators.grantRole(bot.id, agent.id, "agent");
  const change = await callByToken(strong.token, `PATCH /bots/${bot.id}`, { name: "Eve" });
  assert.deepEqual(await codeOf(change), [403, "role_too_low"]);
});

test("a viewer sees who is in the inbox, and cannot be there", async (t) => {
  const { url, call, signIn, makeOperator, makeToken, callByToken } = await startDesk(t);
  const cookie = await signIn((await makeOperator("viewer", "viewer")).id);
  const { token } = await makeToken(cookie, ["inbox:read", "inbox:write"]);
  const presence = `/bots/${bot.id}/inbox/presence`;
  assert.equal((await call(cookie, `GET ${presence}`)).status, 200);
  const writes = (await routesOf(url)).filter(({ demand }) => demand.scope === "inbox:write");
  assert(writes.length > 0);
  for (const { route } of writes) {
    const asked = fill(route, bot.id);
    const body = route.startsWith("GET") ? undefined : [];
    for (const response of [
      await call(cookie, asked, body),
      await callByToken(token, asked, body),
    ]) {
      assert.deepEqual(await codeOf(response), [403, "role_too_low"], route);
    }
  }
});
