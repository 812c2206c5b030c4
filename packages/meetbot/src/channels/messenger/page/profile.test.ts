import assert from "node:assert/strict";
import { test } from "node:test";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { customerLocales } from "@meetbot/presentation";
import { access, startGraph } from "../graph/graph.fixture.ts";
import { receive } from "../inbound/receive.ts";
import { profileOf, setProfile, subscribe, subscribedFields } from "./profile.ts";

const bot: Pick<Bot, "name" | "locale" | "languages" | "menu"> = {
  name: "Ada’s shop",
  locale: "en",
  languages: ["en", "zh"],
  menu: ["orders", "packages", "help", "person"],
};

test("Meta takes the profile of any bot", async (context) => {
  const { simulator, graph } = await startGraph(context);
  const bots: (typeof bot)[] = [
    bot,
    { ...bot, locale: "zh" },
    { ...bot, languages: ["en"] },
    { ...bot, languages: customerLocales },
    { ...bot, locale: "zh-Hant", languages: customerLocales },
    { ...bot, menu: [] },
    { ...bot, menu: ["person"] },
    { ...bot, name: "👩‍👩‍👧‍👦".repeat(60) },
  ];
  for (const one of bots) {
    assert.deepEqual(await setProfile(one, access, graph), {
      ok: true,
      body: { result: "success" },
    });
    assert.deepEqual(simulator.page(access.pageId).profile, {
      ...simulator.page(access.pageId).profile,
      ...profileOf(one),
    });
  }
});

test("each of Facebook's languages is told once, in the bot's that is nearest to it", () => {
  const shown = (one: typeof bot) =>
    Object.fromEntries(profileOf(one).greeting.map(({ locale, text }) => [locale, text]));
  const both = shown({ ...bot, languages: ["en", "zh", "zh-Hant"] });
  assert.deepEqual(Object.keys(both).sort(), ["default", "zh_CN", "zh_HK", "zh_TW"]);
  assert.match(both.zh_CN ?? "", /订单/);
  assert.match(both.zh_TW ?? "", /訂單/);
  assert.match(shown(bot).zh_TW ?? "", /订单/);
});

test("the menu stands there in English and in Chinese, and its buttons mean what the bot's mean", () => {
  const { persistent_menu: menus } = profileOf(bot) as {
    persistent_menu: { locale: string; call_to_actions: { title: string; payload: string }[] }[];
  };
  const titles = menus.map(({ locale, call_to_actions: [first] }) => [locale, first?.title]);
  assert.deepEqual(titles, [
    ["default", "My orders"],
    ["zh_CN", "我的订单"],
    ["zh_HK", "我的订单"],
    ["zh_TW", "我的订单"],
  ]);
  for (const { payload, title } of menus[0]?.call_to_actions ?? []) {
    const item = { sender: { id: "7" }, recipient: { id: "9" }, postback: { title, payload } };
    const [event] = receive(JSON.stringify({ entry: [{ id: "9", messaging: [item] }] }));
    assert.deepEqual(event?.content, { kind: "tap", payload, locale: "en" });
  }
});

test("Get Started begins a conversation", () => {
  const { get_started } = profileOf(bot) as { get_started: { payload: string } };
  const item = { sender: { id: "7" }, recipient: { id: "9" }, postback: get_started };
  const [event] = receive(JSON.stringify({ entry: [{ id: "9", messaging: [item] }] }));
  assert.equal(event?.content.kind, "start");
});

test("the app is subscribed to all that has to do with messages", async (context) => {
  const { simulator, graph } = await startGraph(context);
  assert.deepEqual(await subscribe(access, graph), { ok: true, body: { success: true } });
  assert.deepEqual(simulator.page(access.pageId).subscribedFields, [...subscribedFields]);
});
