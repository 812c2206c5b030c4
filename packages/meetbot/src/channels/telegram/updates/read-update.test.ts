import assert from "node:assert/strict";
import { test } from "node:test";
import { ChannelError } from "../../channel.ts";
import {
  bodyOf,
  customer,
  groupMessageOf,
  membershipOf,
  messageOf,
  tapOf,
} from "../telegram.fixture.ts";
import { describeEvent } from "./inspect.ts";
import { readUpdate } from "./read-update.ts";

const read = (update: object) => readUpdate(bodyOf(update)) ?? assert.fail("no update");

test("each kind of message is told by what it holds", () => {
  const kinds: [kind: string, fields: object, repliable: boolean][] = [
    ["text", { text: "hello" }, true],
    ["text", { text: "/orders" }, true],
    ["text", { text: "/starting" }, true],
    ["start", { text: "/start" }, true],
    ["start", { text: "/START@a_shop_bot x" }, true],
    ["media", { photo: [{ file_id: "1" }], caption: "see" }, true],
    ["media", { animation: {}, document: {} }, true],
    ["media", { voice: {} }, true],
    ["media", { video_note: {} }, true],
    ["sticker", { sticker: { emoji: "👍" } }, true],
    ["location", { location: {} }, true],
    ["location", { venue: {}, location: {} }, true],
    ["contacts", { contact: { phone_number: "1" } }, true],
    ["web_app_data", { web_app_data: { data: "{}" } }, true],
    ["payment", { successful_payment: {} }, false],
    ["unsupported", { dice: { value: 6 } }, true],
    ["unsupported", { poll: {} }, true],
    ["unsupported", { story: {} }, true],
    ["unsupported", { giveaway_winners: {} }, true],
    ["unsupported", { something_of_next_year: {} }, true],
    ["system", { pinned_message: {} }, false],
    ["system", { write_access_allowed: {} }, false],
    ["system", { new_chat_members: [] }, false],
    ["system", { message_auto_delete_timer_changed: {} }, false],
    ["system", { delete_chat_photo: true }, false],
  ];
  for (const [kind, fields, repliable] of kinds) {
    const event = read({ message: messageOf(fields) });
    assert.deepEqual([event.kind, event.repliable], [kind, repliable], JSON.stringify(fields));
    assert.deepEqual([event.chat, event.user], [String(customer), String(customer)]);
  }
});

test("each kind of update is told by its field", () => {
  const message = messageOf({ text: "hi" });
  const kinds: [kind: string, update: object, repliable: boolean][] = [
    ["edit", { edited_message: message }, true],
    ["callback_query", { callback_query: tapOf({ data: "menu:orders" }) }, true],
    ["reaction", { message_reaction: { ...message, user: message.from, new_reaction: [] } }, true],
    ["unfollow", { my_chat_member: membershipOf("kicked") }, false],
    ["follow", { my_chat_member: membershipOf("member") }, false],
    [
      "member",
      { my_chat_member: membershipOf("member", { chat: { id: -5, type: "group" } }) },
      false,
    ],
    ["member", { chat_member: membershipOf("member") }, false],
    ["channel_post", { channel_post: groupMessageOf({ text: "hi" }) }, false],
    ["channel_post", { edited_channel_post: groupMessageOf({ text: "hi" }) }, false],
    // Chats of a person who let the bot answer, and of guests, are not the bot's own.
    ["text", { business_message: message }, false],
    ["edit", { edited_business_message: message }, false],
    ["text", { guest_message: message }, false],
    ["deleted", { deleted_business_messages: { chat: message.chat } }, false],
    ["other", { inline_query: { id: "1", from: message.from } }, false],
    ["other", { poll: { id: "1" } }, false],
    ["other", { chat_join_request: message }, false],
    ["unknown", { something_of_next_year: message }, false],
    ["unknown", {}, false],
    ["unknown", { message: "text" }, false],
  ];
  for (const [kind, update, repliable] of kinds) {
    const event = read(update);
    assert.deepEqual([event.kind, event.repliable], [kind, repliable], JSON.stringify(update));
  }
});

