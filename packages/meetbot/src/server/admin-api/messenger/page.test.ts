import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { toConnection } from "../../../channels/messenger/page.ts";
import { bot } from "../../../store/store.fixture.ts";
import { app, page, verifyToken } from "../../webhooks/messenger.fixture.ts";
import { other, startPageArea } from "./messenger.fixture.ts";

const outcomes = (checks: { check: string; outcome: string }[]) =>
  checks.map(({ check, outcome }) => `${check} ${outcome}`);

test("a page is connected once all is well at Meta's side, and its secrets are told to nobody", async (t) => {
  const { connect, say, graph, listen, logged, store } = await startPageArea(t);
  const none = (await say("viewer", "GET /messenger")).said;
  assert.equal(none.page, null);
  assert.match(none.webhook_url, new RegExp(`/channels/messenger/${bot.id}$`));
  assert(none.fields.includes("message_echoes"));
  const { status, said } = await connect();
  assert.deepEqual([status, said.connected], [200, true]);
  assert.deepEqual(
    outcomes(said.checks),
    ["page", "app", "token", "permissions", "subscription", "free"].map((one) => `${one} ok`),
  );
  assert(graph.page(page.id).subscribedFields.includes("message_echoes"));
  const { page: told } = (await say("viewer", "GET /messenger")).said;
  assert.partialDeepStrictEqual(told, {
    ...{ page_id: page.id, name: page.name, app_id: app.id, state: "connected" },
    ...{ token_ends_at: null, last_failure: null, waiting: 0, failed: 0 },
    conversations: { open: 0, closed: 0 },
  });
  assert(told.checked_at);
  assert.equal(await listen(), true);
  const everything = [JSON.stringify([said, told]), ...logged].join("");
  for (const secret of [page.token, app.secret, verifyToken]) assert(!everything.includes(secret));
  const [change] = await store.bots.auditOf(bot.id, 1);
  assert.deepEqual([change?.action, change?.actor], ["page_connected", "owner@shop.example"]);
});

test("what is wrong at Meta's side is said, with what to do in both languages, and nothing is kept", async (t) => {
  const { connect, say, graph, store } = await startPageArea(t);
  const foreign = (await connect({ page_token: other.token })).said;
  assert.deepEqual(outcomes(foreign.checks).slice(0, 2), ["page failed", "app not_made"]);
  assert.match(foreign.checks[0].problem.what.en, /belongs to the page 5647382910/);
  assert.match(foreign.checks[0].problem.what.zh, /属于主页 5647382910/);
  const expired = (await connect({ page_token: "expired" })).said.checks[0].problem;
  assert.deepEqual([expired.kind, expired.code], ["refused", 190]);
  graph.page(page.id).scopes = ["pages_messaging"];
  const scopes = (await connect()).said.checks;
  assert.deepEqual(outcomes(scopes).slice(2), [
    ...["token ok", "permissions failed", "subscription not_made", "free not_made"],
  ]);
  assert.match(scopes[3].problem.what.en, /pages_manage_metadata/);
  assert.equal((await say("viewer", "GET /messenger")).said.page, null);
  graph.page(page.id).scopes.push("pages_manage_metadata");

  const second = { ...bot, id: "bot_2" };
  const secrets = { signingSecret: newSecret(), identitySecret: newSecret() };
  await store.bots.create(second, secrets);
  const access = { pageId: page.id, appId: app.id, token: "t", appSecret: "s", verifyToken: "v" };
  await store.channels.links.connect(second.id, toConnection(access));
  const taken = (await connect()).said;
  assert.equal(taken.connected, false);
  assert.match(taken.checks[5].problem.what.en, /another bot of this server/);
  assert.equal((await connect({ page_id: "shop" })).said.code, "invalid_request");
});

