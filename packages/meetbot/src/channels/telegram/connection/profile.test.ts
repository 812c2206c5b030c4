import assert from "node:assert/strict";
import { test } from "node:test";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { access, botId, startTelegram } from "../telegram.fixture.ts";
import { compareProfile } from "./compare-profile.ts";
import { profileOf, setProfile } from "./profile.ts";

const bot: Pick<Bot, "name" | "locale" | "languages" | "menu"> = {
  ...{ name: "A shop", locale: "en", languages: ["en", "zh"], menu: ["orders", "help"] },
};

test("the commands and texts of each language are shown, the bot's own to everybody else", async (context) => {
  const { simulator, api } = await startTelegram(context);
  assert.equal((await setProfile(bot, access, api)).ok, true);
  const { commands, descriptions, shortDescriptions, menuButton } = simulator.bot(botId);
  assert.deepEqual(Object.fromEntries(commands), {
    "": [
      { command: "orders", description: "My orders" },
      { command: "help", description: "Help" },
    ],
    zh: [
      { command: "orders", description: "我的订单" },
      { command: "help", description: "帮助" },
    ],
  });
  assert.deepEqual([...descriptions.keys()], ["", "zh"]);
  assert.match(shortDescriptions.get("") ?? "", /^This is A shop\./);
  assert.deepEqual(menuButton, { type: "commands" });
});

test("Telegram's two letters are told once, in the bot's own kind of Chinese where it is that", () => {
  const codes = (one: typeof bot) => profileOf(one).texts.map(({ language }) => language);
  assert.deepEqual(codes({ ...bot, languages: ["en", "zh", "zh-Hant", "es"] }), ["", "zh", "es"]);
  assert.deepEqual(codes({ ...bot, locale: "zh-Hant", languages: ["en", "zh", "zh-Hant"] }), [
    "",
    "en",
  ]);
});

test("what the bot has no more is taken away", async (context) => {
  const { simulator, api } = await startTelegram(context);
  await setProfile(bot, access, api);
  await setProfile({ ...bot, languages: ["en"], menu: [] }, access, api);
  const { commands, descriptions, menuButton } = simulator.bot(botId);
  assert.deepEqual([...commands.keys()], []);
  assert.deepEqual([...descriptions.keys()], [""]);
  assert.deepEqual(menuButton, { type: "default" });
});

test("what Telegram shows is compared with what it should, part by part", async (context) => {
  const { simulator, api } = await startTelegram(context);
  const differing = async () => {
    const comparison = await compareProfile(profileOf(bot), access, api);
    return comparison.ok ? comparison.differing : comparison.failure;
  };
  assert.deepEqual(await differing(), [
    "commands",
    "description",
    "short_description",
    "menu_button",
  ]);
  await setProfile(bot, access, api);
  assert.deepEqual(await differing(), []);
  simulator.bot(botId).commands.set("zh", []);
  simulator.bot(botId).shortDescriptions.set("", "Another");
  assert.deepEqual(await differing(), ["commands", "short_description"]);
  simulator.meetNext({}, { error: { code: 401, description: "Unauthorized" } });
  assert.equal(await differing(), "auth");
});

test("the texts of a bot with an endless name are within Telegram's limits", () => {
  const { texts } = profileOf({ ...bot, name: "长".repeat(500) });
  for (const { description, shortDescription } of texts) {
    assert.ok(description.length <= 512 && shortDescription.length <= 120);
  }
});

test("a refused part ends the publishing, and is told", async (context) => {
  const { simulator, api } = await startTelegram(context);
  simulator.meetNext(
    {},
    { error: { code: 429, description: "Too Many Requests: retry after 5", retryAfterS: 5 } },
  );
  assert.deepEqual(await setProfile(bot, access, api), {
    ...{ ok: false, failure: "rate", code: 429, retryAfterMs: 5000 },
  });
});
