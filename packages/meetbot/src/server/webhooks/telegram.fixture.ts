import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import type { TestContext } from "node:test";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newSecret } from "@meetbot/protocol";
import type { LookUps } from "@meetbot/sdk";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { lookUpsOf, startOwnShop } from "../../../test/fixtures/own-shop.ts";
import { createShopper } from "../../../test/fixtures/shopper.ts";
import { telegramAt } from "../../channels/telegram/api/telegram-api.ts";
import { telegram as channel } from "../../channels/telegram/telegram.ts";
import { linkOn, publishProfile } from "../../operations/channels/connect-link.ts";
import {
  connectTelegram,
  telegramLinkDeps,
} from "../../operations/channels/telegram/connect-bot.ts";
import { bot } from "../../store/store.fixture.ts";
import {
  startTelegramSimulator,
  type TelegramSimulator,
} from "../../telegram-simulator/start-telegram-simulator.ts";
import type { SentMessage } from "../../telegram-simulator/state.ts";
import { startTestServer } from "../server.fixture.ts";
import type { ServerOptions } from "../start-server.ts";

export const token = `7000000001:${"a".repeat(35)}`;
export const telegramId = 7000000001;
export const botId = "bot_telegram";
export const publicBase = "https://chat.example.com";

/** No answer takes longer, on a busy machine. */
const patienceMs = 60_000;

const unanswered = `select 1 from messages join conversations using (bot_id, conversation_id)
  where direction = 'in' and seq > handled_seq`;
const unsent = "select 1 from outboxes where send_at is not null";

/** A shop, its bot on Telegram, and Telegram's side of it; connected as operators do it. */
export async function startTelegram(
  t: TestContext,
  options: Partial<ServerOptions> = {},
  slowed: (lookUps: LookUps) => LookUps = (lookUps) => lookUps,
  settings: Partial<Bot> = {},
) {
  const shopper = createShopper("yilia");
  const shop = await startOwnShop(t, slowed(lookUpsOf([shopper])));
  let url = "";
  const telegram = await startTelegramSimulator({
    bots: [{ token, name: "A shop", username: "a_shop_bot" }],
    reach: (address) => address.replace(publicBase, url),
    repeatAfterMs: () => 20,
    maxPerSecond: 1000,
  });
  t.after(() => telegram.close());
  const secrets = { signingSecret: newSecret(), identitySecret: newSecret() };
  shop.serve(secrets.signingSecret);
  const own: Bot = { ...bot, ...settings, id: botId, endpoint: shop.endpoint };
  const server = await startTestServer(
    t,
    {
      apiUrls: { telegram: telegram.url },
      outboundAllow: () => parseAllowList(["127.0.0.1"]),
      ...options,
    },
    ({ store }) => store.bots.create(own, secrets),
  );
  url = server.url;
  const { links } = server.store.channels;
  const deps = { links, api: telegramAt(telegram.url), publicBase };
  const connect = (id = botId) => connectTelegram(id, token, deps);
  assert.equal((await connect()).outcome, "connected");
  const link = await links.find(linkOn(channel, botId));
  assert.equal((await publishProfile(own, link!, telegramLinkDeps(botId, deps))).ok, true);
  const webhook = `${url}/channels/telegram/${botId}`;
  const post = (body: string, secret = telegram.bot(telegramId).webhook?.secretToken ?? "") =>
    fetch(webhook, {
      ...{ method: "POST", body },
      headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
    });
  return {
    ...{ ...server, telegram, shop, shopper, webhook, post, connect },
    state: () => links.stateOf(linkOn(channel, botId)),
    /** Nothing waits to be sent, and nothing to be answered. */
    rests: () =>
      eventually(patienceMs, async () => {
        await telegram.settled();
        for (const waiting of [unanswered, unsent]) {
          assert.deepEqual(await server.run(waiting), []);
        }
      }),
  };
}

/** Someone who writes to the bot, and reads what comes in order. */
export function createCustomer(telegram: TelegramSimulator, id = randomInt(1, 2 ** 40)) {
  let read = 0;
  const received = () => telegram.sent.filter(({ chat }) => chat === id);
  return {
    ...{ id, received },
    say: (content: string | object) => telegram.say(telegramId, id, content),
    tap: (message: SentMessage, title: string) =>
      telegram.tap(telegramId, id, message.messageId, payloadOf(message, title)),
    /** Taps with a payload that this customer never got, or no longer has. */
    tapByHand: (data: string) => telegram.tap(telegramId, id, 1, data),
    block: (isBlocked: boolean) => telegram.block(telegramId, id, isBlocked),
    /** The next messages that were not read yet; one too many shows up in the next reading. */
    async reads(count: number): Promise<SentMessage[]> {
      await eventually(patienceMs, async () =>
        assert(received().length >= read + count, `${received().length - read} of ${count} came`),
      );
      read += count;
      return received().slice(read - count, read);
    },
    /** Nothing that was not read yet has come. */
    hasReadAll: () => assert.equal(received().length, read),
  };
}

export function textOf({ message }: SentMessage): string {
  return String(message.text ?? message.caption ?? "");
}

interface Button {
  text: string;
  callback_data?: string;
  url?: string;
}

export function buttonsOf({ message }: SentMessage): Button[] {
  const { inline_keyboard: rows = [] } = (message.reply_markup ?? {}) as {
    inline_keyboard?: Button[][];
  };
  return rows.flat();
}

/** What the button with a title carries. */
export function payloadOf(message: SentMessage, title: string): string {
  const all = buttonsOf(message);
  const found = all.find(({ text }) => text === title);
  assert(found?.callback_data, `${title} is none of: ${all.map(({ text }) => text).join(", ")}`);
  return found.callback_data;
}
