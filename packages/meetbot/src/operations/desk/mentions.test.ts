import assert from "node:assert/strict";
import { test } from "node:test";
import { handleOf, mentionedIn } from "./mentions.ts";

const people = [
  { operatorId: "ada", name: "Ada Lovelace" },
  { operatorId: "bo", name: "Bo" },
  { operatorId: "lin", name: "客服小林" },
  { operatorId: "mail", name: "eva@shop.example" },
];

test("a note calls colleagues by their handle or first name, and by nothing else", () => {
  const notes: [text: string, called: string[]][] = [
    ["@adalovelace please", ["ada"]],
    ["@Ada, and @BO.", ["ada", "bo"]],
    ["@客服小林请看一下", ["lin"]],
    ["@evashopexample", ["mail"]],
    ["write to ada@shop.example or x@bold.example", []],
    ["@bob @adaline @ ada", []],
    ["<a href='@bo'>", ["bo"]],
  ];
  for (const [text, called] of notes) assert.deepEqual(mentionedIn(text, people), called, text);
  for (const one of people) {
    assert.deepEqual(mentionedIn(`@${handleOf(one)}`, people), [one.operatorId]);
  }
});

test("of two of one name both are called", () => {
  const twins = [...people, { operatorId: "other", name: "Ada Byron" }];
  assert.deepEqual(mentionedIn("@ada", twins), ["ada", "other"]);
});

test("10,000 mentions are read in a moment, and call each colleague once", () => {
  const start = process.cpuUsage();
  assert.deepEqual(mentionedIn("@ada @nobody ".repeat(5_000), people), ["ada"]);
  assert.deepEqual(mentionedIn("@".repeat(10_000), people), []);
  assert.deepEqual(mentionedIn(`@${"a".repeat(10_000)}`, people), []);
  assert(process.cpuUsage(start).user < 5_000_000); // microseconds of the processor's time
});
