import type { Rule } from "../rules/rules.ts";
import type { Finding, Said, Verdict } from "./finding.ts";
import { maskSecret } from "./mask-secret.ts";

/** Converts a verdict to a finding for reports, and masks the secret, which an answer may contain. */
export function toFinding(
  rule: Rule,
  verdict: Verdict,
  durationMs: number,
  secret: string,
): Finding {
  const { detail, pointer, needs, exchanges } = verdict;
  const failed = rule.severity === "must" ? "fail" : "warn";
  const status = { kept: "pass", broken: failed, advised: "warn", skipped: "skipped" } as const;
  return {
    rule: rule.id,
    status: status[verdict.status],
    detail: detail && maskDetail(detail, secret),
    pointer,
    needs,
    exchanges,
    // Includes the time of exchanges that were already sent for another rule.
    durationMs: Math.max(durationMs, ...exchanges.map(({ exchange }) => exchange.durationMs)),
  };
}

function maskDetail({ en, zh }: Said, secret: string): Said {
  return { en: maskSecret(en, secret), zh: maskSecret(zh, secret) };
}
