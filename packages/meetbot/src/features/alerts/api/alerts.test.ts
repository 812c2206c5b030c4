import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Role } from "@meetbot/model/operator.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { post, takeSeat } from "../../../../test/fixtures/conversation.ts";
import { json, startAdminServer } from "../../../server/admin-api/call-admin.fixture.ts";
import { bot, openConversation, textEvent } from "../../../store/store.fixture.ts";
import {
  type Came,
  dingtalkPlatform,
  robotSecrets,
  type SentAlert,
  startPlatform,
  webhookPlatform,
} from "../sending/platforms.fixture.ts";
import { happen } from "../store/alerts.fixture.ts";

/** A server whose operators have a platform on this machine told. */
async function startAlertArea(t: TestContext, platform: (came: Came) => SentAlert, isOpen = true) {
  const { origin, came, until } = await startPlatform(t, platform);
  const server = await startAdminServer(t, {
    publicUrl: "https://bots.example",
    outboundAllow: () => parseAllowList(isOpen ? [new URL(origin).host] : []),
  });
  const say = async (role: Role, route: string, body?: object) => {
    const response = await server.call(role, route, body ? { body } : {});
    return { status: response.status, said: response.status === 204 ? null : await json(response) };
  };
  return { ...server, say, origin, came, until };
}

const events = ["conversation.waiting", "message.created"];

test("a webhook's secret is shown once; what happens is sent there, signed with it, and looked at afterwards", async (t) => {
  let secret = "";
  const area = await startAlertArea(
    t,
    webhookPlatform(() => secret),
  );
  const { say, origin, came, until, run, store, logged } = area;
  const url = `${origin}/hooks/hidden-part`;
  const added = await say("owner", "POST /alerts", { kind: "webhook", name: "Desk", url, events });
  assert.equal(added.status, 201);
  ({ secret } = added.said);
  assert.match(secret, /^whsec_[\w+/]{43}=$/);
  const { alert_id: id, shown, signed, with_text: withText } = added.said.alert;
  assert.deepEqual([signed, withText], [true, false]);

  const tested = await say("editor", `POST /alerts/${id}/test`);
  assert.deepEqual(tested.said, { sent: true, http_status: 204, problem: null });
  assert.equal(JSON.parse(came[0]!.text).data.test, true);

  const ref = await openConversation(store, { first: textEvent("first", "a secret wish") });
  const message = [bot.id, ref.conversationId, "message.created", { seq: 1, from: "customer" }];
  const note =
    "insert into desk_events (bot_id, conversation_id, type, facts) values ($1, $2, $3, $4)";
  await run(note, message);
  await happen(run, [{ type: "shop.unavailable" }]);
  await until(2);
  const { data } = JSON.parse(came[1]!.text);
  assert.deepEqual(Object.keys(data).sort(), ["bot_id", "conversation_id", "from", "seq", "url"]);
  await say("owner", `PATCH /alerts/${id}`, { with_text: true });
  await run(note, message);
  await until(3);
  assert.equal(JSON.parse(came[2]!.text).data.text, "a secret wish");

  const list = await say("viewer", "GET /alerts");
  assert.deepEqual([list.said.has_links, list.said.has_mail], [true, false]);
  assert.partialDeepStrictEqual(list.said.data[0], { shown, enabled: true, stopped_for: null });
  assert(list.said.data[0].last_sent_at);
  const deliveries = (await say("viewer", `GET /alerts/${id}/deliveries`)).said.data;
  assert.equal(deliveries.length, 2);
  assert.partialDeepStrictEqual(deliveries[1], { type: "message.created", tries: 1 });
  const seen = JSON.stringify([list, deliveries, await store.bots.auditOf(bot.id, 9), logged]);
  for (const one of [secret, "hidden-part", "a secret wish"]) assert(!seen.includes(one), one);

  assert.equal((await say("editor", `DELETE /alerts/${id}`)).status, 204);
  assert.equal((await say("viewer", `GET /alerts/${id}/deliveries`)).status, 404);
});

