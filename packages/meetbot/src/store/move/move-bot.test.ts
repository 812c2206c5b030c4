import assert from "node:assert/strict";
import { test } from "node:test";
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
    // Whoever still has the bot goes on with it.
    if (isStill) await here.store.mailbox.enqueue(ref, textEvent("meanwhile"));

    await moveBot({ ...(await connectSides()), botId: bot.id, url: null });
    assert.deepEqual(await owners(), [false, true]);
    const after = await there.store.mailbox.messagesAfter(ref, 0, 10);
    assert.equal(after.length, before.length + Number(isStill));
    assert.deepEqual(await there.run("select from arriving_bots"), []);
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
