import type { Finding } from "../inspection/finding.ts";
import type { Sent } from "../inspection/inspection.ts";
import { toCurl, toResent } from "../inspection/to-curl.ts";
import { countStatus, hasFailed, isBroken, type Report, ruleOf } from "./report.ts";

/** Enough of a body to see what is wrong; some requests are a MiB long. */
const BODY_CHARACTERS = 2_000;

/** A report for programs. Signatures are cut; no secret is in it. */
export function toJson(report: Report) {
  return {
    url: report.url,
    passed: countStatus(report, "pass"),
    failed: countStatus(report, "fail"),
    warned: countStatus(report, "warn"),
    skipped: countStatus(report, "skipped"),
    strict: report.isStrict,
    ok: !hasFailed(report),
    duration_ms: Math.round(report.durationMs),
    findings: report.findings.map((finding) => toEntry(finding, report)),
  };
}

function toEntry(finding: Finding, { locale }: Report) {
  const { id, group, severity, words } = ruleOf(finding);
  const { title, why, fix } = words[locale];
  const { status, detail, pointer, exchanges, durationMs } = finding;
  return {
    rule: id,
    group,
    severity,
    status,
    title,
    detail: detail?.[locale] ?? null,
    ...(pointer !== null && { pointer }),
    why,
    fix,
    duration_ms: Math.round(durationMs),
    ...(isBroken(finding) &&
      exchanges.length > 0 && {
        curl: toCurl(toResent(exchanges)),
        exchanges: exchanges.map(toExchange),
      }),
  };
}

function toExchange({ post, exchange }: Sent) {
  return {
    request: {
      method: post.method ?? "POST",
      headers: exchange.requestHeaders,
      body: cut(post.body.toString()),
    },
    response:
      exchange.httpStatus === null
        ? null
        : {
            status: exchange.httpStatus,
            headers: exchange.responseHeaders,
            body: cut(exchange.responseBody),
          },
    outcome: exchange.outcome,
    detail: exchange.detail,
    duration_ms: Math.round(exchange.durationMs),
  };
}

function cut(text: string): string {
  return text.length <= BODY_CHARACTERS
    ? text
    : `${text.slice(0, BODY_CHARACTERS)}…`.toWellFormed();
}
