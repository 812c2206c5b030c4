import assert from "node:assert/strict";
import { test } from "node:test";
import { access, botId, publicUrl, secretToken, startTelegram } from "../telegram.fixture.ts";
import { checkBot } from "./check-bot.ts";
import { allowedUpdates, deleteWebhook, neededUpdates, setWebhook } from "./webhook.ts";

const settings = { url: publicUrl, secretToken };
const facts = {
  ...{ ok: true, botId: String(botId), name: "A shop", username: "a_shop_bot" },
  ...{ canJoinGroups: true, waitingUpdates: 0, replacedHost: null },
};

test("pasting the token connects: updates come here, with the secret", async (context) => {
  const { simulator, api } = await startTelegram(context);
  assert.deepEqual(await checkBot(settings, access, api, { connects: true }), facts);
  const { webhook } = simulator.bot(botId);
  assert.deepEqual(
    [webhook?.url, webhook?.secretToken, webhook?.allowedUpdates, webhook?.maxConnections],
    [publicUrl, secretToken, [...allowedUpdates], 40],
  );
  assert.deepEqual(await checkBot(settings, access, api, { connects: false }), facts);
});

test("another program with the same token is found, and replaced when the bot is connected", async (context) => {
  const { api } = await startTelegram(context);
  const other = { url: "https://other.example/secret-path", secretToken: "x" };
  await setWebhook(other, access, api);
  assert.deepEqual(await checkBot(settings, access, api, { connects: false }), {
    ...{ ok: false, at: "webhook" },
    problem: { kind: "other_webhook", host: "other.example" },
  });
  const replaced = await checkBot(settings, access, api, { connects: true });
  assert.deepEqual(replaced, { ...facts, replacedHost: "other.example" });
  await deleteWebhook(access, api);
  assert.deepEqual(await checkBot(settings, access, api, { connects: false }), {
    ...{ ok: false, at: "webhook" },
    problem: { kind: "other_webhook", host: null },
  });
});

test("each check that is not in order is named, and what Telegram said", async (context) => {
  const { simulator, api } = await startTelegram(context);
  const check = (connects: boolean, token = access.token) =>
    checkBot(settings, { token }, api, { connects });
  assert.deepEqual(await check(true, "no token"), {
    ...{ ok: false, at: "token", problem: { kind: "token_form" } },
  });
  assert.deepEqual(await check(true, "1:wrong"), {
    ...{ ok: false, at: "token" },
    problem: { kind: "refused", step: "getMe", failure: { ok: false, failure: "auth", code: 401 } },
  });
  const description = "Bad Request: bad webhook: HTTPS url must be provided for webhook";
  simulator.meetNext({}, {}, { error: { code: 400, description } });
  assert.deepEqual(await check(true), {
    ...{ ok: false, at: "webhook" },
    problem: {
      kind: "refused",
      step: "setWebhook",
      failure: { ok: false, failure: "bad", code: 400 },
    },
  });
  await check(true);
  const { webhook } = simulator.bot(botId);
  assert.ok(webhook);
  webhook.allowedUpdates = ["message", "my_chat_member"];
  assert.deepEqual(await check(false), {
    ...{ ok: false, at: "updates" },
    problem: { kind: "updates_missing", updates: ["edited_message", "callback_query"] },
  });
  // As it was set before reactions were asked for.
  webhook.allowedUpdates = [...neededUpdates];
  assert.equal((await check(false)).ok, true);
  webhook.allowedUpdates = [...allowedUpdates];
  webhook.waiting = 3;
  webhook.lastError = { atMs: 1_790_000_000_000, message: "Wrong response from the webhook: 401" };
  assert.deepEqual(await check(false), {
    ...{ ok: false, at: "delivery" },
    problem: {
      ...{ kind: "not_delivered", waiting: 3, at: new Date(1_790_000_000_000) },
      message: "Wrong response from the webhook: 401",
    },
  });
  assert.equal((await check(true)).ok, true);
});
