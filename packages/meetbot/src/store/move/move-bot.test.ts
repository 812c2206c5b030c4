import assert from "node:assert/strict";
import { test } from "node:test";
import { createPast, quartersAgo } from "../overview/overview.fixture.ts";
import { bot, openConversation, textEvent, turnSaying } from "../store.fixture.ts";
import { openTwoSides } from "./move.fixture.ts";
import { type MoveStep, moveBot } from "./move-bot.ts";
import { describeBot, leftBehind, peopleColumns } from "./moved-tables.ts";

test("a bot is whole on the other side, under its keys, and gone from here", async (t) => {
  const { here, there, connectSides } = await openTwoSides(t);
  const ref = await openConversation(here.store);
  const lease = await here.store.mailbox.take(ref);
  await here.store.mailbox.commitTurn(lease!, turnSaying("Hello!"));
  await here.store.mailbox.enqueue(ref, textEvent("second"));
  const before = await here.store.mailbox.messagesAfter(ref, 0, 10);
  const secrets = await here.store.bots.secretsOf(bot.id);

  const moved = await moveBot({ ...(await connectSides()), botId: bot.id, url: null });
  assert.equal(moved.outcome, "moved");

  assert.deepEqual(await there.store.bots.find(bot.id), bot);
  assert.deepEqual(await there.store.bots.secretsOf(bot.id), secrets);
  assert.deepEqual(await there.store.mailbox.messagesAfter(ref, 0, 10), before);
  assert.equal((await there.store.mailbox.take(ref))?.event.dedupeKey, "second");
  assert.equal(await here.store.bots.find(bot.id), null);
  const again = await moveBot({ ...(await connectSides()), botId: bot.id, url: null });
  assert.equal(again.outcome, "moved_before");
});

test("both sides' logs of operators say once that a bot moved, and where", async (t) => {
  const { here, there, connectSides } = await openTwoSides(t);
  const move = async () =>
    moveBot({ ...(await connectSides()), botId: bot.id, url: "https://b.example" });
  await move();
  await move();
  const text = "select actor, action, detail from operator_audit";
  const actor = "command line";
  assert.deepEqual(await here.run(text), [
    { actor, action: "bot_moved_away", detail: { bot_id: bot.id, to: "https://b.example" } },
  ]);
  assert.deepEqual(await there.run(text), [
    { actor, action: "bot_moved_here", detail: { bot_id: bot.id } },
  ]);
});

test("a customer of a moved bot is found by their email, and forgotten with others' bots", async (t) => {
  const { here, there, connectSides } = await openTwoSides(t);
  const ref = await openConversation(here.store);
  const lease = await here.store.mailbox.take(ref);
  const account = "yilia@meetbot.biz";
  await here.store.mailbox.commitTurn(lease!, { ...turnSaying("Hello!"), accounts: [account] });
  const stopToken = await here.store.ways.stopTokenOf(ref);
  // Somebody knocked for it before it was there.
  await there.store.ways.stopTokenOf(ref);
  await moveBot({ ...(await connectSides()), botId: bot.id, url: null });

  const page = { limit: 10, below: null };
  const found = await there.store.conversationLog.list(bot.id, { account }, page);
  assert.deepEqual(
    found.rows.map(({ id }) => id),
    [ref.conversationId],
  );
  assert.deepEqual(await there.store.ways.readStopToken(bot.id, stopToken), ref);
  assert.equal(await there.store.forgetCustomer(account), 1);
});

test("what is written while a bot moves is not acknowledged: it waits, and finds the bot gone", async (t) => {
  const { here, there, connectSides } = await openTwoSides(t);
  const ref = await openConversation(here.store);
  const late: Promise<unknown>[] = [];
  await moveBot({
    ...{ ...(await connectSides()), botId: bot.id, url: null },
    async onStep(step) {
      if (step !== "locked") return;
      const opened = openConversation(here.store, { conversationId: "late" });
      late.push(
        here.store.mailbox.enqueue(ref, textEvent("late")),
        opened.catch(() => "refused"),
      );
      await here.isBlocked(2);
    },
  });
  assert.deepEqual(await Promise.all(late), ["unknown_conversation", "refused"]);
  const said = await there.store.mailbox.messagesAfter(ref, 0, 10);
  assert.equal(said.length, 1);
});

