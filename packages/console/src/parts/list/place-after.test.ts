import assert from "node:assert/strict";
import { test } from "node:test";
import { placeAfter } from "./place-after.ts";

const place = { active: 3, last: 9, page: 5 };

test("keys lead one row, one screen, or to an end of the list, and never beyond", () => {
  const from = (active: number, key: string) => placeAfter(key, { ...place, active });
  assert.deepEqual([from(3, "j"), from(3, "ArrowDown"), from(9, "j")], [4, 4, 9]);
  assert.deepEqual([from(3, "k"), from(3, "ArrowUp"), from(0, "k")], [2, 2, 0]);
  assert.deepEqual([from(3, "PageDown"), from(6, "PageDown"), from(3, "PageUp")], [8, 9, 0]);
  assert.deepEqual([from(3, "Home"), from(3, "End")], [0, 9]);
});

test("where no row is active the first one is next, and other keys lead nowhere", () => {
  assert.equal(placeAfter("j", { ...place, active: -1 }), 0);
  assert.equal(placeAfter("k", { ...place, active: -1 }), 0);
  assert.equal(placeAfter("r", place), null);
});
