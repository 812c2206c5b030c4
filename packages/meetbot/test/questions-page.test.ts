import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { languages } from "@meetbot/presentation";
import { concerns, facts, surveys } from "../src/model/conversation/recognition.ts";
import { recognize } from "../src/recognition/recognize.ts";

const page = readFileSync(new URL("../../../docs/questions.md", import.meta.url), "utf8");

/** The rows below a heading, without what names the columns. */
function rowsBelow(heading: string): string[][] {
  const [, table = ""] = new RegExp(`## ${heading}\n[^|]*([^]*?)\n\n`).exec(page) ?? [];
  const rows = table.split("\n").slice(2);
  return rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The keys that a first cell names, in backticks. */
const keysIn = (cell = "") => [...cell.matchAll(/`(\w+)`/g)].map(([, key = ""]) => key);

/** All that the bot says, in English, with anything in its places. */
const phrases = Object.values(languages.en.dialog).flatMap((phrase) => {
  const parts = phrase.split(/\{\w+\}/).map((part) => part.replace(/[.?*+^$()[\]\\|]/g, "\\$&"));
  // One that is hardly more than its places would be everything.
  return parts.join("").length < 12 ? [] : [new RegExp(`^${parts.join(".*")}$`)];
});

test("the page for merchants names every fact, survey and concern, once", () => {
  assert.deepEqual(
    rowsBelow("Facts")
      .flatMap(([key]) => keysIn(key))
      .toSorted(),
    facts.toSorted(),
  );
  const asked = rowsBelow("Several orders").flatMap(([key]) => keysIn(key));
  assert.deepEqual(asked.toSorted(), surveys.toSorted());
  const named = rowsBelow("Concerns").flatMap(([key]) => keysIn(key));
  assert.deepEqual(named.toSorted(), concerns.toSorted());
});

test("each of its examples is understood as it says, in English and in Chinese", () => {
  for (const [key, english = "", chinese = ""] of rowsBelow("Facts")) {
    for (const said of [english, chinese]) {
      assert.deepEqual(recognize(said).about, keysIn(key), said);
    }
  }
  for (const [key, english = "", chinese = ""] of rowsBelow("Concerns")) {
    for (const said of [english, chinese]) {
      assert.equal(recognize(said).concern, keysIn(key)[0], said);
    }
  }
  for (const [key, english = "", chinese = ""] of rowsBelow("Several orders")) {
    for (const said of [english, chinese]) {
      assert.equal(recognize(said).narrowing?.survey, keysIn(key)[0], said);
    }
  }
  for (const [key, english = "", chinese = ""] of rowsBelow("Lists")) {
    for (const said of [english, chinese]) {
      const [name = ""] = Object.keys(recognize(said).narrowing ?? {});
      assert.ok(keysIn(key).includes(name), said);
    }
  }
});

test("each of its answers is what the bot says", () => {
  const answers = ["Facts", "Several orders", "Concerns"].flatMap((heading) =>
    rowsBelow(heading).map(([, , , answer = ""]) => answer),
  );
  // Those that begin with a small letter describe.
  for (const answer of answers.filter((one) => /^[A-Z]/.test(one))) {
    assert.ok(
      phrases.some((phrase) => phrase.test(answer.replaceAll("'", "’")) || phrase.test(answer)),
      answer,
    );
  }
});
