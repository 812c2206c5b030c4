import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fitStack, type StackExample } from "./fit-stack.ts";

/** So many examples with one sign set or not, so many of which ask for an order. */
function draw(sign: number, count: number, orders: number): StackExample[] {
  return Array.from({ length: count }, (_, index) => ({
    signs: Float64Array.of(sign),
    isOrder: index < orders,
    weight: 1,
  }));
}

const examples = [...draw(1, 40, 30), ...draw(0, 40, 10)];
const fit = (mean: number, strength: number) =>
  fitStack(examples, {
    mean: Float64Array.of(0, mean),
    strength: Float64Array.of(1e-9, strength),
  });

describe("the stack", () => {
  it("gives each sign the log odds that the lines have", () => {
    const [bias = 0, weight = 0] = fit(0, 1e-9);
    assert.ok(Math.abs(bias - Math.log(10 / 30)) < 1e-5, `${bias}`);
    assert.ok(Math.abs(bias + weight - Math.log(30 / 10)) < 1e-5, `${weight}`);
  });

  it("goes the less far from where it is drawn, the more firmly", () => {
    const distances = [1, 100, 1e6].map((strength) => Math.abs((fit(5, strength)[1] ?? 0) - 5));
    assert.deepEqual(
      distances.toSorted((a, b) => b - a),
      distances,
    );
    assert.ok((distances[2] ?? 1) < 1e-3);
  });
});
