import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { describe, test } from "node:test";
import { allowedUpdates } from "../src/channels/telegram/connection/webhook.ts";
import { render } from "../src/channels/telegram/messages/render.ts";
import {
  bodyOf,
  groupMessageOf,
  membershipOf,
  messageOf,
  tapOf,
} from "../src/channels/telegram/telegram.fixture.ts";
import { readUpdate } from "../src/channels/telegram/updates/read-update.ts";
import { startTelegramSimulator } from "../src/telegram-simulator/start-telegram-simulator.ts";
import { findPeers, leftOut } from "./telegram-peers/peers.ts";

type Call = (...parameters: unknown[]) => Promise<unknown>;

/** What is used of grammY. */
interface Context {
  chat?: { id: number; type: string };
  from?: { id: number };
  msg?: { text?: string; caption?: string; message_id: number };
  callbackQuery?: { id: string; data?: string };
  update: { update_id: number };
  has(filter: string | string[]): boolean;
  hasCommand(name: string): boolean;
}
type Method =
  | "answerCallbackQuery"
  | "deleteWebhook"
  | "editMessageReplyMarkup"
  | "getMe"
  | "getWebhookInfo"
  | "sendChatAction"
  | "sendMessage"
  | "sendPhoto"
  | "setChatMenuButton"
  | "setMyCommands"
  | "setMyDescription"
  | "setMyShortDescription"
  | "setWebhook";
