import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { languages } from "@meetbot/presentation";
import type { LookUps } from "@meetbot/sdk";
import { eventually } from "../../../test/fixtures/eventually.ts";
import {
  app,
  botId,
  createUser,
  newMid,
  page,
  startMessenger,
  textOf,
} from "./messenger.fixture.ts";
import { createAda } from "./people.fixture.ts";

// Persons answer on Messenger: those of the shop in Meetbot's inbox, and those in the page's.

const soonMs = 60_000;
const pageInbox = 263902037430900;
const { botAgain } = languages.en.dialog;

/** A customer who talks with the bot, and a person of the shop. */
async function startTalk(
  t: TestContext,
  settings: Partial<Bot> = {},
  slowed?: Parameters<typeof startMessenger>[2],
) {
  const messenger = await startMessenger(t, {}, slowed, settings);
  const { graph, run } = messenger;
  const ada = await createAda(messenger, botId);
  const user = createUser(graph);
  await user.press("start");
  await user.reads(1);
  const [row] = await run("select conversation_id as id from conversations");
  const { id } = row as { id: string };
  return {
    ...{ ...messenger, ada, user, id },
    /** Everything that the customer did has been handled, and all that was said was sent. */
    rests: async () => {
      await eventually(soonMs, async () => {
        await graph.settled();
        const waiting = [
          "select from conversations where handled_seq < last_inbound_seq",
          "select from outboxes where send_at <= now() + interval '1 hour'",
        ];
        for (const one of waiting) assert.deepEqual(await run(one), []);
      });
      user.hasReadAll();
    },
  };
}

/** Somebody answers by another app of the page. */
const echoOf = (user: string, timestamp = Date.now()) => ({
  object: "page",
  entry: [
    {
      ...{ id: page.id, time: timestamp },
      messaging: [
        {
          ...{ sender: { id: page.id }, recipient: { id: user }, timestamp },
          message: { mid: newMid(), is_echo: true, app_id: pageInbox, text: "Hello, I am Bo." },
        },
      ],
    },
  ],
});

test("a person's words come in order, under their name, and the bot is silent beside them", async (t) => {
  const { ada, id, user, rests } = await startTalk(t);
  await user.write("I want to talk to a person");
  await user.reads(1);
  assert.deepEqual(await ada.lists("waiting"), [id]);
  await ada.says(id, "Good morning!");
  await ada.says(id, "What is broken?");
  const [here, ...words] = await user.reads(3);
  assert.match(textOf(here!), /^Ada from /);
  assert.deepEqual(words.map(textOf), ["Ada: Good morning!", "Ada: What is broken?"]);
  await user.write("where is my order?");
  await user.act({ message: { mid: newMid(), attachments: [{ type: "image", payload: {} }] } });
  await rests();
  assert.equal((await ada.sees(id)).unanswered, true);
  await ada.givesBack(id);
  await user.write("thank you");
  const [again, thanks] = await user.reads(2);
  assert.equal(textOf(again!), botAgain);
  assert.match(textOf(thanks!), /welcome/i);
  await rests();
});

for (const [what, payload] of [
  ["the menu", "menu:help"],
  ["Get Started", "start"],
] as const) {
  test(`a customer who taps ${what} while a person answers has the bot again, told in one line`, async (t) => {
    const { ada, id, user, rests } = await startTalk(t);
    await ada.says(id, "Good morning!");
    await user.reads(2);
    await user.press(payload);
    const [again] = await user.reads(1);
    assert(textOf(again!).startsWith(`${botAgain}\n\n`), textOf(again!));
    await user.press(payload);
    const [answer] = await user.reads(1);
    assert(!textOf(answer!).includes(botAgain));
    await rests();
    assert.equal((await ada.sees(id)).holder, "bot");
  });
}

