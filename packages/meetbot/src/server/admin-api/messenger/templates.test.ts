import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { templateKinds } from "@meetbot/model/push/message-template.ts";
import type { News } from "@meetbot/model/push/notification.ts";
import { customerLocales } from "@meetbot/presentation";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { graphAt } from "../../../channels/messenger/graph/graph.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import { sendByTemplate } from "../../../features/customer-updates/ways/send-by-template.ts";
import { linkOn } from "../../../operations/channels/connect-link.ts";
import { bot } from "../../../store/store.fixture.ts";
import { page } from "../../webhooks/messenger.fixture.ts";
import { startPageArea } from "./messenger.fixture.ts";

const templates = "/channels/messenger/templates";
const customer = "7766554433";
const shipped = { name: "meetbot_shipped_1", language: "en" };
const monthMs = 30 * 86_400_000;

interface Look {
  kind: string;
  name: string;
  language: string;
  state: string;
  reason: string | null;
}

/** A connected page, whose webhook comes here, and a customer who wrote a month ago. */
async function startTemplates(t: TestContext) {
  const area = await startPageArea(t);
  const { graph, store, run, say } = area;
  await area.connect();
  assert.equal(await area.listen(), true);
  await graph.act(page.id, customer, { message: { mid: "m_1", text: "hi" } });
  await eventually(15_000, async () => assert(graph.sent.length > 0));
  graph.user(page.id, customer).lastActAtMs = Date.now() - monthMs;
  const answered = graph.sent.length;
  const [{ conversation_id: conversationId }] = await run("select conversation_id from outboxes");
  const warned: unknown[] = [];
  const deps = {
    templates: store.channels.templates,
    links: store.channels.links.as("server"),
    log: { warn: (what: unknown) => warned.push(what) } as never,
    async senderFor() {
      const link = await store.channels.links.find(linkOn(messenger, bot.id));
      const speaking = await store.bots.find(bot.id);
      const api = graphAt(graph.url);
      return link && speaking && { bot: speaking, channel: messenger, link, api };
    },
  };
  return {
    ...area,
    publish: (role: "editor" | "viewer" = "editor") => say(role, `POST ${templates}/publish`),
    async looks(): Promise<Look[]> {
      return (await say("viewer", `GET ${templates}`)).said.templates;
    },
    review: () => graph.reviewTemplates(page.id),
    stateOf: async ({ name, language } = shipped) => {
      const { said } = await say("viewer", `GET ${templates}`);
      const is = (one: Look) => one.name === name && one.language === language;
      const { state, reason } = said.templates.find(is);
      return reason ? `${state} ${reason}` : state;
    },
    tell: (status: string, more: Partial<News> = {}) =>
      sendByTemplate(
        {
          ...{ botId: bot.id, conversationId, pushId: "push_1", thread: "ab", status },
          ...{ of: "package", ttlS: 60, ...more },
        },
        deps,
      ),
    told: () =>
      graph.sent
        .slice(answered)
        .map(({ message }) => message.template as { name: string; language: { code: string } }),
    conversationId,
    warned,
  };
}

test("templates are published in each language of the bot, and their states follow what Meta tells", async (t) => {
  const { say, publish, looks, review, stateOf, graph, store } = await startTemplates(t);
  const before = await looks();
  assert.equal(before.length, templateKinds.length * customerLocales.length);
  assert(before.every(({ state }) => state === "none"));
  assert.equal((await publish("viewer")).status, 403);
  const { status, said } = await publish();
  assert.deepEqual([status, said.problem, said.connected], [200, null, true]);
  assert(said.templates.every(({ state }: Look) => state === "pending"));
  assert(!graph.page(page.id).templates.some(({ status }) => status !== "PENDING"));
  await review();
  assert((await looks()).every(({ state }) => state === "approved"));
  const [change] = await store.bots.auditOf(bot.id, 1);
  assert.deepEqual(
    [change?.action, change?.actor, change?.detail.templates],
    ["templates_published", "editor@shop.example", before.length],
  );
  await graph.setTemplate(page.id, shipped, { status: "PAUSED", rejectedReason: "NONE" });
  assert.equal(await stateOf(), "paused");
  await graph.setTemplate(page.id, shipped, { status: "DELETED", rejectedReason: "NONE" });
  assert.equal(await stateOf(), "none");
  await publish();
  assert.equal(await stateOf(), "pending");
  assert(
    (await say("viewer", "GET /messenger")).said.fields.includes("message_template_status_update"),
  );
});

