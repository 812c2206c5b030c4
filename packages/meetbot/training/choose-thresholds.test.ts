import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chooseThresholds, type WeighedLine } from "./choose-thresholds.ts";

const spread = (from: number, to: number, count: number, isOrder: boolean, isFar = false) =>
  Array.from(
    { length: count },
    (_, index): WeighedLine => ({
      odds: from + ((to - from) * index) / count,
      isOrder,
      isFar,
      isNearMiss: false,
    }),
  );
const oddsOf = (likelihood: number) => Math.log(likelihood / (1 - likelihood));

const orders = spread(0, 4, 100, true);
const others = spread(-4, 0.5, 400, false);

describe("the thresholds", () => {
  it("act where requests part from the rest, and ask below where few are asked in vain", () => {
    const { actFrom, clarifyFrom } = chooseThresholds([...orders, ...others]);
    assert.ok(oddsOf(actFrom) > 0 && oddsOf(actFrom) < 1.2, `${oddsOf(actFrom)}`);
    assert.ok(oddsOf(clarifyFrom) < 0.5 && oddsOf(clarifyFrom) > -0.6, `${oddsOf(clarifyFrom)}`);
  });

  it("act later where lines far from any shop would be taken", () => {
    const far = spread(-4, 2, 3000, false, true);
    const { actFrom } = chooseThresholds([...orders, ...others, ...far]);
    assert.ok(oddsOf(actFrom) >= 1.9, `${oddsOf(actFrom)}`);
  });
});