test("figures of a bot are right where the other side has counted further, or not so far", async (t) => {
  const text = "update tally_progress set counted_until = $1, open_from = now() - interval '1 day'";
  for (const { hereUntil, thereUntil, isCounted } of [
    { hereUntil: 8, isCounted: true, thereUntil: 3 },
    { hereUntil: 3, isCounted: false, thereUntil: 1 },
  ]) {
    const { here, there, connectSides } = await openTwoSides(t);
    await here.run(text, [quartersAgo(hereUntil)]);
    await there.run(text, [quartersAgo(thereUntil)]);
    await createPast(here).hold(quartersAgo(2), [{ question: "answered" }]);
    if (isCounted) await here.store.overview.tally();
    const bounds = [quartersAgo(8), quartersAgo(-2)];
    const figures = await here.store.overview.figures(bot.id, bounds);
    const deliveries = await here.store.overview.deliveries(bot.id, bounds);
    await moveBot({ ...(await connectSides()), botId: bot.id, url: null });
    await there.store.overview.tally();
    assert.equal(figures[0]?.messages, 1);
    assert.deepEqual(await there.store.overview.figures(bot.id, bounds), figures);
    assert.deepEqual(await there.store.overview.deliveries(bot.id, bounds), deliveries);
  }
});

test("numbers go on above those that a bot brought, and other bots stay as they were", async (t) => {
  const { here, there, connectSides } = await openTwoSides(t);
  const secrets = { signingSecret: "whsec_other", identitySecret: "other" };
  await here.store.bots.create({ ...bot, id: "bot_other" }, secrets);
  for (const name of ["one", "two", "three"]) await here.store.bots.change(bot.id, { name });
  const [last] = await here.run("select max(entry) as entry from audit");
  await moveBot({ ...(await connectSides()), botId: bot.id, url: null });
  await there.store.bots.change(bot.id, { name: "four" });
  const [entry] = await there.store.bots.auditOf(bot.id, 1);
  assert.equal(entry?.action, "settings_changed");
  const [next] = await there.run("select max(entry) as entry from audit");
  assert.ok(BigInt(next.entry) > BigInt(last.entry));
  assert.deepEqual(
    (await here.store.bots.list()).map(({ id }) => id),
    ["bot_other"],
  );
});

test("whom a conversation is assigned to is found by email, and is nobody without one", async (t) => {
  const { here, there, connectSides } = await openTwoSides(t);
  const both = { name: "Ada", email: "ada@shop.example", administrator: false };
  const [ada, other] = [
    await here.store.operators.create(both),
    await here.store.operators.create({ ...both, email: "eve@shop.example" }),
  ];
  const there2 = await there.store.operators.create(both);
  for (const [conversationId, id] of [
    ["one", ada.id],
    ["two", other.id],
  ] as const) {
    await openConversation(here.store, { conversationId });
    await here.run(
      "insert into inbox_conversations (bot_id, conversation_id, assigned_to, reason) values ($1, $2, $3, 'asked')",
      [bot.id, conversationId, id],
    );
  }
  await moveBot({ ...(await connectSides()), botId: bot.id, url: null });
  const rows = await there.run(
    "select assigned_to from inbox_conversations order by conversation_id",
  );
  assert.deepEqual(
    rows.map(({ assigned_to }) => assigned_to),
    [there2.id, null],
  );
});

test("a bot that comes back goes on as before", async (t) => {
  const { here, there, connectSides } = await openTwoSides(t);
  const ref = await openConversation(here.store);
  const lease = await here.store.mailbox.take(ref);
  await here.store.mailbox.commitTurn(lease!, { ...turnSaying("Hi"), accounts: ["a@b.example"] });
  await moveBot({ ...(await connectSides()), botId: bot.id, url: null });
  const { from, to } = await connectSides();
  const back = await moveBot({ from: to, to: from, botId: bot.id, url: null });
  assert.equal(back.outcome, "moved");
  assert.equal(await here.store.movedBots.find(bot.id), null);
  assert.deepEqual(await there.store.movedBots.find(bot.id), { url: null, hasArrived: true });
  assert.equal(await here.store.forgetCustomer("a@b.example"), 1);
});

