import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { stageWords } from "../languages/en/words/stage-words.ts";
import { orderStatuses, packageStatuses } from "./known-statuses.ts";
import { stageOf } from "./stage-of.ts";
import type { Stage } from "./stages.ts";
import { textsOf } from "./texts-of.fixture.ts";

const protocol = readFileSync(new URL("../../../../docs/protocol.md", import.meta.url), "utf8");
const [, table = ""] = /### Known stages\n[^|]*([\s\S]*?)\n\n/.exec(protocol) ?? [];

/** What a merchant finds in a row: the texts of orders and of packages, spelled in any way. */
const rows = new Map(
  table.split("\n").map((row) => {
    const [, told = "", , ofOrder = "", ofPackage = ""] = row.split("|").map((cell) => cell.trim());
    return [told, { order: ofOrder.split(", "), package: ofPackage.split(", ") }];
  }),
);

/** `en preparacion` and `intransit` are read too, and are not written down beside the usual spelling. */
const spelled = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}|\s/gu, "")
    .toLowerCase();

for (const [of, statuses] of [
  ["order", orderStatuses],
  ["package", packageStatuses],
] as const) {
  test(`the protocol names each status that is known of ${of}s, in every language`, () => {
    for (const [stage, written] of Object.entries(statuses)) {
      const named = rows.get(stageWords[stage as Stage])?.[of].map(spelled) ?? [];
      for (const text of Object.values(written).flatMap(textsOf)) {
        assert.ok(named.includes(spelled(text)), `${text} is missing for “${stage}”`);
        assert.equal(stageOf(text, of)?.stage, stage, text);
      }
    }
  });

  test(`the protocol names none that is not known of ${of}s`, () => {
    for (const [told, texts] of [...rows].slice(2)) {
      for (const text of texts[of].filter(Boolean)) {
        const stage = stageOf(text, of)?.stage;
        assert.equal(stage && stageWords[stage], told, text);
      }
    }
  });
}

test("a pattern is read as all that it takes, and what cannot be read is refused", () => {
  assert.deepEqual(textsOf(/^(a(b)?|[cd]e)$/), ["ab", "a", "ce", "de"]);
  assert.throws(() => textsOf(/^a+$/), /is not read here/);
});
