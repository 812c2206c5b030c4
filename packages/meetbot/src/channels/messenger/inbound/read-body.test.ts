import assert from "node:assert/strict";
import { test } from "node:test";
import { ChannelError } from "../../channel.ts";
import { readBody } from "./read-body.ts";
import { at, bodyOf, item, page, standbyOf, user } from "./webhook-body.fixture.ts";

/** The only event of a body with one item. */
function eventOf(fields: object) {
  const { events } = readBody(bodyOf(item(fields)));
  assert.equal(events.length, 1);
  return events[0]!;
}

test("each kind of item is told by what it holds", () => {
  const kinds: [kind: string, fields: object, repliable: boolean][] = [
    ["text", { message: { mid: "m1", text: "hello", nlp: {} } }, true],
    ["text", { message: { mid: "m1", text: "see", attachments: [{ type: "fallback" }] } }, true],
    ["quick_reply", { message: { mid: "m1", text: "A", quick_reply: { payload: "a" } } }, true],
    [
      "attachment",
      { message: { mid: "m1", attachments: [{ type: "image", payload: null }] } },
      true,
    ],
    [
      "attachment",
      { message: { mid: "m1", attachments: { type: "fallback", payload: "blob" } } },
      true,
    ],
    ["sticker", { message: { mid: "m1", sticker_id: 369239263222822 } }, true],
    [
      "sticker",
      { message: { attachments: [{ type: "sticker", payload: { sticker_id: 7 } }] } },
      true,
    ],
    ["deleted", { message: { mid: "m1", is_deleted: true } }, false],
    ["unsupported", { message: { mid: "m1", is_unsupported: "true" } }, true],
    ["unknown", { message: { mid: "m1" } }, false],
    ["unknown", { message: "text" }, false],
    ["echo", { message: { mid: "m1", is_echo: true, text: "hello" } }, false],
    ["postback", { postback: { title: "Go", payload: "go" } }, true],
    ["reaction", { reaction: { mid: "m1", action: "react", emoji: "❤" } }, true],
    ["edit", { message_edit: { mid: "m1", text: "hallo", num_edit: "1" } }, true],
    ["referral", { referral: { ref: "sale", source: "SHORTLINK", type: "OPEN_THREAD" } }, true],
    ["optin", { optin: { ref: "sale" } }, true],
    ["delivery", { delivery: { mids: ["m1"], watermark: at } }, false],
    ["read", { read: { watermark: at } }, false],
    ["thread_control", { pass_thread_control: { new_owner_app_id: 1 } }, false],
    ["thread_control", { take_thread_control: { previous_owner_app_id: 1 } }, false],
    ["thread_control", { request_thread_control: { requested_owner_app_id: 1 } }, false],
    ["thread_control", { app_roles: { 1: ["primary_receiver"] } }, false],
    ["policy", { "policy-enforcement": { action: "block" } }, false],
    ["policy", { policy_enforcement: { action: "warning" } }, false],
    ["account_linking", { account_linking: { status: "linked" } }, true],
    ["game_play", { game_play: { game_id: "1" } }, true],
    ["payment", { payment: { payload: "p" } }, true],
    ["payment", { checkout_update: { payload: "p" } }, true],
    ["unknown", { something_new: { mid: "m1" } }, false],
    ["unknown", {}, false],
  ];
  for (const [kind, fields, repliable] of kinds) {
    const event = eventOf(fields);
    assert.deepEqual([event.kind, event.repliable], [kind, repliable], JSON.stringify(fields));
    assert.deepEqual([event.page, event.user], [page, user]);
  }
});

test("in standby nothing is answered, and a button comes without its payload", () => {
  const { events } = readBody(
    standbyOf(
      item({ message: { mid: "m1", text: "hello" } }),
      item({ postback: { title: "Get Started" } }),
      item({}),
    ),
  );
  assert.deepEqual(
    events.map(({ kind, standby, repliable }) => [kind, standby, repliable]),
    [
      ["text", true, false],
      ["postback", true, false],
      ["unknown", true, false],
    ],
  );
});

