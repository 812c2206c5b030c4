import assert from "node:assert/strict";
import { test } from "node:test";
import { type BrowserParts, obstacleIn } from "./push-support.ts";

const well: BrowserParts = {
  ...{ isSecure: true, hasPush: true, standalone: undefined, permission: "default" },
};

test("what is in the way of pushes is told as it is", () => {
  assert.equal(obstacleIn(well), null);
  assert.equal(obstacleIn({ ...well, permission: "granted" }), null);
  assert.equal(obstacleIn({ ...well, permission: "denied" }), "blocked");
  assert.equal(obstacleIn({ ...well, hasPush: false }), "unsupported");
  assert.equal(obstacleIn({ ...well, hasPush: false, standalone: false }), "home_screen");
  assert.equal(obstacleIn({ ...well, standalone: true }), null);
  assert.equal(obstacleIn({ ...well, isSecure: false, hasPush: false }), "insecure");
});
