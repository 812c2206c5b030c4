import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Role } from "@meetbot/model/operator.ts";
import { bot, openConversation, openTestStore } from "../store.fixture.ts";

const otherBot = { ...bot, id: "bot_other" };

async function startDesk(t: TestContext) {
  const { store, run } = await openTestStore(t);
  const { operators, presence } = store;
  await store.bots.create(otherBot, { signingSecret: "whsec_o", identitySecret: "o" });
  const hire = async (name: string, role: Role | null) => {
    const email = `${name}@shop.example`;
    const { id } = await operators.create({ name, email, administrator: role === null });
    if (role) await operators.grantRole(bot.id, id, role);
    return id;
  };
  const names = async (botId = bot.id) => (await presence.listOn(botId)).map(({ name }) => name);
  /** Moves all clocks of presence, as if so much time had gone by. */
  const pass = (interval: string) =>
    run(`update agent_presence set seen_at = seen_at - interval '${interval}',
      since = since - interval '${interval}'`);
  return { store, run, presence, hire, names, pass };
}

test("who says so is on for one bot, in order of coming, until they say that they go", async (t) => {
  const { presence, hire, names, pass } = await startDesk(t);
  const [grace, ada] = [await hire("grace", "editor"), await hire("ada", "agent")];
  assert.equal(await presence.of(bot.id, ada), null);
  const first = await presence.set(bot.id, ada, { on: true });
  assert.deepEqual([first.on, first.capacity], [true, 5]);
  await pass("1 minute");
  await presence.set(bot.id, grace, { on: true, capacity: 50 });
  assert.deepEqual(await names(), ["ada", "grace"]);
  assert.deepEqual(await names(otherBot.id), []);
  const [own] = await presence.listOn(bot.id);
  const again = await presence.set(bot.id, ada, { on: true, capacity: 7 });
  assert.deepEqual(again.since, own?.since, "saying it twice does not begin anew");
  assert.equal((await presence.set(bot.id, ada, { on: false })).capacity, 7);
  assert.deepEqual(await names(), ["grace"]);
  assert.equal((await presence.of(bot.id, ada))?.on, false);
});

test("who does nothing for two hours is off, and comes back only by saying so", async (t) => {
  const { presence, hire, names, pass } = await startDesk(t);
  const ada = await hire("ada", "agent");
  await presence.set(bot.id, ada, { on: true });
  await pass("119 minutes");
  assert.deepEqual(await names(), ["ada"]);
  await presence.recordSeen(bot.id, ada);
  await pass("119 minutes");
  assert.deepEqual(await names(), ["ada"], "a request kept them on");
  await pass("2 minutes");
  assert.deepEqual(await names(), []);
  const gone = await presence.of(bot.id, ada);
  assert.equal(gone?.on, false);
  assert(Math.abs((gone?.since.getTime() ?? 0) - (Date.now() - 60_000)) < 30_000, "since 1 minute");
  await presence.recordSeen(bot.id, ada);
  assert.deepEqual(await names(), [], "a page left open calls nobody back");
  await presence.set(bot.id, ada, { on: true });
  assert.deepEqual(await names(), ["ada"]);
});

test("each is listed with how many conversations of this bot they hold", async (t) => {
  const { store, run, presence, hire } = await startDesk(t);
  const [ada, grace] = [await hire("ada", "agent"), await hire("grace", "agent")];
  for (const id of [ada, grace]) await presence.set(bot.id, id, { on: true });
  for (const conversationId of ["one", "two", "three"]) {
    await openConversation(store, { conversationId });
  }
  await openConversation(store, { botId: otherBot.id, conversationId: "four" });
  await run(`update conversations set holder = 'person', held_by = '${ada}'
    where conversation_id in ('one', 'two', 'four')`);
  const held = (await presence.listOn(bot.id)).map(({ name, holds }) => [name, holds]);
  assert.deepEqual(held.sort(), [
    ["ada", 2],
    ["grace", 0],
  ]);
});

test("who may not answer any more is not listed, whatever they said", async (t) => {
  const { store, run, presence, hire, names } = await startDesk(t);
  const roles = { owner: "owner", editor: "editor", agent: "agent", root: null } as const;
  const ids = new Map<string, string>();
  for (const [name, role] of Object.entries(roles)) {
    const id = await hire(name, role);
    ids.set(name, id);
    await presence.set(bot.id, id, { on: true });
  }
  assert.deepEqual((await names()).sort(), ["agent", "editor", "owner", "root"]);
  await store.operators.grantRole(bot.id, ids.get("editor") ?? "", "viewer");
  await run(`delete from bot_members where operator_id = '${ids.get("agent")}'`);
  assert.deepEqual((await names()).sort(), ["owner", "root"]);
  await run(`delete from operators where id = '${ids.get("root")}'`);
  assert.deepEqual(await names(), ["owner"]);
  await store.bots.delete(bot.id);
  assert.deepEqual(await run("select * from agent_presence"), []);
});