test("owners alone connect and disconnect, and only soon after they signed in", async (t) => {
  const { connect, say, run } = await startPageArea(t);
  for (const role of ["viewer", "editor"] as const) {
    assert.equal((await connect({}, role)).said.code, "role_too_low");
    assert.equal((await say(role, "DELETE /messenger/page")).said.code, "role_too_low");
  }
  assert.equal((await say("viewer", "POST /messenger/check", {})).said.code, "role_too_low");
  await connect();
  await run("update operator_sessions set created_at = now() - interval '16 minutes'");
  assert.equal((await connect()).said.code, "reauthentication_required");
  assert.equal(
    (await say("owner", "DELETE /messenger/page")).said.code,
    "reauthentication_required",
  );
});

test("a subscription that was lost is found by asking Meta, and made again", async (t) => {
  const { connect, say, graph, run } = await startPageArea(t);
  assert.equal((await say("editor", "POST /messenger/check", {})).said.code, "no_page");
  await connect();
  await run("update channel_links set checked_at = null");
  graph.page(page.id).subscribedFields = ["messages"];
  const lost = (await say("editor", "POST /messenger/check", {})).said.checks;
  assert.deepEqual(outcomes(lost).slice(3), ["permissions ok", "subscription failed"]);
  assert.match(lost[4].problem.what.en, /message_echoes.*Subscribe again/);
  assert.deepEqual(graph.page(page.id).subscribedFields, ["messages"]);
  assert.equal((await say("viewer", "GET /messenger")).said.page.checked_at, null);
  const again = (await say("editor", "POST /messenger/check", { subscribe: true })).said.checks;
  assert.deepEqual(
    new Set(again.map(({ outcome }: { outcome: string }) => outcome)),
    new Set(["ok"]),
  );
  assert((await say("viewer", "GET /messenger")).said.page.checked_at);
});

test("a page that is disconnected is heard no more, also where Meta does not answer", async (t) => {
  const { connect, say, graph } = await startPageArea(t);
  await connect();
  const { said } = await say("owner", "DELETE /messenger/page");
  assert.deepEqual(said, { page_id: page.id, problem: null });
  assert.deepEqual(graph.page(page.id).subscribedFields, []);
  assert.equal((await say("owner", "DELETE /messenger/page")).said.code, "not_found");
  await connect();
  graph.meetNext({ error: { code: 2, status: 500 } });
  const late = (await say("owner", "DELETE /messenger/page")).said;
  assert.match(late.problem.zh, /没有取消应用对主页事件的订阅/);
  assert.equal((await say("viewer", "GET /messenger")).said.page, null);
});

test("the profile is shown in each language, published, and compared with what Meta has", async (t) => {
  const { connect, say, graph, store } = await startPageArea(t);
  const { said } = await say("viewer", "GET /messenger/profile");
  assert.deepEqual(
    said.languages.map((one: { locale: string; is_default: boolean }) => [
      one.locale,
      one.is_default,
    ]),
    [
      ["en", true],
      ["de", false],
      ["es", false],
      ["fr", false],
      ["ja", false],
      ["pt-BR", false],
      ["zh", false],
      ["zh-Hant", false],
    ],
  );
  assert.deepEqual(said.languages[0].questions, ["Where is my order?", "Where is my package?"]);
  assert.match(said.languages[1].greeting, /Meetbot Shop/);
  assert.equal((await say("editor", "POST /messenger/profile/publish")).said.code, "no_page");
  await connect();
  const compare = async () => (await say("editor", "POST /messenger/profile/compare")).said.differs;
  assert.deepEqual(await compare(), ["get_started", "greeting", "ice_breakers", "persistent_menu"]);
  assert((await say("editor", "POST /messenger/profile/publish")).said.published_at);
  assert.deepEqual(await compare(), []);
  await store.bots.change(bot.id, { menu: ["help"] });
  assert.deepEqual(await compare(), ["ice_breakers", "persistent_menu"]);
  await say("editor", "POST /messenger/profile/publish");
  assert.deepEqual(await compare(), []);
  graph.meetNext({ error: { code: 190, status: 401 } });
  const refused = (await say("editor", "POST /messenger/profile/publish")).said;
  assert.equal(refused.code, "meta_refused");
  assert.match(refused.detail, /did not take the page's greeting and menu \(code 190/);
  const [change] = await store.bots.auditOf(bot.id, 1);
  assert.deepEqual([change?.action, change?.actor], ["profile_published", "editor@shop.example"]);
});