test("what was rejected says why, is deleted in its language alone, and is made anew", async (t) => {
  const { say, publish, stateOf, review, graph, store } = await startTemplates(t);
  await publish();
  const marketing = { status: "REJECTED", rejectedReason: "TAG_SHOULD_BE_MARKETING" } as const;
  await graph.setTemplate(page.id, shipped, marketing);
  assert.equal(await stateOf(), "rejected TAG_SHOULD_BE_MARKETING");
  await publish();
  assert.equal(await stateOf(), "rejected TAG_SHOULD_BE_MARKETING", "Meta takes no other text");
  const { name, language } = shipped;
  const remove = () => say("editor", `DELETE ${templates}/${name}/${language}`);
  assert.equal((await remove()).status, 204);
  assert.deepEqual([await stateOf(), (await remove()).status], ["none", 404]);
  assert.equal(await stateOf({ name, language: "de" }), "pending");
  const [change] = await store.bots.auditOf(bot.id, 1);
  assert.deepEqual([change?.action, change?.detail.language], ["template_deleted", "en"]);
  await publish();
  await review();
  assert.equal(await stateOf(), "approved");
});

test("what Meta tells late, of another page or of a template that is none of ours changes nothing", async (t) => {
  const { publish, stateOf, graph, run } = await startTemplates(t);
  await publish();
  const { id } = graph
    .page(page.id)
    .templates.find(
      ({ name, language }) => name === shipped.name && language === shipped.language,
    ) ?? { id: "" };
  const now = Date.now();
  const push = (event: string, time: number, changes: object = {}, entry = page.id) =>
    graph.push({
      object: "page",
      entry: [
        {
          ...{ id: entry, time },
          changes: [
            {
              field: "message_template_status_update",
              value: {
                ...{ event, message_template_id: Number(id), reason: "NONE" },
                message_template_name: shipped.name,
                message_template_language: shipped.language,
                ...changes,
              },
            },
          ],
        },
      ],
    });
  await push("APPROVED", now);
  await push("REJECTED", now - 5_000);
  await push("REJECTED", now + 1, { message_template_id: 1 });
  await push("REJECTED", now + 2, {}, "5647382910");
  await push("APPROVED", now + 3, { message_template_name: "somebody_elses" });
  await push("APPROVED", now + 4, { message_template_name: null });
  assert.equal(await stateOf(), "approved");
  assert.deepEqual(await run("select from message_templates where name = 'somebody_elses'"), []);
  assert(graph.pushes.every(({ status }) => status === 200));
});

test("a template that was judged before its making was answered stays judged", async (t) => {
  const { publish, looks, review, graph, store } = await startTemplates(t);
  await publish();
  await review();
  const of = { botId: bot.id, channel: "messenger", externalId: page.id };
  const held = (await store.channels.templates.list(of)).map((one) => ({
    ...one,
    state: "pending" as const,
  }));
  await store.channels.templates.keepAll(of, held);
  assert((await looks()).every(({ state }) => state === "approved"));
  assert(graph.page(page.id).templates.length > 0);
});

test("a customer is told when the window is closed, in a language that Meta approved", async (t) => {
  const { publish, review, tell, told, graph, conversationId, run } = await startTemplates(t);
  await publish();
  assert.deepEqual(await tell("picked_up"), { kind: "no_way", because: "no_template" });
  await review();
  assert.deepEqual(await tell("picked_up"), { kind: "sent" });
  assert.deepEqual(await tell("exception"), { kind: "sent" });
  assert.deepEqual(await tell("placed", { of: "order" }), { kind: "sent" });
  assert.deepEqual(
    told().map(({ name, language }) => `${name} ${language.code}`),
    ["meetbot_shipped_1 en", "meetbot_problem_1 en", "meetbot_placed_1 en"],
  );
  assert.equal(graph.sent.at(-1)?.message.metadata, "push.push_1");
  assert(JSON.stringify(told()[0]).includes(bot.name));
  for (const status of ["canceled", "customs", "some_new_word", "constructor"]) {
    assert.deepEqual(await tell(status), { kind: "no_way", because: "no_template" }, status);
  }
  await run(
    `insert into subscriptions (bot_id, subscription_id, conversation_id, scope, lookup, sealed, source, wording, locale)
     values ($1, 's1', $2, 'order', '\\x00', '\\x00', 'choice', 1, 'zh')`,
    [bot.id, conversationId],
  );
  await tell("delivered");
  assert.equal(told().at(-1)?.language.code, "zh_CN");
  await graph.setTemplate(
    page.id,
    { name: "meetbot_delivered_1", language: "zh_CN" },
    { status: "PAUSED", rejectedReason: "NONE" },
  );
  await tell("delivered");
  assert.equal(told().at(-1)?.language.code, "en");
});