test("an echo goes from the page to the customer; the entry says which is which", () => {
  const message = {
    mid: "m1",
    is_echo: true,
    app_id: 1517776481860111,
    metadata: "17",
    text: "hi",
  };
  const sent = readBody(bodyOf({ sender: { id: page }, recipient: { id: user }, message }))
    .events[0]!;
  assert.deepEqual([sent.page, sent.user, sent.repliable], [page, user, false]);
  assert.deepEqual([sent.appId, sent.metadata], ["1517776481860111", "17"]);
  const turned = eventOf({ message });
  assert.deepEqual([turned.page, turned.user], [page, user]);
  const { events } = readBody(
    JSON.stringify({
      entry: { messaging: { sender: { id: "P" }, recipient: { id: "U" }, message } },
    }),
  );
  assert.deepEqual([events[0]?.page, events[0]?.user], ["P", "U"]);
});

test("what the page itself says without an echo's mark is not answered", () => {
  const [event] = readBody(
    bodyOf({ sender: { id: page }, recipient: { id: user }, message: { mid: "m1", text: "hi" } }),
  ).events;
  assert.deepEqual([event?.page, event?.user, event?.repliable], [page, user, false]);
});

test("ids lose no digit, whether they come as text or as number", () => {
  const json = `{"object":"page","entry":[{"id":10293847561029384756,"messaging":[{
    "sender":{"id":98765432109876543210},"recipient":{"id":10293847561029384756},"timestamp":"1790000000",
    "message":{"mid":"m1","text":"1234567890123456789","app_id":123}}]}]}`;
  const [event] = readBody(json).events;
  assert.equal(event?.page, "10293847561029384756");
  assert.equal(event?.user, "98765432109876543210");
  assert.equal(event?.text, "1234567890123456789");
  assert.equal(event?.appId, "123");
});

test("moments come in milliseconds, in seconds, as text and in ISO 8601", () => {
  const moments: [given: unknown, read: number | null][] = [
    [at, at],
    [String(at), at],
    [at / 1000, at],
    [String(at / 1000), at],
    ["2026-09-21T15:33:20+0000", Date.UTC(2026, 8, 21, 15, 33, 20)],
    ["2026-09-21T15:33:20.500Z", Date.UTC(2026, 8, 21, 15, 33, 20, 500)],
    [30, 30],
    [undefined, null],
    [null, null],
    ["soon", null],
    ["2026-99-99", null],
    [-5, null],
    [{}, null],
    ["9".repeat(40), null],
  ];
  for (const [timestamp, read] of moments) {
    assert.equal(
      eventOf({ timestamp, message: { text: "hi" } }).timestampMs,
      read,
      String(timestamp),
    );
  }
});

test("who has no page-scoped id is known by a user_ref, and said to be", () => {
  const checkbox = readBody(
    bodyOf({ recipient: { id: page }, timestamp: at, optin: { ref: "r", user_ref: "ref-1" } }),
  ).events[0];
  assert.deepEqual([checkbox?.user, checkbox?.isUserRef], ["ref-1", true]);
  const plugin = eventOf({ sender: { user_ref: 987654321 }, postback: { payload: "start" } });
  assert.deepEqual([plugin.user, plugin.isUserRef], ["987654321", true]);
  assert.equal(eventOf({ message: { text: "hi" } }).isUserRef, false);
});

test("an event without a customer is kept and not answered", () => {
  const { events } = readBody(
    bodyOf({ recipient: { id: page }, timestamp: at, message: { text: "hi" } }, {}, null, "x", 5),
  );
  assert.deepEqual(
    events.map(({ kind, page, user, repliable }) => [kind, page, user, repliable]),
    [["text", page, null, false], ...Array(4).fill(["unknown", page, null, false])],
  );
});

test("the dashboard's Test button is read, and never answered", () => {
  const { events } = readBody(
    bodyOf({
      sender: { id: "12334" },
      recipient: { id: "23245" },
      timestamp: "1527459824",
      message: { mid: "test_message_id", text: "test_message" },
    }),
  );
  assert.deepEqual(
    events.map(({ kind, repliable, timestampMs }) => [kind, repliable, timestampMs]),
    [["text", false, 1_527_459_824_000]],
  );
  const ofNobody = eventOf({ sender: { id: "12334" }, message: { text: "test_message" } });
  assert.deepEqual([ofNobody.page, ofNobody.repliable], [page, false]);
});

