import type { NewRun } from "@meetbot/model/shop/conformance-run.ts";
import type {
  EndpointTest,
  RecordedTest,
  TestStep,
  TestStepName,
} from "@meetbot/model/shop/endpoint-test.ts";
import { parseJson, readCapabilities } from "@meetbot/protocol";

/** The conformance rules that match the steps of the validity check. */
const ruleOf: Record<TestStepName, string> = {
  echo: "test.token",
  unsigned: "security.unsigned",
  wrong_secret: "security.wrong-secret",
  stale: "security.stale",
};

/**
 * Returns the validity check that a run contains, if it passed all four of its rules; else `null`, because a broken
 * rule does not say which of a check's outcomes it would be.
 */
export function runAsTest({ url, secretFingerprint, result }: NewRun): RecordedTest | null {
  const steps = Object.entries(ruleOf).flatMap(([name, rule]): TestStep[] => {
    const finding = result.findings.find((one) => one.rule === rule);
    const shown = result.exchanges[finding?.exchanges[0] ?? -1];
    if (finding?.status !== "pass" || !shown) return [];
    const { recipe, exchange } = shown;
    const outcome = name === "echo" ? "accepted" : "refused";
    const { body: requestBody } = recipe;
    const detail = outcome === "accepted" ? null : exchange.detail;
    return [{ name: name as TestStepName, outcome, detail, requestBody, exchanges: [exchange] }];
  });
  if (steps.length < Object.keys(ruleOf).length) return null;
  const declares = steps[0] && declaredIn(steps[0]);
  const facts = { at: Date.now(), echoed: true, verifies: "fully" as const, steps };
  return { url, secretFingerprint, test: { ...facts, ...(declares && { declares }) } };
}

/** Returns what the response declares next to the token. A body that was truncated when recorded declares nothing. */
function declaredIn({ exchanges: [exchange] }: TestStep): EndpointTest["declares"] {
  try {
    const { capabilities } = Object(parseJson(exchange?.responseBody ?? ""));
    return readCapabilities(capabilities);
  } catch {
    return undefined;
  }
}