test("a tap on the template's button asks the bot where it is, and opens the window", async (t) => {
  const { publish, review, tell, graph } = await startTemplates(t);
  await publish();
  await review();
  await tell("picked_up");
  const before = graph.sent.length;
  const postback = { mid: "m_2", title: "Where is it?", payload: "where_is_it" };
  await graph.act(page.id, customer, { postback });
  await eventually(15_000, async () => assert(graph.sent.length > before));
  const said = JSON.stringify(graph.sent.slice(before).map(({ message }) => message));
  assert.match(said, /number/i);
});

test("how Meta refuses a template decides how it goes on", async (t) => {
  const { publish, review, tell, told, graph, stateOf, say, warned } = await startTemplates(t);
  await publish();
  await review();
  const refused = async (code: number, subcode?: number) => {
    graph.meetNext({ error: { code, ...(subcode !== undefined && { subcode }) } });
    return tell("picked_up");
  };
  const way = (because: string) => ({ kind: "no_way", because });
  assert.deepEqual(await refused(10, 2018278), way("window_closed"));
  assert.deepEqual(await refused(131047), way("window_closed"));
  assert.deepEqual(await refused(551, 1545041), way("gone"));
  assert.deepEqual(await refused(100, 1893029), { kind: "failed", because: "no_template" });
  assert.deepEqual(await refused(2), { kind: "again", afterMs: 60_000 });
  assert.deepEqual(await refused(10, 2018300), { kind: "again", afterMs: 900_000 });
  graph.meetNext({ breaks: true });
  assert.deepEqual(await tell("picked_up"), { kind: "failed", because: "unavailable" });
  assert.equal(told().length, 1, "its answer was lost, and it is not sent again");

  graph.page(page.id).scopes = ["pages_messaging", "pages_manage_metadata"];
  assert.deepEqual(await tell("picked_up"), way("no_template"));
  const { page: link } = (await say("viewer", "GET /messenger")).said;
  assert.deepEqual([link.state, link.last_failure.code], ["connected", 10]);
  const { said } = await publish();
  assert.match(said.problem.en, /pages_utility_messaging is missing/);
  assert.match(said.problem.zh, /缺少 pages_utility_messaging/);
  const forbidden = await say("editor", `DELETE ${templates}/${shipped.name}/en`);
  assert.deepEqual([forbidden.status, forbidden.said.code], [409, "meta_refused"]);
  graph.page(page.id).scopes.push("pages_utility_messaging");

  // Deleted at Meta's side, and the webhook never came: the refusal tells.
  graph.page(page.id).templates = graph
    .page(page.id)
    .templates.filter(({ language }) => language !== "en");
  assert.equal(await stateOf(), "approved");
  assert.deepEqual(await tell("picked_up"), way("no_template"));
  assert.equal(await stateOf(), "none");

  await publish();
  await review();
  assert.deepEqual(await refused(613), { kind: "again", afterMs: 60_000 });
  const waits = await tell("picked_up");
  assert(waits.kind === "again" && waits.afterMs > 0 && waits.afterMs <= 60_000);
  assert.doesNotMatch(JSON.stringify(warned), new RegExp(`${customer}|${page.token}`));
});

test("a page that is stopped or disconnected tells nothing, and forgets what it had", async (t) => {
  const { publish, review, tell, say, connect, looks, graph, run } = await startTemplates(t);
  assert.deepEqual(await tell("picked_up", { conversationId: "c_other" }), {
    ...{ kind: "no_way", because: "no_template" },
  });
  await publish();
  await review();
  graph.meetNext({ error: { code: 190 } });
  assert.deepEqual(await tell("picked_up"), { kind: "no_way", because: "channel_stopped" });
  assert.equal((await say("viewer", "GET /messenger")).said.page.state, "stopped");
  assert.deepEqual(await tell("picked_up"), { kind: "no_way", because: "channel_stopped" });
  await connect();
  assert.deepEqual(await tell("picked_up"), { kind: "sent" });
  await say("owner", "DELETE /messenger/page");
  assert.deepEqual(await tell("picked_up"), { kind: "no_way", because: "channel_stopped" });
  assert.deepEqual(await run("select from message_templates"), []);
  const { said } = await say("viewer", `GET ${templates}`);
  assert.equal(said.connected, false);
  assert((await looks()).every(({ state }) => state === "none"));
  assert.equal((await publish()).said.code, "no_page");
});
