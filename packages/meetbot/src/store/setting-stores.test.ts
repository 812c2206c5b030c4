import assert from "node:assert/strict";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { bot, openTestStore } from "./store.fixture.ts";

const another = newBot({ id: "bot_2", name: "Other", endpoint: "https://shop.example/" });

test("changes that are made together are stored together, or not at all", async (t) => {
  const { store } = await openTestStore(t);
  const failed = store.together("lena", async ({ bots }) => {
    await bots.create(another.bot, another.secrets);
    await bots.change(bot.id, { contact: "call" });
    throw new Error("no");
  });
  await assert.rejects(failed, /^Error: no$/);
  assert.deepEqual(
    [await store.bots.find("bot_2"), (await store.bots.find(bot.id))?.contact],
    [null, null],
  );

  await store.together("lena", async ({ bots, answers, operators }) => {
    await bots.create(another.bot, another.secrets);
    const book = { answers: {}, ownTopics: [], taught: [] };
    await answers.save("bot_2", { after: 0, book, what: "imported", topic: null });
    await operators.as({ operatorId: null, actor: "lena" }).invite({
      ...{ email: "wei@shop.example", token: "t", livesForS: 60 },
      grant: { botId: "bot_2", role: "editor" },
    });
  });
  const audit = await store.bots.auditOf("bot_2", 9);
  assert.deepEqual(
    audit.map(({ actor, action }) => `${actor} ${action}`),
    ["lena invitation_created", "lena answers_changed", "lena bot_created"],
  );
});

test("of changes that are made together, one that fails is taken back alone where its author goes on", async (t) => {
  const { store } = await openTestStore(t);
  await store.together("lena", async ({ bots }) => {
    await assert.rejects(bots.create({ ...another.bot, id: bot.id }, another.secrets));
    await bots.create(another.bot, another.secrets);
  });
  assert.equal((await store.bots.list()).length, 2);
});
