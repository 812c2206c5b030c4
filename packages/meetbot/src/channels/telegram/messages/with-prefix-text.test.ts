import assert from "node:assert/strict";
import { test } from "node:test";
import type { PhotoMessage, TextMessage } from "../api/telegram-message.ts";
import { withPrefixText } from "./with-prefix-text.ts";

const text: TextMessage = {
  ...{ method: "sendMessage", text: "Order 1", entities: [{ type: "bold", offset: 0, length: 7 }] },
  link_preview_options: { is_disabled: true },
};
const photo: PhotoMessage = {
  ...{ method: "sendPhoto", photo: "https://cdn.example/a.jpg", caption: "Order 1" },
  caption_entities: [{ type: "bold", offset: 0, length: 7 }],
};

test("a text and what comes behind it are one message, and what stood out still does", () => {
  const lead = "Here it is 👍:";
  const entity = { type: "bold", offset: lead.length + 2, length: 7 };
  assert.deepEqual(withPrefixText(lead, text), {
    ...text,
    text: `${lead}\n\nOrder 1`,
    entities: [entity],
  });
  const caption = `${lead}\n\nOrder 1`;
  assert.deepEqual(withPrefixText(lead, photo), { ...photo, caption, caption_entities: [entity] });
  const { entities: _, ...unmarked } = text;
  assert.deepEqual(withPrefixText("Hi", unmarked), { ...unmarked, text: "Hi\n\nOrder 1" });
});

test("what is too long together stays apart", () => {
  assert.notEqual(withPrefixText("x".repeat(4096 - 9), text), null);
  assert.equal(withPrefixText("x".repeat(4096 - 8), text), null);
  assert.notEqual(withPrefixText("x".repeat(1024 - 9), photo), null);
  assert.equal(withPrefixText("x".repeat(1024 - 8), photo), null);
});
