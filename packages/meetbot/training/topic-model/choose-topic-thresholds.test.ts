import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseTopicThresholds, type RatedLine } from "./choose-topic-thresholds.ts";

const rate = (likelihoods: number[], kind: Omit<RatedLine, "likelihood">): RatedLine[] =>
  likelihoods.map((likelihood) => ({ likelihood, ...kind }));

const hundredths = Array.from({ length: 100 }, (_, index) => index / 100);

test("few lines about nothing are given a topic, and hardly a request for an order", () => {
  const lines = [
    ...rate(hundredths, { isNone: true, isActed: false }),
    ...rate([0.2, 0.985], { isNone: true, isActed: true }),
    ...rate([0.1, 0.2, 0.3], { isNone: false, isActed: false }),
  ];
  const { from, overOrderFrom } = chooseTopicThresholds(lines);
  const given = lines.filter(({ isNone, likelihood }) => isNone && likelihood >= from);
  assert.ok(given.length >= 1 && given.length <= 4, `${from}`);
  assert.ok(overOrderFrom > 0.985, `${overOrderFrom}`);
});

test("against a request for an order no topic counts that does not count without one", () => {
  const lines = rate(hundredths, { isNone: true, isActed: false });
  const { from, overOrderFrom } = chooseTopicThresholds(lines);
  assert.equal(overOrderFrom >= from, true);
});
