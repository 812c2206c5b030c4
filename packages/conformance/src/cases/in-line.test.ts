import assert from "node:assert/strict";
import { test } from "node:test";
import { stoodInLine } from "./in-line.ts";

const together = Array.from({ length: 10 }, (_, at) => (at + 1) * 300);

test("tells queries that were looked up one after another from those of a slow shop", () => {
  assert(stoodInLine([290, 310, 300], together));
  assert(!stoodInLine([1_500, 900], together), "each is slow alone");
  assert(!stoodInLine([100, 90], [400, 1_900]), "none is slow together");
  assert(!stoodInLine([], []));
});