test("nobody is answered but a person in a private chat", () => {
  const nobody = [
    groupMessageOf({ text: "hi" }),
    messageOf({ text: "hi", chat: { id: -225456171, type: "group" } }),
    messageOf({ text: "hi", chat: { id: -225456171 } }),
    messageOf({ text: "hi", chat: { id: 5, type: "channel" } }),
    messageOf({ text: "hi", from: { id: 1087968824, is_bot: true } }),
    messageOf({ text: "hi", sender_chat: { id: -5 } }),
    messageOf({ text: "hi", from: undefined }),
    messageOf({ text: "hi", chat: undefined }),
  ];
  for (const message of nobody) assert.equal(read({ message }).repliable, false);
  const group = groupMessageOf({}).chat;
  for (const message of [messageOf({ chat: group }), undefined]) {
    const tap = tapOf({ data: "x", message, inline_message_id: "1" });
    assert.equal(read({ callback_query: tap }).repliable, false);
  }
});

test("a start link's words, a tap, its old message, a contact and a forwarded text are read whole", () => {
  const start = read({ message: messageOf({ text: "/start order_12345678" }) });
  assert.equal(start.kind === "start" && start.payload, "order_12345678");
  assert.deepEqual([start.language, start.atMs], ["zh-hans", 1_790_000_000_000]);

  const gone = { chat: messageOf({}).chat, message_id: 7, date: 0 };
  const tap = describeEvent(read({ callback_query: tapOf({ data: "token", message: gone }) }));
  assert.deepEqual(
    [tap.id, tap.payload, tap.chat, tap.timestamp_ms],
    ["23028512345678901", "token", String(customer), null],
  );
  const contacts: [fields: object, isOwn: boolean][] = [
    [{ contact: { user_id: customer } }, true],
    [{ contact: { user_id: 4400011122 } }, false],
    [{ contact: {} }, false],
    [{ contact: { user_id: customer }, forward_origin: { type: "user" } }, false],
  ];
  for (const [fields, isOwn] of contacts) {
    assert.equal(describeEvent(read({ message: messageOf(fields) })).own_contact, isOwn);
  }
  const forwarded = messageOf({ text: "hi", forward_origin: { type: "hidden_user" } });
  assert.equal(describeEvent(read({ message: forwarded })).forwarded, true);
  assert.equal(describeEvent(read({ message: messageOf({ text: "hi" }) })).forwarded, undefined);
});

test("ids lose no digit, whether they come as text or as number", () => {
  const body = `{"update_id":18446744073709551615,"message":{"message_id":9007199254740993,
    "from":{"id":"4503599627370495","is_bot":false},"chat":{"id":4503599627370495,"type":"private"},
    "date":"1790000000","text":"1234567890123456789"}}`;
  const event = describeEvent(readUpdate(body) ?? assert.fail());
  assert.deepEqual(
    [event.update_id, event.id, event.user, event.chat, event.timestamp_ms],
    [
      "18446744073709551615",
      "9007199254740993",
      "4503599627370495",
      "4503599627370495",
      1_790_000_000_000,
    ],
  );
});

test("an edit tells when it was edited, everything else when it was sent", () => {
  const edited = messageOf({ text: "hi", edit_date: 1_790_000_090 });
  assert.equal(read({ edited_message: edited }).atMs, 1_790_000_090_000);
  assert.equal(read({ message: edited }).atMs, 1_790_000_000_000);
  for (const date of [undefined, null, "soon", -5, 1.5, {}, "9".repeat(40)]) {
    assert.equal(read({ message: messageOf({ text: "hi", date }) }).atMs, null, String(date));
  }
});

test("an update that comes again has the same key, and another one never", () => {
  const one = bodyOf({ message: messageOf({ text: "hi" }) });
  assert.equal(readUpdate(one)?.dedupeKey, "update:910000001");
  assert.equal(readUpdate(one.replace('"hi"', '"edited"'))?.dedupeKey, "update:910000001");
  const nameless = '{"message":{"text":"hi"}}';
  assert.match(readUpdate(nameless)?.dedupeKey ?? "", /^sha256:[\w-]{43}$/);
  assert.equal(readUpdate(nameless)?.dedupeKey, readUpdate(nameless)?.dedupeKey);
  assert.notEqual(readUpdate(nameless)?.dedupeKey, readUpdate('{"message":{}}')?.dedupeKey);
});

test("JSON that is no update holds none; what is no JSON is refused", () => {
  for (const body of ["null", "[]", '"text"', "5", "true"]) assert.equal(readUpdate(body), null);
  assert.equal(readUpdate("\ufeff{}")?.kind, "unknown");
  for (const body of ["", "not json", '{"update_id":1,', "{'a':1}"]) {
    assert.throws(
      () => readUpdate(body),
      (error) => error instanceof ChannelError && error.code === "invalid_json",
    );
  }
});
