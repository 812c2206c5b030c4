import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { bot, openTestStore } from "../../store/store.fixture.ts";
import { createBotCache } from "./bot-cache.ts";

test("a bot that was looked for before it was there is found as soon as it is", async (t) => {
  const { store } = await openTestStore(t);
  const { find } = createBotCache(store);
  const late = { ...bot, id: "bot_late" };
  assert.equal(await find(late.id), null);
  await store.bots.create(late, { signingSecret: "whsec_1", identitySecret: "whsec_2" });
  const secrets = { signingSecrets: ["whsec_1"], identitySecrets: ["whsec_2"] };
  assert.deepEqual(await find(late.id), {
    bot: late,
    secrets,
    health: { failingSince: null, stopped: null },
    listener: null,
  });
});

test("a change made by another process is followed within seconds", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const { find, findFresh } = createBotCache(store);
  assert.equal((await find(bot.id))?.bot.policy, bot.policy);
  await (await openAgain()).bots.change(bot.id, { policy: "off" });
  assert.equal((await findFresh(bot.id))?.bot.policy, "off");
  await (await openAgain()).bots.change(bot.id, { policy: "code" });
  await eventually(5_000, async () => assert.equal((await find(bot.id))?.bot.policy, "code"));
});

test("an id that no database can hold is no bot's", async (t) => {
  const { store } = await openTestStore(t);
  assert.equal(await createBotCache(store).find("bot_1\0"), null);
});
