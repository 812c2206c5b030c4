import type { z } from "@hono/zod-openapi";
import type {
  Finding,
  Run,
  RunDiff,
  RunSummary as SummaryShape,
} from "@meetbot/admin-api/contract/webhook.ts";
import type { RunFinding, RunSubject } from "@meetbot/conformance/inspection/run-result.ts";
import { diffRuns } from "@meetbot/conformance/results/diff-runs.ts";
import type {
  ComparedRun,
  ConformanceRun,
  RunSummary,
} from "@meetbot/model/shop/conformance-run.ts";
import { maskEmail, maskNumber } from "../../../merchant/masking/mask-text.ts";
import { serializeExchange } from "./serialize-exchange.ts";

/** Returns a run without its findings. */
export function formatSummary(run: RunSummary): z.infer<typeof SummaryShape> {
  return {
    run_id: run.id,
    at: run.at.toISOString(),
    by: run.actor,
    url: run.url,
    secret: run.secretFingerprint,
    counts: run.counts,
    duration_ms: run.durationMs,
    is_part: run.isPart,
  };
}

/** Returns a run with all its findings and the changes since the previous run. */
export function serializeRun(
  run: ConformanceRun,
  before: ComparedRun | null,
  isMasked: boolean,
): z.infer<typeof Run> {
  const { subject, findings, exchanges } = run.result;
  return {
    ...formatSummary(run),
    subject: serializeSubject(subject, isMasked),
    findings: findings.map((finding) => formatFinding(finding, isMasked)),
    exchanges: exchanges.map((exchange) => serializeExchange(exchange, run.url, isMasked)),
    is_masked: isMasked,
    is_expired: run.isExpired,
    diff: before && serializeDiff(run, before),
  };
}

/** Returns the changes since the previous run. */
export function serializeDiff(
  run: Pick<ConformanceRun, "result">,
  before: ComparedRun,
): z.infer<typeof RunDiff> {
  const diff = diffRuns(before.findings, run.result.findings);
  return {
    run_id: before.id,
    at: before.at.toISOString(),
    fixed: [...diff.fixed],
    broken: [...diff.broken],
    still_broken: [...diff.still_broken],
    found: [...diff.found],
    untested: [...diff.untested],
  };
}

export function formatFinding(finding: RunFinding, isMasked: boolean): z.infer<typeof Finding> {
  return {
    rule: finding.rule,
    status: finding.status,
    detail: isMasked || finding.detail === null ? null : { ...finding.detail },
    pointer: finding.pointer,
    needs: [...finding.needs],
    duration_ms: finding.durationMs,
    exchanges: [...finding.exchanges],
  };
}

function serializeSubject(subject: RunSubject, isMasked: boolean): z.infer<typeof Run>["subject"] {
  const { account, otherAccount, orderNumber, packageNumber } = subject;
  const email = isMasked ? maskEmail : (value: string) => value;
  const number = isMasked ? maskNumber : (value: string) => value;
  return {
    ...(account !== undefined && { account: email(account) }),
    ...(otherAccount !== undefined && { other_account: email(otherAccount) }),
    ...(orderNumber !== undefined && { order_number: number(orderNumber) }),
    ...(packageNumber !== undefined && { package_number: number(packageNumber) }),
  };
}