interface Bot {
  api: Record<Method, Call> & { raw: Record<"sendMessage" | "sendPhoto", Call> };
  on(filter: string, hear: (context: Context) => void): void;
}
interface Peer {
  Bot: new (token: string, options: object) => Bot;
  Context: new (update: object, api: object, me: object) => Context;
  InlineKeyboard: new () => { text(title: string, data: string): unknown };
  GrammyError: new () => Error & { error_code: number; parameters: object };
  webhookCallback(
    bot: Bot,
    adapter: "http",
    options: { secretToken: string },
  ): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

const peers = findPeers();
const token = "7712345678:AAFakeTokenOfATestBot_-0123456789abc";
const me = { id: 7712345678, is_bot: true, first_name: "A shop", username: "a_shop_bot" };
const customer = 5361720349;
const secretToken = "agreed_Secret-1";
type Scope = { after(end: () => Promise<void>): void };

describe("grammY, which others wrote, at the simulated Telegram", {
  skip: peers === null && leftOut,
}, () => {
  const load = (): Peer => createRequire(`${peers}/`)("grammy");

  async function start(context: Scope) {
    const grammy = load();
    const webhook = { url: "" };
    const simulator = await startTelegramSimulator({
      bots: [{ token, name: me.first_name, username: me.username }],
      reach: () => webhook.url,
    });
    context.after(() => simulator.close());
    await simulator.say(me.id, customer, "hi");
    const bot = new grammy.Bot(token, { botInfo: me, client: { apiRoot: simulator.url } });
    return { grammy, simulator, bot, webhook };
  }

  test("each of its calls is taken", async (context) => {
    const { grammy, simulator, bot } = await start(context);
    const { api } = bot;
    const reply_markup = new grammy.InlineKeyboard().text("My orders", "menu:orders");
    const sent = (await api.sendMessage(customer, "hello", { reply_markup })) as {
      message_id: number;
    };
    await api.sendPhoto(customer, "https://cdn.example/a.jpg", { caption: "A" });
    await api.sendChatAction(customer, "typing");
    const { id } = simulator.tap(me.id, customer, sent.message_id, "menu:orders");
    await api.answerCallbackQuery(id);
    await api.editMessageReplyMarkup(customer, sent.message_id);
    await api.setMyCommands([{ command: "orders", description: "My orders" }], {
      language_code: "en",
    });
    await api.setMyDescription("A shop", { language_code: "en" });
    await api.setMyShortDescription("A shop");
    await api.setChatMenuButton({ menu_button: { type: "commands" } });
    await api.setWebhook("https://chat.example.com/x", { secret_token: secretToken });
    assert.equal(((await api.getMe()) as typeof me).username, me.username);
    assert.equal(
      ((await api.getWebhookInfo()) as { url: string }).url,
      "https://chat.example.com/x",
    );
    await api.deleteWebhook();
    assert.deepEqual(
      simulator.sent.map(({ message }) => message.reply_markup),
      [{ inline_keyboard: [] }, undefined],
    );
    assert.equal(simulator.taps.get(id)?.isAnswered, true);
  });

  test("its calls are refused with Telegram's own codes", async (context) => {
    const { grammy, simulator, bot } = await start(context);
    const refusal = async (call: Promise<unknown>) => {
      const error = await call.then(
        () => assert.fail("taken"),
        (thrown: unknown) => thrown,
      );
      assert.ok(error instanceof grammy.GrammyError);
      return [error.error_code, error.parameters];
    };
    assert.deepEqual(await refusal(bot.api.sendMessage(1, "hello")), [400, {}]);
    assert.deepEqual(await refusal(bot.api.sendMessage(customer, "x".repeat(4097))), [400, {}]);
    await simulator.block(me.id, customer, true);
    assert.deepEqual(await refusal(bot.api.sendMessage(customer, "hello")), [403, {}]);
    simulator.meetNext({
      error: { code: 429, description: "Too Many Requests: retry after 3", retryAfterS: 3 },
    });
    assert.deepEqual(await refusal(bot.api.getMe()), [429, { retry_after: 3 }]);
    const other = new grammy.Bot("1:wrong", { botInfo: me, client: { apiRoot: simulator.url } });
    assert.deepEqual(await refusal(other.api.getMe()), [401, {}]);
  });

  test("what Meetbot renders is taken from it as from Meetbot", async (context) => {
    const { simulator, bot } = await start(context);
    const order = {
      order_number: "12345678902",
      status: "shipped",
      currency: "USD",
      order_url: "https://shop.example/o/1",
      elements: [
        { title: "Shirt 👍", quantity: 2, price: 50, image_url: "https://cdn.example/a.jpg" },
      ],
    };
    const choices = [{ title: "Where is it?", payload: "x".repeat(43) }];
    const replies = [
      { kind: "orders", locale: "en", orders: [order], choices },
      { kind: "orders", locale: "zh", orders: [order, order], choices },
    ] as const;
    const messages = replies.flatMap(
      (reply) =>
        render({ ...reply, orders: [...reply.orders], choices }, { timeZone: "UTC" }).messages,
    );
    for (const { method, ...content } of messages) {
      await bot.api.raw[method]({ chat_id: customer, ...content });
    }
    assert.deepEqual(
      simulator.sent.map(({ message }) => message),
      messages.map(({ method: _, ...content }) => content),
    );
  });

  test("its webhook takes what the simulator brings, and turns away who has not the secret", async (context) => {
    const { grammy, simulator, bot, webhook } = await start(context);
    const heard: [kind: string, chat: number | undefined, said: string | undefined][] = [];
    const hear = (kind: string, saidIn: (context: Context) => string | undefined) =>
      bot.on(kind, (ctx) => void heard.push([kind, ctx.chat?.id, saidIn(ctx)]));
    hear("message:text", ({ msg }) => msg?.text);
    hear("message:photo", ({ msg }) => msg?.caption);
    hear("callback_query:data", ({ callbackQuery }) => callbackQuery?.data);
    hear("my_chat_member", () => undefined);
    const take = grammy.webhookCallback(bot, "http", { secretToken });
    const server = createServer((request, response) => void take(request, response));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    context.after(async () => {
      server.close();
      server.closeAllConnections();
    });
    webhook.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await bot.api.setWebhook("https://chat.example.com/x", {
      ...{ secret_token: secretToken, allowed_updates: allowedUpdates },
    });
    await bot.api.sendMessage(customer, "?");
    await simulator.say(me.id, customer, "wo ist 长 👍?");
    await simulator.say(me.id, customer, { photo: [], caption: "see" });
    await simulator.tap(me.id, customer, 2, "menu:orders").taken;
    await simulator.block(me.id, customer, true);
    assert.deepEqual(heard, [
      ["message:text", customer, "wo ist 长 👍?"],
      ["message:photo", customer, "see"],
      ["callback_query:data", customer, "menu:orders"],
      ["my_chat_member", customer, undefined],
    ]);
    // Meetbot reads the same bodies.
    const kinds = simulator.pushes.map(({ body, status }) => [readUpdate(body)?.kind, status]);
    assert.deepEqual(kinds, [
      ["text", 200],
      ["media", 200],
      ["callback_query", 200],
      ["unfollow", 200],
    ]);
    const forged = await fetch(webhook.url, { method: "POST", body: bodyOf({}) });
    assert.equal(forged.status, 401);
  });

  test("it and Meetbot see the same kind, chat, customer and words in each update", () => {
    const grammy = load();
    const media = ["animation", "audio", "document", "photo", "video", "video_note", "voice"];
    const command = [{ type: "bot_command", offset: 0, length: 6 }];
    const started = messageOf({ text: "/start order_1", entities: command });
    const updates: object[] = [
      { message: messageOf({ text: "hi" }) },
      { message: started },
      { message: groupMessageOf({ text: "hi" }) },
      ...media.map((key) => ({
        message: messageOf({ [key]: key === "photo" ? [] : {}, caption: "see" }),
      })),
      { message: messageOf({ sticker: { emoji: "👍" } }) },
      { message: messageOf({ location: { latitude: 1, longitude: 2 } }) },
      { message: messageOf({ venue: { title: "A" }, location: { latitude: 1, longitude: 2 } }) },
      { message: messageOf({ contact: { phone_number: "1" } }) },
      { message: messageOf({ web_app_data: { data: "x", button_text: "y" } }) },
      { message: messageOf({ successful_payment: {} }) },
      { edited_message: messageOf({ text: "hi", edit_date: 1_790_000_090 }) },
      { channel_post: groupMessageOf({ text: "hi", from: undefined }) },
      { edited_channel_post: groupMessageOf({ text: "hi", from: undefined }) },
      { callback_query: tapOf({ data: "menu:orders" }) },
      { my_chat_member: membershipOf("kicked") },
      { my_chat_member: membershipOf("member") },
      { my_chat_member: membershipOf("member", { chat: { id: -5, type: "group" } }) },
      { message_reaction: { ...messageOf({}), user: messageOf({}).from, new_reaction: [] } },
    ];
    /** Its filters, and what Meetbot calls the same; the first that fits counts. */
    const filters: [filter: string | string[], kind: string][] = [
      ["message:text", "text"],
      [media.map((key) => `message:${key}`), "media"],
      ["message:sticker", "sticker"],
      ["message:location", "location"],
      ["message:contact", "contacts"],
      ["message:web_app_data", "web_app_data"],
      ["message:successful_payment", "payment"],
      ["edited_message", "edit"],
      [["channel_post", "edited_channel_post"], "channel_post"],
      ["callback_query:data", "callback_query"],
      ["message_reaction", "reaction"],
    ];
    for (const update of updates) {
      const event = readUpdate(bodyOf(update)) ?? assert.fail();
      const seen = new grammy.Context(JSON.parse(bodyOf(update)), {}, me);
      const told = JSON.stringify(update);
      const kind = seen.hasCommand("start")
        ? "start"
        : filters.find(([filter]) => seen.has(filter))?.[1];
      if (kind !== undefined) assert.equal(event.kind, kind, told);
      else assert.match(event.kind, /^(follow|unfollow|member)$/, told);
      assert.deepEqual(
        [event.chat, event.user, event.updateId, event.isPrivate],
        [
          seen.chat ? String(seen.chat.id) : null,
          seen.from ? String(seen.from.id) : null,
          String(seen.update.update_id),
          seen.chat?.type === "private",
        ],
        told,
      );
      const words = seen.msg?.text ?? seen.msg?.caption;
      if ("text" in event && event.text !== null) assert.equal(event.text, words, told);
    }
  });
});
