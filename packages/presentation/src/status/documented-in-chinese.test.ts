import { test } from "node:test";
import { stageWords } from "../languages/zh/words/stage-words.ts";
import { assertKept, row } from "./kept-table.fixture.ts";
import { orderStatuses, packageStatuses } from "./known-statuses.ts";
import { type Stage, stages } from "./stages.ts";
import { textsOf } from "./texts-of.fixture.ts";

const written = (patterns: Record<string, RegExp> = {}) =>
  ["zh", "en"].flatMap((language) => (patterns[language] ? textsOf(patterns[language]) : []));

const bare = (text: string) => text.replaceAll(" ", "");

/** In Chinese and in English; of those that differ by their spaces the one with most. */
function texts(patterns?: Record<string, RegExp>): string {
  const all = written(patterns).toSorted((a, b) => b.length - a.length);
  const kept = new Set(
    all.filter((text, nth) => all.findIndex((one) => bare(one) === bare(text)) === nth),
  );
  return written(patterns)
    .filter((text) => kept.has(text))
    .join(", ");
}

test("the Chinese protocol page has each status that is known in Chinese or English", () => {
  const rows = Object.entries(stages).map(([stage, { masked }]) =>
    row([
      ...[stageWords[stage as Stage], stageWords[masked ?? "on_file"]],
      ...[texts(orderStatuses[stage as Stage]), texts(packageStatuses[stage as Stage])],
    ]),
  );
  const head = [
    "顾客看到",
    "什么都没证明过的顾客看到",
    "订单的 `status`",
    "包裹的 `package_status`",
  ];
  assertKept("zh/protocol.md", "| 顾客看到 |", [row(head), "|---|---|---|---|", ...rows]);
});
