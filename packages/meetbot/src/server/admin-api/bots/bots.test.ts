import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { type TestContext, test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { bot } from "../../../store/store.fixture.ts";
import { startTestServer } from "../../server.fixture.ts";

const adminToken = randomBytes(32).toString("hex");

/** A server, and a way to call its admin API as an administrator. */
async function startApi(t: TestContext, allowed: string[] = ["127.0.0.1"]) {
  const server = await startTestServer(t, {
    adminToken,
    publicUrl: "https://chat.example.com/",
    outboundAllow: () => parseAllowList(allowed),
  });
  async function call(method: string, path: string, body?: object, key?: string) {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${adminToken}`,
        "Content-Type": "application/json",
        ...(key && { "Idempotency-Key": key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, said: text === "" ? null : JSON.parse(text) };
  }
  return { ...server, call };
}

const endpoint = "http://127.0.0.1:9/webhook";

test("a bot is created once, with three secrets that no other answer holds", async (t) => {
  const { call, store } = await startApi(t);
  const wish = { name: " Peter's Apparel ", endpoint, time_zone: "asia/shanghai" };
  const key = randomUUID();
  const made = await call("POST", "/bots", wish, key);
  assert.equal(made.status, 201, JSON.stringify(made.said));
  const { bot: created, signing_secret, identity_secret, push_secret } = made.said;
  assert.match(signing_secret, /^whsec_/);
  assert.partialDeepStrictEqual(created, {
    name: "Peter's Apparel",
    endpoint,
    policy: "ladder",
    time_zone: "Asia/Shanghai",
    demo: false,
    role: "owner",
  });
  const secrets = await store.bots.secretsOf(created.bot_id);
  assert.deepEqual(secrets?.signingSecrets, [signing_secret]);
  assert.deepEqual(await store.bots.pushSecrets(created.bot_id), [push_secret]);
  assert.equal(new Set([signing_secret, identity_secret, push_secret]).size, 3);
  assert.deepEqual((await call("POST", "/bots", wish, key)).said, made.said);

  const { said: list } = await call("GET", "/bots");
  assert.deepEqual(list.data.slice(1), [created]);
  assert.deepEqual((await call("GET", `/bots/${created.bot_id}`)).said, created);
  for (const secret of [signing_secret, identity_secret, push_secret]) {
    assert(!JSON.stringify(list).includes(secret));
  }
  const [entry] = await store.bots.auditOf(created.bot_id, 1);
  assert.deepEqual([entry?.actor, entry?.action], ["admin token", "bot_created"]);
});

test("on a demo's server a new bot belongs to the demo", async (t) => {
  const { call, store } = await startApi(t);
  const demo = { ...bot, id: "bot_demo", demo: true };
  await store.bots.create(demo, { signingSecret: "whsec_d", identitySecret: "d" });
  const { said } = await call("POST", "/bots", { name: "Another", endpoint });
  assert.equal(said.bot.demo, true);
});

test("what is wrong with the settings is told all at once, and nothing is changed", async (t) => {
  const { call, store } = await startApi(t);
  const { status, said } = await call("PATCH", `/bots/${bot.id}`, {
    name: "",
    contact: "new",
    office_hours: { time_zone: "UTC", hours: "mon 18:00-09:00" },
    time_zone: "Mars/Olympus",
    languages: ["zh"],
    origins: ["https://a.example/path"],
    link_page: "http://shop.example/link",
    endpoint: "http://10.0.0.1/webhook",
  });
  assert.deepEqual([status, said.code], [422, "invalid_settings"]);
  const pointers = said.errors.map(({ pointer }: { pointer: string }) => pointer);
  assert.deepEqual(pointers, [
    "/name",
    "/office_hours",
    "/time_zone",
    "/origins",
    "/link_page",
    "/locale",
    "/endpoint",
  ]);
  assert.match(said.errors.at(-1).message, /special_address.*MEETBOT_OUTBOUND_ALLOW/);
  assert.deepEqual(await store.bots.find(bot.id), bot);
  const notAsDescribed = await call("PATCH", `/bots/${bot.id}`, { policy: "open" });
  assert.equal(notAsDescribed.status, 400);
});

test("a change touches what it names, and says who made it", async (t) => {
  const { call, store } = await startApi(t);
  const { said } = await call("PATCH", `/bots/${bot.id}`, {
    contact: " help@shop.example ",
    office_hours: { time_zone: "europe/berlin", hours: "sun-thu 9:00-17:00" },
    welcome: { en: "Hi!", zh: null },
    order_number: "SO-[digits 6]",
    policy: "code",
    origins: [],
  });
  const welcome = { en: "Hi!", zh: null };
  const office = { hours: "mon-thu 09:00-17:00, sun 09:00-17:00", timeZone: "Europe/Berlin" };
  assert.deepEqual(said.office_hours, { hours: office.hours, time_zone: office.timeZone });
  const changed = { contact: "help@shop.example", welcome, origins: [], policy: "code" };
  assert.partialDeepStrictEqual(said, {
    ...changed,
    order_number: "SO-[digits 6]",
    name: bot.name,
  });
  assert.partialDeepStrictEqual(await store.bots.find(bot.id), changed);

  const { said: audit } = await call("GET", `/bots/${bot.id}/audit?limit=2`);
  const [settings, policy] = audit.data;
  assert.deepEqual([settings.action, policy.action], ["settings_changed", "policy_changed"]);
  assert.equal(settings.actor, "admin token");
  assert.deepEqual(Object.keys(settings.detail.to), [
    "order_number_format",
    "contact",
    "office_hours",
    "welcome",
    "origins",
  ]);
  assert.deepEqual(settings.detail.to.office_hours, office);
  assert.deepEqual(settings.detail.from.origins, bot.origins);
  const rest = await call("GET", `/bots/${bot.id}/audit?limit=2&cursor=${audit.next_cursor}`);
  assert.deepEqual(
    [rest.said.data.map(({ action }: { action: string }) => action), rest.said.next_cursor],
    [["bot_created"], null],
  );
  const only = await call("GET", `/bots/${bot.id}/audit?action=policy_changed`);
  assert.equal(only.said.data.length, 1);
  const odd = await call("GET", `/bots/${bot.id}/audit?cursor=x`);
  assert.deepEqual([odd.status, odd.said.code], [400, "invalid_cursor"]);
});

test("a bot that is deleted is gone, and the operators' audit remembers it", async (t) => {
  const { call, run, logged } = await startApi(t);
  assert.equal((await call("DELETE", `/bots/${bot.id}`)).status, 204);
  assert.equal((await call("GET", `/bots/${bot.id}`)).status, 404);
  assert.equal((await call("DELETE", `/bots/${bot.id}`)).status, 404);
  const [entry] = await run("select actor, action, detail from operator_audit");
  const detail = { bot_id: bot.id, name: bot.name };
  assert.deepEqual(entry, { actor: "admin token", action: "bot_deleted", detail });
  assert(logged.some((line) => line.includes('"bot deleted"') && line.includes(bot.id)));
});

test("the guard's verdict on a URL is there before there is a bot", async (t) => {
  const { call } = await startApi(t, []);
  const check = async (url: string) => (await call("POST", "/check-url", { url })).said;
  const closed = { allowed: false, reason: "special_address", can_be_opened: true };
  const url = "https://10.0.0.1/";
  assert.deepEqual(await check(url), { url, ...closed });
  assert.partialDeepStrictEqual(await check("ftp://x"), { allowed: false, can_be_opened: false });
});

test("the checklist and the channels tell what was seen of a bot", async (t) => {
  const { call, url, store } = await startApi(t);
  await store.bots.change(bot.id, { endpoint });
  const before = await call("GET", `/bots/${bot.id}/checklist`);
  const stateOf = (said: typeof before.said, id: string) =>
    said.data.find((item: { id: string }) => item.id === id);
  assert.equal(before.said.data.length, 11);
  assert.deepEqual(stateOf(before.said, "endpoint"), {
    id: "endpoint",
    state: "done",
    reason: "allow_list",
    at: null,
  });
  assert.equal(stateOf(before.said, "snippet").reason, "not_seen");

  const origin = "https://shop.example";
  await fetch(`${url}/chat/${bot.id}/look`, { headers: { origin } });
  await fetch(`${url}/chat/${bot.id}/conversations`, { method: "POST", headers: { origin } });
  await eventually(10_000, async () => {
    const { said } = await call("GET", `/bots/${bot.id}/channels`);
    assert.deepEqual([said.pages[0].origin, said.pages[0].allowed], [origin, true]);
    assert(said.pages[0].seen_at !== null && said.conversation_at !== null);
    assert.equal(said.identity_at, null);
    assert.equal(said.chat_url, `https://chat.example.com/chat/${bot.id}`);
  });
  await store.bots.change(bot.id, { origins: ["https://new.example"] });
  const { said } = await call("GET", `/bots/${bot.id}/channels`);
  assert.deepEqual(
    said.pages.map((page: { origin: string; allowed: boolean }) => [page.origin, page.allowed]),
    [
      ["https://new.example", true],
      [origin, false],
    ],
  );
  const after = await call("GET", `/bots/${bot.id}/checklist`);
  assert.equal(stateOf(after.said, "snippet").state, "done");
});
