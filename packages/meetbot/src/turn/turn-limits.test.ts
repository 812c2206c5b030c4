import assert from "node:assert/strict";
import { test } from "node:test";
import { DEADLINE_MS } from "@meetbot/network/exchange/deadline.ts";
import { longestSearch } from "../dialog/step.ts";
import { turnLimits } from "../model/turn-limits.ts";

test("the longest turn is a search through an account, a code and a number's two meanings", () => {
  assert.equal(turnLimits.asks, longestSearch + 3);
  assert.equal(turnLimits.longestS, (turnLimits.asks * DEADLINE_MS) / 1000);
});
