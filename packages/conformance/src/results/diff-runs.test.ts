import assert from "node:assert/strict";
import { it } from "node:test";
import type { FindingStatus } from "../inspection/run-result.ts";
import { diffRuns } from "./diff-runs.ts";

const findings = (statuses: Record<string, FindingStatus>) =>
  Object.entries(statuses).map(([rule, status]) => ({ rule, status }));

it("names each rule that changed, and each that is broken", () => {
  const before = findings({
    kept: "pass",
    mended: "fail",
    spoilt: "pass",
    left: "warn",
    hidden: "skipped",
    cut: "fail",
    gone: "fail",
    unseen: "skipped",
  });
  const after = findings({
    kept: "pass",
    mended: "pass",
    spoilt: "warn",
    left: "warn",
    hidden: "fail",
    cut: "skipped",
    fresh: "fail",
    unseen: "pass",
  });
  assert.deepEqual(diffRuns(before, after), {
    fixed: ["mended"],
    broken: ["spoilt"],
    still_broken: ["left"],
    found: ["hidden", "fresh"],
    untested: ["cut", "gone"],
  });
});

it("says nothing of two runs alike that broke nothing", () => {
  const same = findings({ one: "pass", two: "skipped" });
  const nothing = { fixed: [], broken: [], still_broken: [], found: [], untested: [] };
  assert.deepEqual(diffRuns(same, same), nothing);
});
