import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { CustomerLocale } from "@meetbot/presentation";
import { bodyOf, membershipOf, messageOf, tapOf } from "../telegram.fixture.ts";
import { receive } from "./receive.ts";

const contents = (update: object) => receive(bodyOf(update)).map(({ content }) => content);
const said = (fields: object) => contents({ message: messageOf(fields) })[0];
const inApp = (language_code: string) => ({ from: { ...messageOf({}).from, language_code } });

test("a start begins the conversation in the language of the app, and vouches for nobody", () => {
  const locales: [language: string, locale: CustomerLocale | null][] = [
    ["zh-hans", "zh"],
    ["zh", "zh"],
    ["en-GB", "en"],
    ["zh-hant", "zh-Hant"],
    ["de", "de"],
    ["it", null],
    ["", null],
  ];
  for (const [language, locale] of locales) {
    const start = said({ text: "/start ann@example.com", ...inApp(language) });
    assert.deepEqual(start, { kind: "start", locale, account: null });
  }
});

test("a command of the menu is a tap; other commands are words", () => {
  const cases: [text: string, content: EventContent][] = [
    ["/orders", { kind: "tap", payload: "menu:orders", locale: "zh" }],
    ["/Help@a_shop_bot ", { kind: "tap", payload: "menu:help", locale: "zh" }],
    ["/start_over", { kind: "tap", payload: "menu:start_over", locale: "zh" }],
    ["/orders 12345678", { kind: "text", text: "orders 12345678" }],
    ["/track_it UPS11012", { kind: "text", text: "track it UPS11012" }],
    ["/stop", { kind: "text", text: "stop" }],
    ["/constructor", { kind: "text", text: "constructor" }],
    ["/", { kind: "text", text: "/" }],
    ["and/or", { kind: "text", text: "and/or" }],
  ];
  for (const [text, content] of cases) assert.deepEqual(said({ text }), content, text);
});

test("a tap is never guessed at, and an empty one is none", () => {
  assert.deepEqual(contents({ callback_query: tapOf({ data: "token-1" }) }), [
    { kind: "tap", payload: "token-1", locale: "zh" },
  ]);
  for (const data of ["", undefined, "x".repeat(201)]) {
    assert.deepEqual(contents({ callback_query: tapOf({ data }) }), []);
  }
});

test("a caption is read, a thumb is said, and what cannot be read is told apart from silence", () => {
  const media = { kind: "media" };
  assert.deepEqual(said({ photo: [], caption: "where is 12345678?" }), {
    kind: "text",
    text: "where is 12345678?",
  });
  assert.deepEqual(said({ sticker: { emoji: "👍" } }), { kind: "text", text: "👍" });
  const unreadable = [
    { photo: [] },
    { photo: [], caption: " " },
    { sticker: {} },
    { voice: {} },
    { location: {} },
    { contact: { phone_number: "+8613900139000", user_id: messageOf({}).from.id } },
    { dice: {} },
    { web_app_data: { data: "x" } },
  ];
  for (const fields of unreadable) assert.deepEqual(said(fields), media, JSON.stringify(fields));
});

test("a reaction that stands for thanks or anger is said, once, and others are silent", () => {
  const message = messageOf({});
  const reacted = (now: string[], before: string[] = [], type = "emoji") =>
    contents({
      message_reaction: {
        ...{ chat: message.chat, user: message.from, message_id: 7, date: message.date },
        old_reaction: before.map((emoji) => ({ type: "emoji", emoji })),
        new_reaction: now.map((emoji) => ({ type, emoji })),
      },
    });
  for (const emoji of ["👍", "👍🏽", "❤", "❤️", "🙏", "👎", "😡"]) {
    assert.deepEqual(reacted([emoji]), [{ kind: "text", text: emoji }], emoji);
  }
  assert.deepEqual(reacted(["🔥", "👍"], ["🔥"]), [{ kind: "text", text: "👍" }]);
  assert.deepEqual(reacted([], ["👍"]), []);
  assert.deepEqual(reacted(["👍", "🔥"], ["👍"]), []);
  for (const emoji of ["🔥", "🤔", ""]) assert.deepEqual(reacted([emoji]), []);
  assert.deepEqual(reacted(["👍"], [], "custom_emoji"), []);
});

test("edits, empty reactions, notes of Telegram's and what blocks the bot begin no turn", () => {
  const message = messageOf({ text: "hi" });
  const silent = [
    { edited_message: message },
    { message_reaction: { ...message, user: message.from } },
    { my_chat_member: membershipOf("kicked") },
    { my_chat_member: membershipOf("member") },
    { message: messageOf({ pinned_message: {} }) },
    { message: messageOf({ text: " \n" }) },
    { guest_message: message },
  ];
  for (const update of silent) assert.deepEqual(contents(update), [], JSON.stringify(update));
});

test("of a long text the first 4,000 characters are read, and none of them is half", () => {
  assert.deepEqual(said({ text: "x".repeat(4096) }), { kind: "text", text: "x".repeat(4000) });
  const cut = said({ text: `${"x".repeat(3999)}👍` });
  assert.ok(cut?.kind === "text" && cut.text.isWellFormed());
});
