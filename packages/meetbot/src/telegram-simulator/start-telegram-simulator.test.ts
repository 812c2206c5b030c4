import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type SimulatorOptions, startTelegramSimulator } from "./start-telegram-simulator.ts";
import { startWebhook, type WebhookRequest } from "./webhook.fixture.ts";
import { telegramGapMs } from "./webhook-pusher.ts";

const botId = 7712345678;
const token = `${botId}:AAFakeTokenOfATestBot_-0123456789abc`;
const customer = 5361720349;
const publicUrl = "https://chat.example.com/telegram";
const secret_token = "agreed_Secret-1";

interface Answer {
  ok: boolean;
  error_code?: number;
  description?: string;
  parameters?: { retry_after: number };
  result?: unknown;
}

/** A simulator in which the customer has just written, and calls to it as the bot. */
async function start(context: TestContext, options: Partial<SimulatorOptions> = {}) {
  const clock = { nowMs: Date.UTC(2026, 10, 28) };
  const telegram = await startTelegramSimulator({
    bots: [{ token, name: "A shop", username: "a_shop_bot" }],
    now: () => clock.nowMs,
    repeatAfterMs: () => 0,
    ...options,
  });
  context.after(() => telegram.close());
  await telegram.say(botId, customer, "hi");
  async function call(method: string, params: object = {}, as = token): Promise<Answer> {
    const response = await fetch(`${telegram.url}/bot${as}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params),
    });
    const answer = (await response.json()) as Answer;
    assert.equal(response.status, answer.error_code ?? 200);
    return answer;
  }
  const send = (params: object) => call("sendMessage", { chat_id: customer, text: "?", ...params });
  return { telegram, clock, call, send };
}

const chars = (count: number) => "x".repeat(count);
const inline = (...buttons: object[]) => ({ reply_markup: { inline_keyboard: [buttons] } });
const bold = (offset: number, length: number) => ({ entities: [{ type: "bold", offset, length }] });

test("takes a message at each limit of Telegram's, and refuses the one beyond", async (context) => {
  const { send, telegram } = await start(context, { maxPerSecond: 1000 });
  const data = (callback_data: string) => inline({ text: "A", callback_data });
  const rowsOf = (count: number) => ({
    reply_markup: { inline_keyboard: Array(count).fill([{ text: "A", callback_data: "a" }]) },
  });
  const pairs: [taken: object, refused: object][] = [
    [{ text: chars(4096) }, { text: chars(4097) }],
    [{ text: "a" }, { text: " \n" }],
    [{ text: "a" }, { text: 5 }],
    [{ text: "a" }, { text: undefined }],
    [data(chars(64)), data(chars(65))],
    [data("长".repeat(21)), data(`${"长".repeat(21)}ab`)],
    [data("a"), data("")],
    [
      inline({ text: "A", url: "https://shop.example" }),
      inline({ text: "A", url: "javascript:1" }),
    ],
    [inline({ text: "A", url: "http://a.b/?c" }), inline({ text: "A", url: "http://localhost/" })],
    [
      inline({ text: "A", copy_text: { text: chars(256) } }),
      inline({ text: "A", copy_text: { text: chars(257) } }),
    ],
    [data("a"), inline({ text: "A" })],
    [data("a"), inline({ text: "", callback_data: "a" })],
    [data("a"), inline({ text: "A", callback_data: "a", url: "https://shop.example" })],
    [rowsOf(100), rowsOf(101)],
    [
      { text: "ab", ...bold(0, 2) },
      { text: "ab", ...bold(0, 3) },
    ],
    [
      { text: "ab", ...bold(1, 1) },
      { text: "ab", ...bold(1, 0) },
    ],
    [
      { text: "👍a", ...bold(0, 2) },
      { text: "👍a", ...bold(0, 1) },
    ],
    [
      { text: "a", parse_mode: "HTML" },
      { text: "a", parse_mode: "html" },
    ],
    [
      { text: "a", ...bold(0, 1) },
      { text: "a", parse_mode: "HTML", ...bold(0, 1) },
    ],
    [
      { text: "a", disable_notification: true },
      { text: "a", disable_notifications: true },
    ],
  ];
  for (const [taken, refused] of pairs) {
    assert.equal((await send(taken)).ok, true, JSON.stringify(taken).slice(0, 200));
    const { error_code, description } = await send(refused);
    assert.equal(error_code, 400, JSON.stringify(refused).slice(0, 200));
    assert.match(description ?? "", /^Bad Request: /);
  }
  assert.equal(telegram.sent.length, pairs.length);
});

test("a picture is fetched from the web, and its caption has a limit of its own", async (context) => {
  const { call } = await start(context);
  const photo = (fields: object) =>
    call("sendPhoto", { chat_id: customer, photo: "https://cdn.example/a.jpg", ...fields });
  assert.equal((await photo({ caption: chars(1024) })).ok, true);
  assert.equal((await photo({ photo: "AgACAgQAAxkBAAMR" })).ok, true);
  const refusals: [fields: object, description: RegExp][] = [
    [{ caption: chars(1025) }, /message caption is too long/],
    [{ photo: "https://cdn.invalid/a.jpg" }, /failed to get HTTP URL content/],
    [{ photo: "/etc/passwd" }, /wrong file identifier\/HTTP URL specified/],
    [{ caption: "a", caption_entities: [{ type: "bold", offset: 0, length: 2 }] }, /entity/],
  ];
  for (const [fields, description] of refusals) {
    assert.match((await photo(fields)).description ?? "", description);
  }
});

test("who cannot be reached is told as Telegram tells it", async (context) => {
  const { telegram, send, call } = await start(context);
  const refusal = async (params: object) => {
    const { error_code, description } = await send(params);
    return `${error_code} ${description}`;
  };
  assert.equal(await refusal({ chat_id: 1 }), "400 Bad Request: chat not found");
  await telegram.block(botId, customer, true);
  assert.equal(await refusal({}), "403 Forbidden: bot was blocked by the user");
  await telegram.say(botId, customer, "hi again");
  assert.equal((await send({})).ok, true);
  telegram.chat(botId, customer).isDeactivated = true;
  assert.equal(await refusal({}), "403 Forbidden: user is deactivated");
  await telegram.say(botId, -5, "hi all");
  await call("leaveChat", { chat_id: -5 });
  assert.equal(await refusal({ chat_id: -5 }), "403 Forbidden: bot was kicked from the group chat");
  telegram.bot(botId).isFrozen = true;
  assert.equal(await refusal({}), "400 Bad Request: FROZEN_METHOD_INVALID");
});

test("a token that is none, and a method that is none, are told apart", async (context) => {
  const { call, telegram } = await start(context);
  assert.equal((await call("getMe", {}, "1:wrong")).error_code, 401);
  assert.equal((await call("getMee")).description, "Not Found: method not found");
  assert.equal((await fetch(`${telegram.url}/botwithoutcolon/getMe`)).status, 404);
  assert.equal((await call("GETME")).ok, true);
});

test("more than 30 messages in a second are too many, and the next second is told", async (context) => {
  const { send, clock } = await start(context);
  for (let sent = 0; sent < 30; sent++) assert.equal((await send({})).ok, true);
  const { error_code, description, parameters } = await send({});
  assert.deepEqual(
    [error_code, description, parameters],
    [429, "Too Many Requests: retry after 1", { retry_after: 1 }],
  );
  clock.nowMs += 1001;
  assert.equal((await send({})).ok, true);
});

test("parameters come as JSON, in a form and in the URL alike", async (context) => {
  const { telegram } = await start(context);
  const form = new URLSearchParams({
    ...{ chat_id: String(customer), text: "in a form" },
    reply_markup: JSON.stringify({ inline_keyboard: [[{ text: "A", callback_data: "a" }]] }),
  });
  const method = `${telegram.url}/bot${token}/sendMessage`;
  assert.equal((await fetch(method, { method: "POST", body: form })).status, 200);
  assert.equal((await fetch(`${method}?chat_id=${customer}&text=in+the+URL`)).status, 200);
  assert.deepEqual(
    telegram.sent.map(({ message }) => message.text),
    ["in a form", "in the URL"],
  );
});

test("a webhook is https at one of four ports, with a secret of plain letters", async (context) => {
  const { call, telegram } = await start(context);
  const refused = [
    { url: "http://chat.example.com/" },
    { url: "https://chat.example.com:8080/" },
    { url: "no url" },
    { url: publicUrl, secret_token: "with space" },
    { url: publicUrl, secret_token: chars(257) },
    { url: publicUrl, allowed_updates: ["messages"] },
  ];
  for (const params of refused) {
    assert.equal((await call("setWebhook", params)).error_code, 400, JSON.stringify(params));
  }
  assert.equal(telegram.bot(botId).webhook, null);
  assert.deepEqual((await call("getUpdates")).result, []);
  await call("setWebhook", { url: publicUrl, secret_token, max_connections: 40 });
  assert.equal((await call("getUpdates")).error_code, 409);
  const { result } = await call("getWebhookInfo");
  const { url, allowed_updates } = result as { url: string; allowed_updates: string[] };
  assert.ok(url === publicUrl && !allowed_updates.includes("message_reaction"));
  await call("deleteWebhook");
  assert.equal(telegram.bot(botId).webhook, null);
});

async function withWebhook(
  context: TestContext,
  answer?: (request: WebhookRequest) => number | Promise<number>,
  options: Partial<SimulatorOptions> = {},
) {
  const webhook = await startWebhook(context, answer);
  const started = await start(context, { reach: () => webhook.url, ...options });
  const allowed_updates = ["message", "callback_query", "my_chat_member"];
  await started.call("setWebhook", { url: publicUrl, secret_token, allowed_updates });
  return { ...started, webhook };
}

test("what customers do is told with the secret, and what was not asked for never", async (context) => {
  const { telegram, webhook, send } = await withWebhook(context);
  await telegram.say(botId, customer, "wo ist 长?");
  await send(inline({ text: "A", callback_data: "token" }));
  const tap = telegram.tap(botId, customer, 3, "token");
  await tap.taken;
  await telegram.tap(botId, customer, 99, "old").taken;
  await telegram.block(botId, customer, true);
  await telegram.push(botId, customer, { edited_message: { message_id: 1 } });
  const bodies = webhook.requests.map(({ body }) => JSON.parse(body));
  assert.deepEqual(
    bodies.map((body) => Object.keys(body)),
    [
      ["update_id", "message"],
      ["update_id", "callback_query"],
      ["update_id", "callback_query"],
      ["update_id", "my_chat_member"],
    ],
  );
  assert.ok(webhook.requests.every(({ secret }) => secret === secret_token));
  assert.match(webhook.requests[0]?.body ?? "", /wo ist \\u957f\?/);
  assert.deepEqual(
    [bodies[0].update_id + 1, bodies[1].callback_query.id],
    [bodies[1].update_id, tap.id],
  );
  assert.equal(bodies[1].callback_query.message.reply_markup.inline_keyboard[0][0].text, "A");
  assert.equal(bodies[2].callback_query.message.date, 0);
  assert.equal(bodies[3].my_chat_member.new_chat_member.status, "kicked");
});

test("an update that is refused comes again, and holds up its own chat alone", async (context) => {
  let refusals = 3;
  const { telegram, webhook, call } = await withWebhook(context, ({ body }) =>
    body.includes('"text":"first"') && refusals-- > 0 ? 500 : 200,
  );
  const first = telegram.say(botId, customer, "first");
  const second = telegram.say(botId, customer, "second");
  await telegram.say(botId, 44, "of another chat");
  await Promise.all([first, second]);
  const texts = webhook.requests.map(({ body }) => JSON.parse(body).message.text);
  assert.deepEqual(
    texts.filter((text) => text !== "of another chat"),
    [...Array(4).fill("first"), "second"],
  );
  const ids = webhook.requests.map(({ body }) => JSON.parse(body).update_id);
  assert.equal(new Set(ids).size, 3);
  const { result } = await call("getWebhookInfo");
  const { pending_update_count, last_error_message } = result as Record<string, unknown>;
  assert.deepEqual(
    [pending_update_count, last_error_message],
    [0, "Wrong response from the webhook: 500"],
  );
});

test("two updates of a chat are never under way at once", async (context) => {
  let underWay = 0;
  let most = 0;
  const { telegram } = await withWebhook(context, async () => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay--;
    return 200;
  });
  await Promise.all(
    Array.from({ length: 5 }, (_, index) => telegram.say(botId, customer, `${index}`)),
  );
  assert.equal(most, 1);
  assert.deepEqual(
    telegram.pushes.map(({ body }) => JSON.parse(body).message.text),
    ["0", "1", "2", "3", "4"],
  );
});

test("gaps between attempts double up to a minute", () => {
  const gaps = Array.from({ length: 9 }, (_, index) => telegramGapMs(index + 1) / 1000);
  assert.deepEqual(gaps, [0, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test("a call meets what was asked for it: lost before or after it was done, or refused", async (context) => {
  const { telegram, send } = await start(context);
  telegram.meetNext({ vanishes: true });
  await assert.rejects(send({}));
  assert.equal(telegram.sent.length, 0);
  telegram.meetNext({ breaks: true });
  await assert.rejects(send({}));
  assert.deepEqual(
    telegram.sent.map(({ answeredAtMs }) => answeredAtMs !== null),
    [false],
  );
  telegram.meetNext({ error: { code: 500, description: "Internal Server Error" } });
  assert.equal((await send({})).error_code, 500);
  assert.equal((await send({})).ok, true);
});