test("a test tells the platform's own error, and works once the robot's secret is set", async (t) => {
  const { say, origin } = await startAlertArea(t, dingtalkPlatform(robotSecrets.dingtalk));
  const url = `${origin}/robot/send?access_token=5a`;
  const body = { kind: "dingtalk", name: "客服群", url, events, locale: "zh" };
  const { alert_id: id } = (await say("owner", "POST /alerts", body)).said.alert;
  const refused = (await say("editor", `POST /alerts/${id}/test`)).said;
  assert.deepEqual([refused.sent, refused.http_status], [false, 200]);
  assert.match(refused.problem, /310000 .*签名不匹配/);
  const changed = await say("owner", `PATCH /alerts/${id}`, { secret: robotSecrets.dingtalk });
  assert.equal(changed.said.signed, true);
  assert.equal((await say("editor", `POST /alerts/${id}/test`)).said.sent, true);
});

test("an address inside is refused with the setting that opens it, at saving and at sending", async (t) => {
  const { say, origin, came, store } = await startAlertArea(
    t,
    () => ({ status: 200, body: "" }),
    false,
  );
  const body = { kind: "webhook", name: "Desk", url: origin, events };
  const { status, said } = await say("owner", "POST /alerts", body);
  assert.deepEqual([status, said.code], [422, "address_refused"]);
  assert.match(said.detail, /MEETBOT_OUTBOUND_ALLOW/);
  // One that was saved before the list was closed.
  const secrets = { url: origin, secret: "whsec_5a5a" };
  const wishes = { name: "Old", locale: "en", events: [], withText: false } as const;
  const kept = { id: "a1", kind: "webhook", shown: "x", secrets, ...wishes, events: [] } as const;
  await store.alerts.destinations.add(bot.id, { ...kept, events: ["conversation.waiting"] });
  const tested = (await say("editor", "POST /alerts/a1/test")).said;
  assert.equal(tested.sent, false);
  assert.match(tested.problem, /MEETBOT_OUTBOUND_ALLOW/);
  assert.equal(came.length, 0);
});

test("where words go is an owner's to say, the rest an editor's, and a viewer looks", async (t) => {
  const { say, origin } = await startAlertArea(t, () => ({ status: 200, body: "" }));
  const body = { kind: "webhook", name: "Desk", url: origin, events };
  assert.equal((await say("editor", "POST /alerts", body)).said.code, "role_too_low");
  const { alert_id: id } = (await say("owner", "POST /alerts", body)).said.alert;
  for (const change of [{ url: origin }, { with_text: true }, { secret: "s".repeat(9) }]) {
    const refused = await say("editor", `PATCH /alerts/${id}`, change);
    assert.equal(refused.said.code, "role_too_low", JSON.stringify(change));
  }
  assert.equal(
    (await say("editor", `PATCH /alerts/${id}`, { enabled: false })).said.enabled,
    false,
  );
  for (const route of [`POST /alerts/${id}/test`, `DELETE /alerts/${id}`]) {
    assert.equal((await say("viewer", route)).status, 403, route);
  }
  const other = { ...body, kind: "slack", url: "https://slack.example/services/x" };
  assert.equal((await say("owner", "POST /alerts", other)).said.code, "other_host");
});

test("a bot has twenty destinations at most", async (t) => {
  const { say } = await startAlertArea(t, () => ({ status: 200, body: "" }));
  const body = { kind: "email", name: "Anna", email: "anna@shop.example", events };
  for (let n = 0; n < 20; n += 1) await say("owner", "POST /alerts", body);
  assert.equal((await say("owner", "POST /alerts", body)).said.code, "too_many_destinations");
});

test("a customer who asks for a person is told of within seconds, and so is what they write then", async (t) => {
  let secret = "";
  const { say, origin, came, until, url } = await startAlertArea(
    t,
    webhookPlatform(() => secret),
  );
  const body = { kind: "webhook", name: "Desk", url: origin, events, with_text: true };
  ({ secret } = (await say("owner", "POST /alerts", body)).said);
  const seat = await takeSeat(url, bot.id);
  assert.equal((await post(seat, { text: "I want to talk to a person" })).status, 202);
  await until(1);
  assert.equal((await post(seat, { text: "Hello? My cup is broken" })).status, 202);
  const told = () => came.map(({ text }) => JSON.parse(text));
  while (!told().some(({ data }) => data.text === "Hello? My cup is broken")) {
    await until(came.length + 1);
  }
  const [waiting] = told().filter(({ type }) => type === "conversation.waiting");
  assert.equal(waiting.data.conversation_id, seat.conversationId);
  assert(told().every(({ type }) => events.includes(type)));
});
