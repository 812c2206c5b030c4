import type { EndpointTest, RecordedTest } from "@meetbot/model/shop/endpoint-test.ts";
import { whyNotEchoed, whyNotVerified } from "./explain-test.ts";

/**
 * The state of an endpoint. `changed`: it was tested, but with another URL or another secret than it has now.
 * `refused`: it takes Meetbot's own query for a stranger's. `failed`: it did not answer; the four others show how far
 * it checks who asks.
 */
export interface EndpointState {
  state:
    | "never_tested"
    | "changed"
    | "refused"
    | "failed"
    | "verified"
    | "body_only"
    | "open"
    | "unclear";
  /** When that was seen, in Unix milliseconds, and with which secret. */
  at: number | null;
  secretFingerprint: string | null;
  /** What is wrong with the endpoint; `null` if nothing is. */
  why: string | null;
}

const stateOf = {
  fully: "verified",
  body_only: "body_only",
  not: "open",
  unknown: "unclear",
} as const;

/** Returns what a bot's tests show about its current endpoint and signing secret. */
export function endpointState(
  now: { url: string; secretFingerprint: string | undefined },
  tests: readonly RecordedTest[],
): EndpointState {
  const unknown = { at: null, secretFingerprint: null };
  const noted = tests.find(({ secretFingerprint }) => secretFingerprint === now.secretFingerprint);
  if (!noted) {
    return tests.length === 0
      ? { state: "never_tested", ...unknown, why: "it was never tested" }
      : { state: "changed", ...unknown, why: "the signing secret has changed since the last test" };
  }
  if (noted.url !== now.url) {
    return { state: "changed", ...unknown, why: "the endpoint has changed since the last test" };
  }
  const { secretFingerprint, test } = noted;
  const seen = { at: test.at, secretFingerprint };
  if (!test.echoed) {
    const state = isSignatureRefused(test) ? "refused" : "failed";
    return { state, ...seen, why: whyNotEchoed(test) };
  }
  return { state: stateOf[test.verifies], ...seen, why: whyNotVerified(test.verifies) };
}

function isSignatureRefused({ steps: [echo] }: EndpointTest): boolean {
  return echo?.exchanges.at(-1)?.outcome === "signature_refused";
}
