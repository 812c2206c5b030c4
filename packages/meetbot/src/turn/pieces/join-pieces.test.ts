import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import { recognize } from "../../recognition/recognize.ts";
import type { QueuedEvent } from "../../store/mailbox/put-off.ts";
import { joinPieces } from "./join-pieces.ts";

const tap = { kind: "tap", payload: "token" } as const;
const picture = { kind: "media", isPicture: true } as const;

type Written = string | EventContent;

const queued = (written: Written, nth: number): QueuedEvent => ({
  seq: nth + 3,
  dedupeKey: `key-${nth}`,
  content: typeof written === "string" ? { kind: "text", text: written } : written,
});

/** What is joined: how many of the messages, what the turn is of, and whether more is waited for. */
function join(first: Written, ...others: Written[]) {
  const [one = queued(first, 0), ...behind] = [first, ...others].map(queued);
  const { events, content, ...joined } = joinPieces(
    [one, ...behind],
    "en",
    (text, fallbackLocale) => recognize(text, { fallbackLocale }),
  );
  const isInOrder = events.every(({ seq }, nth) => seq === nth + 3);
  assert.ok(isInOrder && events.length > 0);
  return { count: events.length, of: content.kind === "text" ? content.text : content, ...joined };
}

const cases: [Written[], count: number, of: Written, isWhole: boolean][] = [
  // What asks is taken at once, and alone.
  [["where is my order?", "MB1234567"], 1, "where is my order?", true],
  [["my order", "MB1234567"], 1, "my order", true],
  [["MB1234567", "hi"], 1, "MB1234567", true],
  [["thanks", "hi"], 1, "thanks", true],
  // A greeting waits, and so does what only names an order behind it.
  [["hi"], 1, "hi", false],
  [["在吗"], 1, "在吗", false],
  [["hi", "excuse me"], 2, "hi", false],
  [["excuse me"], 1, "excuse me", false],
  [["hi", "my order"], 2, "my order", false],
  [["在吗", "我的快递"], 2, "我的快递", false],
  // What asks ends the waiting: all of it is one.
  [["hi", "MB1234567"], 2, "MB1234567", true],
  [["hi", "anna@example.com"], 2, "anna@example.com", true],
  [["hi", "yes"], 2, "yes", true],
  [["hi", "where is my order?", "MB1234567"], 2, "where is my order?", true],
  [["hi", "my order", "MB1234567", "and MB7654321?"], 3, "my order\nMB1234567", true],
  [["在吗", "我的快递", "怎么还没到"], 3, "我的快递\n怎么还没到", true],
  [["亲", "在吗", "请问", "1042到哪了"], 4, "1042到哪了", true],
  // So does what is no text.
  [["hi", tap, "MB1234567"], 2, tap, true],
  [["hi", picture], 2, picture, true],
  // Words that ask are not passed over for it.
  [["hi", "my order", tap], 2, "my order", true],
  // Events from others, and the customer's messages to others, get a turn of their own.
  [["hi", { kind: "rating_due", holder: "person" }], 1, "hi", true],
  [["hi", { kind: "text", text: "MB1234567", quiet: true }], 1, "hi", true],
  [["hi", { kind: "start", locale: null, account: null }, "MB1234567"], 1, "hi", true],
];

test("what asks is taken at once, a greeting with what follows it", () => {
  for (const [[first = "", ...others], count, of, isWhole] of cases) {
    const { read: _, greetedIn: __, ...joined } = join(first, ...others);
    assert.deepEqual(joined, { count, of, isWhole }, JSON.stringify([first, ...others]));
  }
});

test("what was read is read once, in the language of the greeting", () => {
  const { read, greetedIn } = join("在吗", "MB1234567");
  assert.equal(greetedIn, "zh");
  assert.deepEqual(read, recognize("MB1234567", { fallbackLocale: "zh" }));
  assert.equal(join("在吗", tap).greetedIn, "zh");
  assert.equal(join("where is my order?").greetedIn, null);
  assert.equal(join("在吗", "我的快递", "怎么还没到").read, null);
});
