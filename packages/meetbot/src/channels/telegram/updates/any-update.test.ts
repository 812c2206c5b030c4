import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bodyOf, customer, messageOf } from "../telegram.fixture.ts";
import { describeEvent } from "./inspect.ts";
import { readUpdate } from "./read-update.ts";
import { toFacts } from "./to-facts.ts";

/** Values that stand where nobody expects them. */
const anything = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      customer,
      "0",
      -1,
      "private",
      "group",
      "/start",
      "",
      true,
      null,
      2 ** 53,
    ),
    weight: 3,
  },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
);
const keys = [
  "message edited_message channel_post callback_query my_chat_member message_reaction business_message",
  "from chat sender_chat id type date edit_date message_id text caption data photo sticker emoji contact",
  "user_id location web_app_data new_chat_member status is_bot language_code forward_origin poll user",
  "inline_message_id update_id something_new __proto__ constructor toString",
].flatMap((line) => line.split(" "));
const { fields } = fc.letrec((tie) => ({
  fields: fc.oneof(
    { maxDepth: 5 },
    anything,
    fc.dictionary(fc.constantFrom(...keys), tie("fields"), { maxKeys: 7 }),
    fc.array(tie("fields"), { maxLength: 3 }),
  ),
}));

function readWhole(body: string) {
  const event = readUpdate(body);
  if (!event) return;
  assert.match(event.dedupeKey, /^[\x21-\x7e]{1,200}$/);
  assert.ok(event.atMs === null || Number.isSafeInteger(event.atMs));
  if (event.repliable) assert.ok(event.isPrivate && event.chat !== null && event.user !== null);
  JSON.stringify(describeEvent(event));
  for (const fact of toFacts(event).facts) assert.notEqual(fact.customer, "");
}

test("whatever stands in an update, it is read, and answered in private chats alone", () => {
  const updates = fc.dictionary(fc.constantFrom(...keys), fields, { maxKeys: 3 });
  fc.assert(
    fc.property(updates, fields, (update, message) => {
      readWhole(JSON.stringify(update));
      readWhole(bodyOf({ message }));
      const odd = typeof message === "object" && message !== null ? message : {};
      readWhole(bodyOf({ message: messageOf(odd) }));
      readWhole(bodyOf({ callback_query: { ...messageOf(odd), message } }));
    }),
    { numRuns: 500 },
  );
});

test("any JSON at all is read", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (json) => {
      readWhole(json);
      readWhole(`{"update_id":1,"message":${json}}`);
    }),
  );
});

test("a body that nests without end is read as far as it means something", () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  readWhole(deep);
  readWhole(
    bodyOf({ message: messageOf({ text: "hi", strange: 0 }) }).replace(
      '"strange":0',
      `"strange":${deep}`,
    ),
  );
});
