import assert from "node:assert/strict";
import { test } from "node:test";
import { accentFor, contrast } from "./accent.ts";

test("any accent is readable in each use, in both schemes", () => {
  const steps = [0, 36, 73, 109, 146, 182, 219, 255].map((part) =>
    part.toString(16).padStart(2, "0"),
  );
  for (const red of steps) {
    for (const green of steps) {
      for (const blue of steps) {
        const color = `#${red}${green}${blue}`;
        const light = accentFor(color, "light");
        const dark = accentFor(color, "dark");
        assert.ok(contrast(light.fill, light.onFill) >= 4.5, color);
        assert.ok(contrast(light.ink, [241, 243, 246]) >= 4.5, color);
        assert.ok(contrast(dark.ink, [38, 42, 50]) >= 4.5, color);
      }
    }
  }
});

test("bright yellow keeps its color, under black", () => {
  assert.deepEqual(accentFor("#ffe600", "light").fill, [255, 230, 0]);
  assert.deepEqual(accentFor("#ffe600", "light").onFill, [0, 0, 0]);
});

test("the contrast of black and white is 21, of a color and itself 1", () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([9, 99, 199], [9, 99, 199]), 1);
});

test("what is no color is the default", () => {
  assert.deepEqual(accentFor("red; background: url(x)", "light"), accentFor(null, "light"));
});
