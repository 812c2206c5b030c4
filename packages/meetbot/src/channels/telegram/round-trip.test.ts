import assert from "node:assert/strict";
import { test } from "node:test";
import { startWebhook } from "../../telegram-simulator/webhook.fixture.ts";
import { answerTap, leaveChat, removeButtons, send } from "./api/send.ts";
import { isFromTelegram } from "./api/verify.ts";
import { checkBot } from "./connection/check-bot.ts";
import { render } from "./messages/render.ts";
import {
  access,
  botId,
  customer,
  publicUrl,
  secretToken,
  startTelegram,
} from "./telegram.fixture.ts";
import { readUpdate } from "./updates/read-update.ts";
import { toFacts, type UpdateFacts } from "./updates/to-facts.ts";

test("from the pasted token to a tapped answer, a blocked bot and a group that is left", async (context) => {
  const heard: UpdateFacts[] = [];
  const webhook = await startWebhook(context, ({ secret, body }) => {
    if (!isFromTelegram(secret, secretToken)) return 401;
    const event = readUpdate(body);
    if (event) heard.push(toFacts(event));
    return 200;
  });
  const { simulator, api } = await startTelegram(context, { reach: () => webhook.url });
  const settings = { url: publicUrl, secretToken };
  assert.equal((await checkBot(settings, access, api, { connects: true })).ok, true);

  await simulator.say(botId, customer, "/start");
  const [started] = heard.shift()?.facts ?? [];
  assert.deepEqual(started?.kind === "event" && started.event.content, {
    ...{ kind: "start", locale: "en", account: null },
  });

  const chat = started?.customer ?? "";
  const choices = [{ title: "Where is it?", payload: "a-token_43" }];
  const { messages } = render(
    { kind: "text", locale: "en", text: "Hi", choices },
    { timeZone: "UTC" },
  );
  for (const message of messages)
    assert.equal((await send({ chat, message }, access, api)).ok, true);

  const [sent] = simulator.sent;
  await simulator.tap(botId, customer, sent?.messageId ?? 0, "a-token_43").taken;
  const [tapped] = heard.shift()?.facts ?? [];
  assert.ok(tapped?.kind === "event" && tapped.tap);
  assert.deepEqual(tapped.event.content, { kind: "tap", payload: "a-token_43", locale: "en" });
  const { queryId, messageId } = tapped.tap;
  assert.equal((await answerTap(queryId, access, api)).ok, true);
  assert.equal((await removeButtons({ chat, messageId: messageId ?? "" }, access, api)).ok, true);
  assert.deepEqual(sent?.message.reply_markup, { inline_keyboard: [] });

  await simulator.block(botId, customer, true);
  assert.deepEqual(
    heard.shift()?.facts.map(({ kind }) => kind),
    ["blocked"],
  );
  const [message] = messages;
  assert.ok(message);
  const refused = await send({ chat, message }, access, api);
  assert.deepEqual(refused, { ok: false, failure: "gone", code: 403, reason: "bot_blocked" });

  await simulator.say(botId, -1001305240521, "hi all");
  const { facts, leave } = heard.shift() ?? assert.fail();
  assert.deepEqual([facts, leave], [[], "-1001305240521"]);
  assert.equal((await leaveChat(leave ?? "", access, api)).ok, true);
  assert.equal(simulator.chat(botId, -1001305240521).isIn, false);
});