test("what cannot be moved is refused, with the reason and nothing changed", async (t) => {
  const { here, there, connectSides } = await openTwoSides(t);
  const move = async (botId = bot.id) => moveBot({ ...(await connectSides()), botId, url: null });
  await assert.rejects(move("bot_none"), { code: "no_such_bot" });
  const { from } = await connectSides();
  await assert.rejects(moveBot({ from, to: from, botId: bot.id, url: null }), {
    code: "same_database",
  });
  await there.store.bots.create(
    { ...bot, id: "bot_other" },
    { signingSecret: "s", identitySecret: "i" },
  );
  for (const [side, botId] of [
    [here, bot.id],
    [there, "bot_other"],
  ] as const) {
    await side.run(
      `insert into channel_links (bot_id, channel, external_id, details, key_id, sealed)
       values ($1, 'messenger', 'page', '{}', (select key_id from bot_secrets limit 1), '')`,
      [botId],
    );
  }
  await assert.rejects(move(), { code: "page_taken", message: /messenger.*bot_other/ });
  await there.run("delete from bots");
  await there.store.bots.create(bot, { signingSecret: "s", identitySecret: "i" });
  await assert.rejects(move(), { code: "bot_exists" });
  await there.run("delete from bots");
  await there.run("update kysely_migration set name = '9999-later' where name = '0001-baseline'");
  await assert.rejects(move(), { code: "other_tables", message: /9999-later/ });
  await there.run("delete from kysely_migration where name = '9999-later'");
  await assert.rejects(move(), { code: "other_tables", message: /0001-baseline/ });
  assert.notEqual(await here.store.bots.find(bot.id), null);
});

const steps: MoveStep[] = ["locked", "staged", "deleted", "let_go", "loaded"];

for (const last of steps) {
  test(`a move that is killed once it has ${last} leaves one owner, and ends when it is run again`, async (t) => {
    const { here, there, connectSides } = await openTwoSides(t);
    const ref = await openConversation(here.store);
    const before = await here.store.mailbox.messagesAfter(ref, 0, 10);
    const sides = await connectSides();
    const killed = moveBot({
      ...{ ...sides, botId: bot.id, url: null },
      async onStep(step) {
        if (step !== last) return;
        await dropConnections(here, there);
        throw new Error("killed");
      },
    });
    await assert.rejects(killed);

    const owners = async () =>
      (await Promise.all([here, there].map(({ store }) => store.bots.find(bot.id)))).map(
        (found) => found !== null,
      );
    const isStill = last === "locked" || last === "staged" || last === "deleted";
    assert.deepEqual(await owners(), [isStill, last === "loaded"]);
    const isOnItsWay = last !== "locked" && last !== "loaded";
    assert.deepEqual(await there.store.movedBots.arriving(), isOnItsWay ? [bot.id] : []);
    // The side that still has the bot continues with it.
    if (isStill) await here.store.mailbox.enqueue(ref, textEvent("meanwhile"));

    await moveBot({ ...(await connectSides()), botId: bot.id, url: null });
    assert.deepEqual(await owners(), [false, true]);
    const after = await there.store.mailbox.messagesAfter(ref, 0, 10);
    assert.equal(after.length, before.length + Number(isStill));
    assert.deepEqual(await there.store.movedBots.arriving(), []);
  });
}

/** Ends the sessions of a command as the system does that kills it. */
async function dropConnections(...sides: { run(text: string): Promise<unknown> }[]) {
  for (const { run } of sides) {
    await run(`select pg_terminate_backend(pid, 10000) from pg_stat_activity
      where datname = current_database() and application_name = 'mover'`);
  }
}

test("nothing that has a bot is forgotten: a table goes along, or is listed with why it stays", async (t) => {
  const { here } = await openTwoSides(t);
  const tables = await here.run(`
    select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and attname = 'bot_id'
      and relpersistence = 'p'`);
  await here.operator(async (client) => {
    const moved = (await describeBot(client)).map(({ name }) => name);
    assert.equal(moved[0], "bots");
    assert.deepEqual(
      [...moved, ...Object.keys(leftBehind)].toSorted(),
      tables.map(({ name }) => name).toSorted(),
    );
  });
  // Who people are, each side knows by itself: a column that names one is listed.
  const columns = await here.run(
    `
    select format('%s.%s', table_name, column_name) as name from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and table_name <> all($1)
      and column_name ~ '(author|operator|assigned|held_by|person|creator)'
      and exists (select from information_schema.columns as own
        where own.table_name = columns.table_name and own.column_name = 'bot_id')`,
    [Object.keys(leftBehind)],
  );
  const named = columns
    .map(({ name }) => name)
    .filter((name) => !unlogged.some((one) => name.startsWith(one)));
  assert.deepEqual(named.toSorted(), Object.keys(peopleColumns).toSorted());
});

/** What is forgotten at a crash is not moved. */
const unlogged = ["conversation_presence.", "listeners.", "listened_queries."];
