import assert from "node:assert/strict";
import { test } from "node:test";
import { toConnection } from "../../channels/messenger/page.ts";
import { telegramAt } from "../../channels/telegram/api/telegram-api.ts";
import { shopBot, startShopTelegram } from "../../server/admin-api/telegram/telegram.fixture.ts";
import { bot, openTestStore } from "../../store/store.fixture.ts";
import { connectTelegram } from "../channels/telegram/connect-bot.ts";
import { repointChannels } from "./repoint-channels.ts";

test("Telegram sends its updates to the new address, with the secret it had, and Messenger's is left to its dashboard", async (t) => {
  const simulator = await startShopTelegram(t, () => "");
  const { store } = await openTestStore(t);
  const { links } = store.channels;
  const api = telegramAt(simulator.url);
  const publicBase = "https://old.example.com";
  await connectTelegram(bot.id, shopBot.token, { links, api, publicBase });
  const page = {
    pageId: "1",
    appId: "2",
    token: "t",
    appSecret: "s",
    verifyToken: "a verify token",
  };
  await links.connect(bot.id, toConnection(page));
  const secret = simulator.bot(shopBot.id).webhook?.secretToken;

  const base = "https://new.example.com";
  const led = await repointChannels(bot.id, { links, base, apiUrls: { telegram: simulator.url } });
  assert.deepEqual(
    led.map(({ name, outcome }) => [name, outcome]),
    [
      ["messenger", "by_hand"],
      ["telegram", "led"],
    ],
  );
  const { webhook } = simulator.bot(shopBot.id);
  assert.equal(webhook?.url, `${base}/channels/telegram/${bot.id}`);
  assert.equal(webhook?.secretToken, secret);
  assert.deepEqual(
    await repointChannels(bot.id, {
      links,
      base,
      apiUrls: { telegram: "http://127.0.0.1:1" },
    }).then(([, telegram]) => telegram?.outcome),
    "refused",
  );
});
