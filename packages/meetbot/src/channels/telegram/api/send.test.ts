import assert from "node:assert/strict";
import { test } from "node:test";
import { access, botId, customer, startTelegram } from "../telegram.fixture.ts";
import { send, showTyping } from "./send.ts";
import { callTelegram, isTokenForm, type TelegramApi, telegramAt } from "./telegram-api.ts";
import type { PhotoMessage, TextMessage } from "./telegram-message.ts";

const chat = String(customer);
const message: TextMessage = {
  ...{ method: "sendMessage", text: "Here is your order:" },
  link_preview_options: { is_disabled: true },
  reply_markup: { inline_keyboard: [[{ text: "Help", callback_data: "menu:help" }]] },
};
const photo: PhotoMessage = {
  ...{ method: "sendPhoto", photo: "https://cdn.example/a.jpg", caption: "Order 1" },
  caption_entities: [{ type: "bold", offset: 0, length: 5 }],
};

test("a message is taken, and its id told", async (context) => {
  const { simulator, api } = await startTelegram(context);
  assert.deepEqual(await send({ chat, message }, access, api), { ok: true, messageId: "2" });
  assert.deepEqual(await send({ chat, message: photo }, access, api), { ok: true, messageId: "3" });
  const { method: _, ...content } = message;
  const [text, picture] = simulator.sent;
  assert.deepEqual([text?.method, text?.chat, text?.message], ["sendmessage", customer, content]);
  assert.equal(picture?.message.photo, photo.photo);
});

test("a picture that Telegram cannot fetch leaves its words, and its buttons, behind", async (context) => {
  const { simulator, api } = await startTelegram(context);
  const { reply_markup } = message;
  const gone = {
    ...photo,
    photo: "https://cdn.invalid/a.jpg",
    ...(reply_markup && { reply_markup }),
  };
  assert.deepEqual(await send({ chat, message: gone }, access, api), { ok: true, messageId: "2" });
  assert.deepEqual(
    simulator.sent.map(({ method, message }) => [method, message]),
    [
      [
        "sendmessage",
        {
          ...{ text: "Order 1", entities: photo.caption_entities },
          ...{ link_preview_options: { is_disabled: true }, reply_markup },
        },
      ],
    ],
  );
});

test("each refusal of Telegram's means what is to be done about it", async (context) => {
  const { simulator, api } = await startTelegram(context);
  const table: [code: number, description: string, failure: string, reason?: string][] = [
    [400, "Bad Request: chat not found", "gone", "chat_not_found"],
    [400, "Bad Request: PEER_ID_INVALID", "gone", "chat_not_found"],
    [403, "Forbidden: bot was blocked by the user", "gone", "bot_blocked"],
    [403, "Forbidden: user is deactivated", "gone", "user_deactivated"],
    [403, "Forbidden: bot can't initiate conversation with a user", "gone"],
    [401, "Unauthorized", "auth"],
    [401, "Unauthorized: user is deactivated", "auth"],
    [404, "Not Found", "auth"],
    [404, "Not Found: method not found", "bad", "method_unknown"],
    [421, "Misdirected Request: unallowed token specified", "auth"],
    [400, "Bad Request: FROZEN_METHOD_INVALID", "restricted", "frozen"],
    [400, "Bad Request: message is too long", "bad"],
    [400, "Bad Request: BUTTON_DATA_INVALID", "bad"],
    [400, "Bad Request: group chat was upgraded to a supergroup chat", "bad"],
    [409, "Conflict: terminated by other setWebhook", "transient"],
    [500, "Internal Server Error", "transient"],
    [502, "Bad Gateway", "transient"],
  ];
  for (const [code, description, failure, reason] of table) {
    simulator.meetNext({ error: { code, description } });
    assert.deepEqual(
      await send({ chat, message }, access, api),
      { ok: false, failure, code, ...(reason && { reason }) },
      description,
    );
  }
  assert.deepEqual(simulator.sent, []);
});