test("who answers in the page's inbox holds the conversation, and a person of ours takes it over only knowingly", async (t) => {
  const { ada, id, user, graph, rests } = await startTalk(t);
  await graph.push(echoOf(user.id));
  const held = await ada.sees(id);
  assert.deepEqual([held.holder, held.held_by?.operator_id], ["person", "elsewhere"]);
  // Nobody was called.
  assert.deepEqual(await ada.lists("all"), []);
  await user.write("where is my order?");
  await rests();
  const refused = await ada.tries(id, "Good morning!");
  assert.deepEqual([refused.status, refused.body.code], [409, "held_by_other"]);
  await ada.says(id, "Good morning!", { overtake: true });
  const [here, said] = await user.reads(2);
  assert.match(textOf(here!), /^Ada from /);
  assert.equal(textOf(said!), "Ada: Good morning!");
  // Meta tells again of what was before.
  await graph.push(echoOf(user.id, Date.now() - 60_000));
  assert.equal((await ada.sees(id)).held_by?.operator_id, ada.id);
  await graph.push(echoOf(user.id));
  assert.equal((await ada.sees(id)).held_by?.operator_id, "elsewhere");
});

test("whoever answers while the bot looks something up is not talked over, and what comes again changes nothing", async (t) => {
  const asked = Promise.withResolvers<void>();
  const goesOn = Promise.withResolvers<void>();
  const slowed = (lookUps: LookUps): LookUps => ({
    ...lookUps,
    async orders(question) {
      asked.resolve();
      await goesOn.promise;
      return lookUps.orders(question);
    },
  });
  const { ada, id, user, graph, shopper, rests } = await startTalk(t, {}, slowed);
  await user.write(`my orders, ${shopper.email}`);
  await asked.promise;
  const echo = echoOf(user.id);
  await graph.push(echo);
  goesOn.resolve();
  await rests();
  await user.press("menu:help");
  await user.reads(1);
  // The same again, and a tap of before that Meta could not deliver in time.
  await graph.push(echo);
  assert.equal((await ada.sees(id)).holder, "bot");
  await graph.push(echoOf(user.id));
  const postback = { mid: newMid(), title: "…", payload: "menu:help" };
  await user.act({ timestamp: Date.now() - 60_000, postback });
  await rests();
  assert.equal((await ada.sees(id)).held_by?.operator_id, "elsewhere");
});

test("who was called and is answered in the page's inbox waits no longer, and is the bot's again when Meta hands back", async (t) => {
  const { ada, id, user, graph, run, rests } = await startTalk(t);
  await user.write("I want to talk to a person");
  await user.reads(1);
  await graph.push(echoOf(user.id));
  assert.deepEqual([await ada.lists("waiting"), await ada.lists("all")], [[], [id]]);
  await user.write("it is broken");
  await rests();
  const control = { new_owner_app_id: app.id, previous_owner_app_id: pageInbox };
  await user.act({ pass_thread_control: control });
  assert.deepEqual([await ada.lists("all"), await ada.lists("closed")], [[], [id]]);
  await user.write("thank you");
  const [thanks] = await user.reads(1);
  assert.match(textOf(thanks!), /welcome/i);
  const told = await run("select type, facts->>'by' as by from desk_events order by event_id");
  assert.deepEqual(told.slice(-2), [
    { type: "conversation.taken", by: "elsewhere" },
    { type: "conversation.returned", by: "elsewhere" },
  ]);
});

test("a customer who writes a day after the last word in the page's inbox has the bot, without a line", async (t) => {
  const { ada, id, user, graph, run } = await startTalk(t);
  await graph.push(echoOf(user.id));
  await run("update outboxes set silent_until = now()");
  await run("update conversations set held_at = now() - interval '24 hours'");
  await user.write("thank you");
  const [thanks] = await user.reads(1);
  assert.match(textOf(thanks!), /welcome/i);
  assert.equal((await ada.sees(id)).holder, "bot");
});

