import assert from "node:assert/strict";
import { test } from "node:test";
import { readLines } from "./read-lines.ts";

test("each line says whose words it is: the customer's, the bot's, a person's by name", () => {
  const at = new Date("2026-11-29T10:00:00Z");
  const bot = { name: "Northwind", timeZone: "UTC" };
  const text = (words: string) => ({ kind: "text", locale: "en", text: words }) as const;
  const content = { kind: "text", text: "Is anybody there?" } as const;
  const lines = readLines(
    [
      { seq: 1, at, from: "customer", event: { dedupeKey: "1", content } },
      { seq: 2, at, from: "bot", reply: text("I have called a person.") },
      {
        ...{ seq: 3, at, from: "person", name: "Ada" },
        reply: { ...text("Good morning."), person: { name: "Ada" } },
      },
    ],
    { bot, locale: "en", now: 0 },
  );
  assert.deepEqual(
    lines.map(({ from, text: words }) => [from, words]),
    [
      ["You", "Is anybody there?"],
      ["Northwind", "I have called a person."],
      ["Ada", "Good morning."],
    ],
  );
});