test("how long to wait is read; a wait of more than a day is a day", async (context) => {
  const { simulator, api } = await startTelegram(context);
  const waits: [retryAfterS: number, retryAfterMs: number][] = [
    [7, 7000],
    [999_999_999, 86_400_000],
  ];
  for (const [retryAfterS, retryAfterMs] of waits) {
    const description = `Too Many Requests: retry after ${retryAfterS}`;
    simulator.meetNext({ error: { code: 429, description, retryAfterS } });
    assert.deepEqual(await send({ chat, message }, access, api), {
      ...{ ok: false, failure: "rate", code: 429, retryAfterMs },
    });
  }
});

test("a lost answer is ambiguous, whether the message was taken or not", async (context) => {
  const { simulator, api } = await startTelegram(context);
  const hasty = { ...api, deadlineMs: 300 };
  const failures = ["vanishes", "breaks", "hangs"] as const;
  for (const mishap of failures) {
    simulator.meetNext({ [mishap]: true });
    const outcome = await send({ chat, message }, access, hasty);
    assert.deepEqual(outcome, { ok: false, failure: "ambiguous" }, mishap);
  }
  assert.equal(simulator.sent.length, 2);
});

test("what answers in Telegram's place is told by its status; a Telegram that is not there is transient", async (context) => {
  const { simulator, api } = await startTelegram(context);
  const statuses: [status: number, failure: string][] = [
    [200, "ambiguous"],
    [502, "transient"],
    [429, "rate"],
    // A proxy's: it says nothing about the customer.
    [403, "transient"],
    [302, "transient"],
  ];
  for (const [proxySays, failure] of statuses) {
    simulator.meetNext({ proxySays });
    const outcome = await send({ chat, message }, access, api);
    assert.deepEqual(outcome, { ok: false, failure, code: proxySays });
  }
  const nowhere = await send({ chat, message }, access, telegramAt("http://127.0.0.1:9"));
  assert.deepEqual(nowhere, { ok: false, failure: "transient" });
});

test("a call that is ended by its owner is ambiguous", async (context) => {
  const { simulator, api } = await startTelegram(context);
  const owner = new AbortController();
  simulator.meetNext({ hangs: true });
  const sending = send({ chat, message }, access, { ...api, until: owner.signal });
  owner.abort();
  assert.deepEqual(await sending, { ok: false, failure: "ambiguous" });
});

test("the token is in the path and nowhere else, and one that is none is not asked about", async (context) => {
  const { api } = await startTelegram(context);
  const urls: string[] = [];
  const noted: TelegramApi = {
    ...api,
    call(call) {
      urls.push(call.url.href);
      assert.ok(!JSON.stringify([call.headers, call.body]).includes(access.token));
      return Promise.reject(new Error(call.url.href));
    },
  };
  const outcome = await send({ chat, message }, access, noted);
  assert.deepEqual(urls, [`${api.url}/bot${access.token}/sendMessage`]);
  assert.ok(!JSON.stringify(outcome).includes(access.token));
  for (const token of ["", "x", "1:", "1:a/../b", "1:a?b", "1:a b", "01:abc", ":abc", "1:é"]) {
    assert.equal(isTokenForm(token), false, token);
    assert.deepEqual(await callTelegram("getMe", {}, { token }, noted), {
      ok: false,
      failure: "auth",
    });
  }
  assert.equal(urls.length, 1);
  const wrong = { token: access.token.replace("Fake", "fake") };
  assert.deepEqual(await callTelegram("getMe", {}, wrong, api), {
    ok: false,
    failure: "auth",
    code: 401,
  });
});

test("an answer that never ends is cut", async (context) => {
  const { api } = await startTelegram(context);
  const endless: TelegramApi = {
    ...api,
    call: async (call) => {
      const answer = await api.call({
        ...call,
        limitBytes: () => Math.min(10, call.limitBytes({ statusCode: 200, headers: {} })),
      });
      assert.equal(answer.fault?.kind, "too_large");
      return answer;
    },
  };
  assert.deepEqual(await send({ chat, message }, access, endless), {
    ok: false,
    failure: "ambiguous",
  });
});

test("typing is shown", async (context) => {
  const { simulator, api } = await startTelegram(context);
  assert.equal((await showTyping(chat, access, api)).ok, true);
  assert.deepEqual(simulator.actions, [{ bot: botId, chat: customer, action: "typing" }]);
});
