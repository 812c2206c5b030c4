import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { refused } from "../../../test/fixtures/probes.ts";
import { bot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";

test("the page of a bot loads our script for that bot, and allows itself nothing else", async (t) => {
  const { url, store } = await startTestServer(t);
  await store.bots.change(bot.id, { name: `<b>"Shop" & Söhne</b>`, locale: "zh" });
  const response = await fetch(`${url}/chat/${bot.id}`);
  assert.equal(response.status, 200);
  const page = await response.text();
  assert.match(page, /<html lang="zh">/);
  assert.match(page, /<title>&lt;b&gt;&quot;Shop&quot; &amp; Söhne&lt;\/b&gt;<\/title>/);
  assert.match(page, /<script async src="\.\.\/widget\/loader\.js" data-bot="bot_1" data-page>/);
  const policy = response.headers.get("content-security-policy") ?? "";
  for (const directive of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'none'",
    "img-src https: data:;",
    "require-trusted-types-for 'script'",
    "trusted-types meetbot-push",
    "frame-ancestors https://shop.example",
  ]) {
    assert(policy.includes(directive), `${directive} in ${policy}`);
  }
});

test("pictures from this machine are shown for the demo's bot only", async (t) => {
  const { url, store } = await startTestServer(t);
  await store.bots.create(
    { ...bot, id: "bot_demo", demo: true },
    { signingSecret: "whsec_1", identitySecret: "identity_1" },
  );
  const response = await fetch(`${url}/chat/bot_demo`);
  const policy = response.headers.get("content-security-policy") ?? "";
  assert.match(policy, /img-src https: data: http:\/\/127\.0\.0\.1:\* http:\/\/localhost:\*;/);
});

test("pages that may chat may ask how the bot looks, others may not", async (t) => {
  const { url, store } = await startTestServer(t);
  await store.bots.change(bot.id, {
    accent: "#c0392b",
    contact: "call 555",
    languages: ["en", "zh"],
  });
  const look = (origin?: string) =>
    fetch(`${url}/chat/${bot.id}/look`, origin ? { headers: { origin } } : {});
  const expected = {
    name: bot.name,
    accent: "#c0392b",
    contact: "call 555",
    locale: "en",
    label: `Chat with ${bot.name}`,
    languages: ["en", "zh"],
    labels: { en: `Chat with ${bot.name}`, zh: `与${bot.name}聊天` },
    menu: {
      en: [
        { title: "My orders", payload: "menu:orders" },
        { title: "Track a package", payload: "menu:packages" },
        { title: "Help", payload: "menu:help" },
        { title: "Talk to a person", payload: "menu:person" },
      ],
      zh: [
        { title: "我的订单", payload: "menu:orders" },
        { title: "查包裹", payload: "menu:packages" },
        { title: "帮助", payload: "menu:help" },
        { title: "转人工", payload: "menu:person" },
      ],
    },
    mails: false,
    pictures: null,
  };
  assert.deepEqual(await (await look()).json(), expected);
  const allowed = await look("https://shop.example");
  assert.equal(allowed.headers.get("access-control-allow-origin"), "https://shop.example");
  assert.match(allowed.headers.get("vary") ?? "", /origin/i);
  assert.deepEqual(await allowed.json(), expected);
  const denied = await look("https://evil.example");
  assert.equal(denied.headers.get("access-control-allow-origin"), "*"); // the reason may be read
  await refused(denied, 403, "origin_not_allowed");
});

test("the look is told in the first language wished that the bot speaks, else in its own", async (t) => {
  const { url, store } = await startTestServer(t);
  await store.bots.change(bot.id, { languages: ["en", "zh"] });
  const locales = await Promise.all(
    ["", "?lang=", "?lang=fr,zh-TW,en", "?lang=,x,fr", `?lang=${"de,".repeat(30)}zh`].map(
      async (query) => {
        const response = await fetch(`${url}/chat/${bot.id}/look${query}`);
        const { locale, label } = (await response.json()) as { locale: string; label: string };
        assert.equal(label, locale === "zh" ? `与${bot.name}聊天` : `Chat with ${bot.name}`);
        return locale;
      },
    ),
  );
  assert.deepEqual(locales, ["en", "en", "zh", "en", "en"]);
});

test("a page of the bot's origins that asks for the look is seen, others are not", async (t) => {
  const { url, store } = await startTestServer(t);
  for (const origin of ["https://evil.example", undefined, "https://shop.example"]) {
    await fetch(`${url}/chat/${bot.id}/look`, origin ? { headers: { origin } } : {});
  }
  await eventually(10_000, async () => {
    const seen = await store.usage.of(bot.id);
    assert.deepEqual(
      seen.map(({ kind, name }) => [kind, name]),
      [["page", "https://shop.example"]],
    );
  });
});

test("a bot that is not there has neither page nor look", async (t) => {
  const { url } = await startTestServer(t);
  await refused(await fetch(`${url}/chat/bot_nobody`), 404, "no_such_bot");
  await refused(await fetch(`${url}/chat/bot_nobody/look`), 404, "no_such_bot");
  const wrong = await fetch(`${url}/chat/${bot.id}/look`, { method: "POST" });
  assert.equal(wrong.headers.get("allow"), "GET");
  await refused(wrong, 405, "method_not_allowed");
});
