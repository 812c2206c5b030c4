import assert from "node:assert/strict";
import { test } from "node:test";
import { fail, ok } from "../../operations/doctor/check.ts";
import { checkLines } from "./check-lines.ts";

test("the lines of a log stand below each other, and what to do behind them", () => {
  const log = "It did not start. PostgreSQL says:\nFATAL: no room\nHINT: make some";
  const lines = checkLines(fail("database", log, "See above.")).map((line) => line.slice(18));
  assert.deepEqual(lines.slice(1), ["FATAL: no room", "HINT: make some", "See above."]);
  assert.equal(checkLines(ok("node", "Node 24")).length, 1);
});
