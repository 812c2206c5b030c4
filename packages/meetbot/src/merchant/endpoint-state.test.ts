import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RecordedTest, Verification } from "@meetbot/model/shop/endpoint-test.ts";
import { delivery } from "../store/store.fixture.ts";
import { endpointState } from "./endpoint-state.ts";

const now = { url: "https://shop.example/", secretFingerprint: "1a2b3c4d" };
const detail = "HTTP 401: compare the signing secret";

const noted = (verifies: Verification, echoed = true): RecordedTest => ({
  ...now,
  test: {
    at: 1_764_000_000_000,
    echoed,
    verifies,
    steps: echoed
      ? []
      : [{ name: "echo", outcome: "refused", detail, requestBody: "", exchanges: [] }],
  },
});

describe("endpointState", () => {
  it("says how far an endpoint checks who asks, since when and with which secret", () => {
    const states = (["fully", "body_only", "not", "unknown"] as const).map((verifies) => {
      const { state, at, secretFingerprint, why } = endpointState(now, [noted(verifies)]);
      assert.deepEqual([at, secretFingerprint], [1_764_000_000_000, "1a2b3c4d"]);
      return [state, why === null];
    });
    assert.deepEqual(states, [
      ["verified", true],
      ["body_only", false],
      ["open", false],
      ["unclear", false],
    ]);
  });

  it("says why an endpoint did not answer", () => {
    const { state, why } = endpointState(now, [noted("unknown", false)]);
    assert.deepEqual([state, why], ["failed", detail]);
  });

  it("tells a webhook that refuses Meetbot's signature from one that does not answer", () => {
    const refused = noted("unknown", false);
    const [echo] = refused.test.steps;
    const exchanges = [{ ...delivery.exchanges[0]!, outcome: "signature_refused" as const }];
    const test = { ...refused.test, steps: [{ ...echo!, exchanges }] };
    const { state, why } = endpointState(now, [{ ...refused, test }]);
    assert.deepEqual([state, why], ["refused", detail]);
  });

  it("counts no test of another endpoint or with another secret", () => {
    assert.equal(endpointState(now, []).state, "never_tested");
    const otherUrl = { ...noted("fully"), url: "https://other.example/" };
    const otherSecret = { ...noted("fully"), secretFingerprint: "ffffffff" };
    for (const [other, named] of [
      [otherUrl, /endpoint has changed/],
      [otherSecret, /secret has changed/],
    ] as const) {
      const { state, at, why } = endpointState(now, [other]);
      assert.deepEqual([state, at], ["changed", null]);
      assert.match(why ?? "", named);
    }
    assert.equal(endpointState(now, [otherSecret, noted("fully")]).state, "verified");
  });
});
