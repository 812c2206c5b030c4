import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import { newToken } from "../../secrets/token.ts";
import {
  bot,
  delivery,
  openTestStore,
  refusedTest,
  textEvent,
  turnSaying,
} from "../store.fixture.ts";

const secrets = { signingSecret: "whsec_2", identitySecret: "identity_2" };
const kept = { signingSecrets: ["whsec_2"], identitySecrets: ["identity_2"] };
const second = { ...bot, id: "bot_2", contact: "call 555", origins: [], demo: true };

test("bots are found as they were created, in that order", async (t) => {
  const { store } = await openTestStore(t);
  await store.bots.create(second, secrets);
  assert.deepEqual(await store.bots.list(), [bot, second]);
  assert.deepEqual(await store.bots.find("bot_2"), second);
  assert.equal(await store.bots.find("bot_3"), null);
  assert.equal(await store.bots.find("\0"), null);
  assert.equal(await store.bots.secretsOf("\0"), null);
});

test("a change touches what it names, and that bot only", async (t) => {
  const { store } = await openTestStore(t);
  await store.bots.create(second, secrets);
  const changed = { ...second, pageId: "9", origins: ["https://a.example"], contact: null };

  const { pageId, origins, contact } = changed;
  assert.deepEqual(await store.bots.change("bot_2", { pageId, origins, contact }), changed);

  assert.deepEqual(await store.bots.list(), [bot, changed]);
  assert.deepEqual(await store.bots.change("bot_2", {}), changed);
  assert.equal(await store.bots.change("bot_3", { name: "x" }), null);
});

test("a bot's secrets are its own", async (t) => {
  const { store } = await openTestStore(t);
  await store.bots.create(second, secrets);
  assert.deepEqual(await store.bots.secretsOf("bot_2"), kept);
  assert.equal(await store.bots.secretsOf("bot_3"), null);
});

test("a bot whose id is taken is not created, and the first one's secrets stay", async (t) => {
  const { store } = await openTestStore(t);
  await assert.rejects(store.bots.create({ ...second, id: bot.id }, secrets));
  assert.deepEqual(await store.bots.list(), [bot]);
  assert.notDeepEqual(await store.bots.secretsOf(bot.id), kept);
});

test("how a bot speaks is kept as it was set, and its own language is one that it speaks", async (t) => {
  const { store } = await openTestStore(t);
  const settings = {
    languages: ["zh" as const],
    locale: "zh" as const,
    welcome: { en: null, zh: "欢迎光临" },
    menu: ["person" as const, "orders" as const],
    timeZone: "Asia/Shanghai",
  };
  assert.deepEqual(await store.bots.change(bot.id, settings), { ...bot, ...settings });
  assert.deepEqual(await store.bots.find(bot.id), { ...bot, ...settings });
  await assert.rejects(store.bots.change(bot.id, { locale: "en" }));
  await assert.rejects(store.bots.change(bot.id, { menu: [] }));
});

test("a bot that is deleted takes all that belongs to it along, and nothing of others", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.bots.create(second, secrets);
  for (const botId of [bot.id, "bot_2"]) {
    const ref = { botId, conversationId: "c" };
    await store.mailbox.open(ref, "web-chat", newToken(), textEvent("start"));
    const lease = await store.mailbox.take(ref);
    assert(lease);
    const deliveries = [delivery];
    const turn = { ...turnSaying("hi"), personAsked: true, accounts: ["a@b.example"], deliveries };
    await store.mailbox.commitTurn(lease, turn);
    await store.limits.note(botId, [{ limit: "l", subject: "s", item: "i", max: 1, windowS: 60 }]);
    const secretFingerprint = fingerprintOf(botId === bot.id ? "whsec_signing" : "whsec_2");
    await store.bots.recordTest(botId, { url: bot.endpoint, secretFingerprint, test: refusedTest });
    await store.usage.note(botId, { kind: "identity", name: "" });
  }
  const tables = await run(
    "select table_name as name from information_schema.columns where column_name = 'bot_id' and table_schema = 'public'",
  );
  const countOf = async (botId: string) => {
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await run(`select count(*)::int from ${name} where bot_id = $1`, [botId]);
      counts[name] = row.count;
    }
    return counts;
  };
  const kept = await countOf("bot_2");
  assert.equal(await store.bots.delete(bot.id), true);

  assert.deepEqual(new Set(Object.values(await countOf(bot.id))), new Set([0]));
  assert.deepEqual(await countOf("bot_2"), kept);
  assert.deepEqual(await store.bots.list(), [second]);
  assert.equal(await store.bots.delete(bot.id), false);
  assert.equal(await store.bots.delete("\0"), false);
});

test("every table that knows bots gives its rows up with them", async (t) => {
  const { run } = await openTestStore(t);
  const keeps = await run(`
    select table_name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
    where column_name = 'bot_id' and table_schema = 'public' and table_name <> 'bots'
      and table_type = 'BASE TABLE'
      and not exists (
        select from pg_constraint
        where conrelid = table_name::regclass and contype = 'f' and confdeltype = 'c'
      )
    order by 1`);
  // Of bots that are not here: they left, or are on the way.
  assert.deepEqual(
    keeps.map(({ table_name }) => table_name),
    ["arriving_bots", "moved_bots"],
  );
});