test("days later a person's words go out alone, and after a week they are refused before they are sent", async (t) => {
  const { ada, id, user, graph, run, rests } = await startTalk(t);
  const later = async (days: number) => {
    const ago = `interval '${days} days'`;
    await run(`update conversations set active_at = now() - ${ago} + interval '1 minute'`);
    graph.user(page.id, user.id).lastActAtMs = Date.now() - days * 86_400_000 + 60_000;
  };
  await later(7);
  await ada.says(id, "Are you there still?");
  const [said] = await user.reads(1);
  assert.equal(textOf(said!), "Ada: Are you there still?");
  assert.equal(said!.messagingType, "MESSAGE_TAG");
  await ada.givesBack(id);
  await rests();
  await later(8);
  const refused = await ada.tries(id, "Hello?");
  assert.deepEqual([refused.status, refused.body.code], [409, "window_closed"]);
  const agoMs = Date.now() - Date.parse(refused.body.since);
  assert(Math.abs(agoMs - 86_400_000) < 120_000, refused.body.since);
  // Nothing of it stands in the transcript, and nobody took anything.
  assert.equal((await ada.sees(id)).holder, "bot");
  await rests();
  await user.write("thank you");
  await user.reads(1);
  await ada.says(id, "There you are!");
  await user.reads(2);
});

test("what Meta refuses of a person's words is shown as failed", async (t) => {
  const { ada, id, user, graph, run } = await startTalk(t);
  const closed = { error: { code: 10, subcode: 2018278 } };
  graph.user(page.id, user.id).lastActAtMs = Date.now() - 30 * 86_400_000;
  graph.meetNext(closed, closed);
  await ada.says(id, "Hello?");
  const statuses = "select status from messages where author is not null";
  await eventually(soonMs, async () =>
    assert.deepEqual(await run(statuses), [{ status: "failed" }]),
  );
});

/** A bot whose people answer in the page's inbox, on a page whose threads are routed to our app. */
async function startPassing(t: TestContext) {
  const talk = await startTalk(t, { messengerHandover: "page" });
  talk.graph.page(page.id).defaultApp = app.id;
  return talk;
}

const passesOf = (calls: { path: string; params: object }[]) =>
  calls.filter(({ path }) => path.endsWith("/pass_thread_control")).map(({ params }) => params);

test("with the page's inbox, who calls a person is passed there once, behind the bot's words, and comes back", async (t) => {
  const { ada, id, user, graph, calls, rests } = await startPassing(t);
  await user.write("I want to talk to a person");
  const [called] = await user.reads(1);
  await rests();
  const passed = passesOf(calls);
  assert.deepEqual(passed, [
    { recipient: { id: user.id }, target_app_id: String(pageInbox), metadata: id },
  ]);
  assert.equal(graph.user(page.id, user.id).owner, String(pageInbox));
  assert(called!.atMs > 0);
  const row = await ada.sees(id);
  assert.deepEqual([row.holder, row.held_by?.operator_id], ["person", "elsewhere"]);
  assert.deepEqual([await ada.lists("waiting"), await ada.lists("all")], [[], [id]]);
  // Meetbot does not answer what the customer writes to the person there.
  await user.write("a person, please");
  await graph.push(echoOf(user.id));
  await rests();
  assert.equal(passesOf(calls).length, 1);
  graph.user(page.id, user.id).owner = app.id;
  const control = { new_owner_app_id: app.id, previous_owner_app_id: pageInbox };
  await user.act({ pass_thread_control: control });
  await user.write("thank you");
  const [thanks] = await user.reads(1);
  assert.match(textOf(thanks!), /welcome/i);
  await rests();
});

test("passing is tried again where Meta fails, and the words before it are not said again", async (t) => {
  const { user, graph, calls, rests, ada, id } = await startPassing(t);
  graph.meetNext({}, { error: { code: 2, status: 500 } }, { breaks: true });
  await user.write("I want to talk to a person");
  await user.reads(1);
  await eventually(soonMs, async () =>
    assert.equal((await ada.sees(id)).held_by?.operator_id, "elsewhere"),
  );
  await rests();
  assert(passesOf(calls).length >= 2);
});

test("where Meta passes nothing on, the person who was called is waited for here, and the page says so", async (t) => {
  const { user, graph, ada, id, store, rests } = await startPassing(t);
  graph.meetNext({}, { error: { code: 100 } });
  await user.write("I want to talk to a person");
  await user.reads(1);
  await rests();
  assert.equal((await ada.sees(id)).holder, "waiting");
  const state = await store.channels.links.stateOf({
    ...{ botId, channel: "messenger", windowHours: 24 },
  });
  assert.deepEqual([state?.lastFailure?.code, state?.stoppedFor], [100, null]);
  await ada.says(id, "Good morning!");
  await user.reads(2);
});
