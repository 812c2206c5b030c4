import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readBody } from "./read-body.ts";
import { receive } from "./receive.ts";
import { at, bodyOf, item, page, user } from "./webhook-body.fixture.ts";

/** Values that stand where nobody expects them. */
const anything = fc.oneof(
  {
    arbitrary: fc.constantFrom(page, user, "0", at, "message", "", "true", true, null, -1),
    weight: 3,
  },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
);
const keysOfItems = [
  "sender recipient timestamp message postback reaction message_edit referral optin delivery read",
  "pass_thread_control policy_enforcement account_linking mid text payload quick_reply attachments id",
  "user_ref is_echo is_deleted app_id metadata sticker_id watermark mids ref action num_edit __proto__",
]
  .join(" ")
  .split(" ");
const { items } = fc.letrec((tie) => ({
  items: fc.oneof(
    { maxDepth: 5 },
    anything,
    fc.dictionary(fc.constantFrom(...keysOfItems), tie("items"), { maxKeys: 6 }),
    fc.array(tie("items"), { maxLength: 3 }),
  ),
}));

test("whatever stands in a body that decodes, it is read: no event is lost, none throws", () => {
  const entries = fc.array(
    fc.record({ id: anything, messaging: fc.array(items), standby: fc.array(items) }),
  );
  fc.assert(
    fc.property(entries, (entry) => {
      const body = JSON.stringify({ object: "page", entry });
      const { events } = readBody(body);
      const held = entry.flatMap(({ messaging, standby }) => [...messaging, ...standby]);
      assert.equal(events.length, held.length);
      for (const event of events) {
        assert.match(event.dedupeKey, /^[\x21-\x7e]{1,200}$/);
        assert.ok(event.timestampMs === null || Number.isSafeInteger(event.timestampMs));
        if (event.standby || /^(echo|delivery|read)$/.test(event.kind)) assert(!event.repliable);
      }
      receive(body);
    }),
    { numRuns: 300 },
  );
});

test("any JSON at all is read", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (json) => {
      readBody(json);
      readBody(`{"object":"page","entry":[{"messaging":[{"message":${json}}]}]}`);
      readBody(`{"entry":${json}}`);
    }),
  );
});

test("a body that nests without end is read as far as it means something", () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  for (const body of [
    deep,
    bodyOf(item({ strange: 0 })).replace('"strange":0', `"strange":${deep}`),
  ]) {
    assert.ok(readBody(body).events.length <= 1);
  }
});
