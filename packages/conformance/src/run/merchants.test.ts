import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RuleId } from "../rules/ids/rule-ids.ts";
import { rules } from "../rules/rules.ts";
import { faults } from "./faults.fixture.ts";
import { startMerchantCode } from "./merchant.fixture.ts";
import { ada, bob } from "./merchant-rows.fixture.ts";
import { named, run, told } from "./run.fixture.ts";
import { seedAccount, soundShops, startSeedShop } from "./sound-shops.fixture.ts";

const known = { account: ada, otherAccount: bob };

const idsOf = (...groups: string[]) =>
  new Set(rules.filter(({ group }) => groups.includes(group)).map(({ id }) => id));

/** The one that must catch it; a memory is short only where much is asked before. */
const tried = (rule: RuleId) =>
  rule === "robustness.replay-later" ? idsOf("robustness") : new Set([rule]);

describe("a merchant's mistake", () => {
  for (const { kind, what, rule, code, deadlineMs, isAdvice } of faults) {
    it(`of ${kind} is caught: it ${what} (${rule})`, async (t) => {
      const url = await startMerchantCode(t, code);
      const findings = await run(url, known, {
        only: tried(rule),
        ...(deadlineMs && { deadlineMs }),
      });
      const finding = findings.find((one) => one.rule === rule);
      const { severity } = rules.find(({ id }) => id === rule)!;
      assert.equal(
        finding?.status,
        severity === "must" && !isAdvice ? "fail" : "warn",
        told(findings).join("\n"),
      );
      assert(finding.detail?.en && finding.detail.zh && finding.exchanges.length > 0);
    });
  }
});

describe("a sound shop", () => {
  for (const { what, code, mayWarn = [], isWhole } of soundShops) {
    it(`that ${what} is told of nothing`, async (t) => {
      const only = isWhole ? undefined : idsOf("orders", "packages", "extension", "limits");
      const findings = await run(await startMerchantCode(t, code), known, { only });
      assert.deepEqual(named(findings, "fail"), [], told(findings).join("\n"));
      const warned = named(findings, "warn").filter((rule) => !mayWarn.includes(rule));
      assert.deepEqual(warned, [], told(findings).join("\n"));
    });
  }

  it("that was written from the origin document alone fails nowhere, and is given advice", async (t) => {
    const findings = await run(await startSeedShop(t), { account: seedAccount });
    assert.deepEqual(named(findings, "fail"), [], told(findings).join("\n"));
    const warned = named(findings, "warn");
    for (const rule of ["security.hub-only", "orders.account-spelling", "robustness.both-keys"]) {
      assert(warned.includes(rule as RuleId), rule);
    }
    const advice = findings.find(({ rule }) => rule === "orders.account-spelling");
    assert.match(advice?.detail?.en ?? "", /This is advice: the origin of the protocol/);
    assert.match(advice?.detail?.zh ?? "", /这是建议/);
  });
});