test("every entry and every item of a batch is read; changes of a page stand apart", () => {
  const body = JSON.stringify({
    object: "page",
    entry: [
      { id: "1", messaging: [item({ message: { text: "a" } }), item({ read: { watermark: 1 } })] },
      { id: "2", standby: [item({ message: { text: "b" } })] },
      {
        id: "3",
        time: 1_790_000_000,
        changes: [
          { field: "feed", value: { post: 1 } },
          { field: "message_template_status_update" },
        ],
      },
      { id: "4" },
      null,
    ],
  });
  const { events, changes } = readBody(body);
  assert.deepEqual(
    events.map(({ kind, standby }) => [kind, standby]),
    [
      ["text", false],
      ["read", false],
      ["text", true],
    ],
  );
  assert.deepEqual(changes, [
    { page: "3", field: "feed", value: { post: 1 }, atMs: 1_790_000_000_000 },
    { page: "3", field: "message_template_status_update", value: {}, atMs: 1_790_000_000_000 },
  ]);
});

test("bodies of other objects, and JSON that is no webhook, hold no events", () => {
  const entry = [{ id: page, messaging: [item({ message: { text: "hi" } })] }];
  assert.equal(readBody(JSON.stringify({ object: "page", entry })).events.length, 1);
  assert.equal(readBody(JSON.stringify({ object: "instagram", entry })).events.length, 1);
  assert.equal(readBody(JSON.stringify({ entry })).events.length, 1);
  for (const body of [{ object: "user", entry }, { object: 5, entry }, [], null, 5, "x", {}]) {
    assert.deepEqual(readBody(JSON.stringify(body)), { events: [], changes: [] });
  }
});

test("a byte order mark is passed over; what is no JSON is refused", () => {
  assert.equal(readBody(`\ufeff${bodyOf(item({ message: { text: "hi" } }))}`).events.length, 1);
  for (const body of ["", "  ", "nope", "{", '{"object":"page"', "\ufeff\ufeff{}"]) {
    assert.throws(
      () => readBody(body),
      (error) => error instanceof ChannelError && error.code === "invalid_json",
    );
  }
});

test("events with the same message id are not the same event; a repetition is", () => {
  const events = readBody(
    bodyOf(
      item({ message: { mid: "m1", text: "hi" } }),
      item({ message: { mid: "m1", is_echo: true } }),
      item({ message: { mid: "m1", is_deleted: true } }),
      item({ postback: { mid: "m1", payload: "go" } }),
      item({ postback: { payload: "go" } }),
      item({ postback: { payload: "come" } }),
      item({ timestamp: at + 1, postback: { payload: "go" } }),
      item({ reaction: { mid: "m1", action: "react" } }),
      item({ reaction: { mid: "m1", action: "unreact" } }),
      item({ timestamp: at + 1, reaction: { mid: "m1", action: "react" } }),
      item({ message_edit: { mid: "m1", text: "ho", num_edit: 1 } }),
      item({ message_edit: { mid: "m1", text: "hu", num_edit: 2 } }),
      item({ referral: { ref: "a" } }),
      item({ referral: { ref: "b" } }),
      item({ optin: { ref: "a" } }),
      item({ message: { text: "no id" } }),
      item({ message: { text: "nor here" } }),
      item({ recipient: { id: "another page" }, message: { mid: "m1", text: "hi" } }),
      item({ message: { mid: "m".repeat(5000), text: "hi" } }),
      item({ message: { mid: "m\u0000", text: "hi" } }),
      item({ something_new: 1 }),
      item({ something_new: 2 }),
    ),
  ).events;
  const keys = events.map(({ dedupeKey }) => dedupeKey);
  assert.equal(new Set(keys).size, events.length);
  for (const key of keys) assert.match(key, /^[\x21-\x7e]{1,200}$/);
  const again = readBody(bodyOf(item({ message: { mid: "m1", text: "hi" } }))).events[0];
  assert.equal(again?.dedupeKey, keys[0]);
});
