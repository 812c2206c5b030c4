import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { answerLimits } from "@meetbot/model/answers/answer-limits.ts";
import { catalog } from "@meetbot/model/topics/catalog.ts";
import { readBookFile } from "../src/operations/answers/book-file.ts";

const page = await readFile(new URL("../../../docs/answers.md", import.meta.url), "utf8");

test("the file on the page is one that is imported, with all of it", () => {
  const [, file = ""] = /```yaml\n(.*?)```/s.exec(page) ?? [];
  const { book, faults } = readBookFile(file, null);
  assert.deepEqual(faults, []);
  assert.deepEqual(Object.keys(book?.answers ?? {}), [
    "returns",
    "opening_hours",
    "own_gift_cards",
  ]);
  assert.equal(book?.ownTopics[0]?.examples.length, 3);
  assert.equal(book?.taught.length, 2);
});

test("the page lists every topic that a bot knows", () => {
  const listed = Array.from(page.matchAll(/^\| `(\w+)` \|/gm), ([, id]) => id);
  assert.deepEqual(listed.sort(), catalog.map(({ id }) => id).sort());
});

test("the page tells the limits that are kept", () => {
  const told = Array.from(page.matchAll(/^\| [a-z' ]+ \| ([\d,]+)/gm), ([, number = ""]) =>
    Number(number.replace(",", "")),
  );
  const { textLength, buttons, titleLength, ownTopics, examples, exampleLength } = answerLimits;
  const { taught, bookBytes, versions } = answerLimits;
  const kept = [textLength, buttons, titleLength, ownTopics, examples, exampleLength];
  assert.deepEqual(told, [...kept, taught, bookBytes / 1024, versions]);
});
