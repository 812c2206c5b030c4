import assert from "node:assert/strict";
import { test } from "node:test";
import { receive } from "./receive.ts";
import { at, bodyOf, item, standbyOf } from "./webhook-body.fixture.ts";

/** What the mailbox gets of a body with one item. */
const contentOf = (fields: object) => receive(bodyOf(item(fields))).map(({ content }) => content);

test("texts, taps and links reach the mailbox; what only reports does not", () => {
  assert.deepEqual(contentOf({ message: { mid: "m1", text: "我的订单" } }), [
    { kind: "text", text: "我的订单" },
  ]);
  assert.deepEqual(
    contentOf({ message: { text: "My orders", quick_reply: { payload: "menu:orders" } } }),
    [{ kind: "tap", payload: "menu:orders" }],
  );
  assert.deepEqual(contentOf({ postback: { title: "Help", payload: "menu:help" } }), [
    { kind: "tap", payload: "menu:help", locale: "en" },
  ]);
  const started = [{ kind: "start", locale: null, account: null }];
  assert.deepEqual(
    contentOf({ postback: { payload: "start", referral: { ref: "a@b.co" } } }),
    started,
  );
  assert.deepEqual(contentOf({ referral: { ref: "a@b.co" } }), started);
  assert.deepEqual(contentOf({ optin: { ref: "a@b.co" } }), started);
  assert.deepEqual(contentOf({ message: { text: " \n " } }), []);
  assert.deepEqual(contentOf({ reaction: { mid: "m1", action: "react" } }), []);
  assert.deepEqual(contentOf({ read: { watermark: at } }), []);
});

test("a button tells the language in which who taps uses Facebook, if that is one of ours", () => {
  const localeOf = (title: string, payload = "start") => {
    const [content] = contentOf({ postback: { title, payload } });
    return content && "locale" in content ? content.locale : undefined;
  };
  assert.equal(localeOf("开始使用"), "zh");
  assert.equal(localeOf("Get Started"), "en");
  assert.equal(localeOf("我的订单到哪儿了？", "menu:orders"), "zh");
  for (const title of ["Почати", "👍", ""]) {
    assert.equal(localeOf(title), null, title);
  }
});

test("an email or a phone number given by its button is a text, and proves nothing", () => {
  const text = "ada@shop.example";
  assert.deepEqual(contentOf({ message: { text, quick_reply: { payload: text } } }), [
    { kind: "text", text },
  ]);
});

test("the blue thumb says what it shows; what else is no text is known to be something", () => {
  assert.deepEqual(contentOf({ message: { sticker_id: 369239343222814 } }), [
    { kind: "text", text: "👍" },
  ]);
  const picture = { type: "image", payload: { url: "https://cdn.example/1.png" } };
  for (const message of [
    { sticker_id: 1 },
    { attachments: [picture] },
    { attachments: [picture, { type: "audio", payload: null }, { type: "file" }] },
    { is_unsupported: true },
  ]) {
    assert.deepEqual(contentOf({ message }), [{ kind: "media" }]);
  }
  // A shared link and a picture with words are read by their words.
  const shared = { text: "see this", attachments: [{ type: "fallback" }] };
  assert.deepEqual(contentOf({ message: shared }), [{ kind: "text", text: "see this" }]);
  assert.deepEqual(contentOf({ message: { is_deleted: true, attachments: [picture] } }), []);
});

test("no more than the first 4000 characters of a text are read", () => {
  const [content] = contentOf({ message: { text: "x".repeat(20_000) } });
  assert.deepEqual(content, { kind: "text", text: "x".repeat(4000) });
});

test("the mailbox gets a batch in the order in which it happened", () => {
  const said = (text: string, timestamp?: number) =>
    item({ timestamp, message: { mid: text, text } });
  const body = bodyOf(said("third", 30), said("also third"), said("first", 10), said("second", 20));
  assert.deepEqual(
    receive(body).map(({ content }) => content.kind === "text" && content.text),
    ["first", "second", "third", "also third"],
  );
});

test("nothing of a standby reaches the mailbox", () => {
  assert.deepEqual(receive(standbyOf(item({ message: { mid: "m1", text: "hello" } }))), []);
});
