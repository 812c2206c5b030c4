import type { Finding } from "../inspection/finding.ts";
import { groups } from "../rules/ids/rule-ids.ts";
import { showControlsInXml } from "../terminal/show-controls.ts";
import { countStatus, isFailure, type Report, ruleOf } from "./report.ts";

/** A report for CI systems: JUnit XML, a suite for each group. A warning is no failure there, unless the run is strict. */
export function toJunit(report: Report): string {
  const suites = groups.map((group) => {
    const findings = report.findings.filter((finding) => ruleOf(finding).group === group);
    return findings.length === 0 ? "" : toSuite(group, findings, report);
  });
  const time = toSeconds(report.durationMs);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="meetbot test" ${counts(report.findings, report)} time="${time}">\n${suites.join("")}</testsuites>\n`;
}

function toSuite(group: string, findings: readonly Finding[], report: Report): string {
  const time = toSeconds(findings.reduce((sum, { durationMs }) => sum + durationMs, 0));
  const all = findings.map((finding) => toTestCase(finding, report)).join("");
  return `<testsuite name="${group}" ${counts(findings, report)} time="${time}">\n${all}</testsuite>\n`;
}

function toTestCase(finding: Finding, report: Report): string {
  const { id, group, words } = ruleOf(finding);
  const { title } = words[report.locale];
  const attributes = `classname="${group}" name="${escapeXml(`${id}: ${title}`)}" time="${toSeconds(finding.durationMs)}"`;
  const inner = formatOutcome(finding, report);
  return inner === ""
    ? `<testcase ${attributes}/>\n`
    : `<testcase ${attributes}>${inner}</testcase>\n`;
}

function formatOutcome(finding: Finding, { locale, isStrict }: Report): string {
  const { why, fix } = ruleOf(finding).words[locale];
  const detail = finding.detail?.[locale] ?? "";
  const place = finding.pointer ? ` (${finding.pointer})` : "";
  const all = escapeXml(`${detail}${place}\n${why}\n${fix}`);
  if (isFailure(finding, { isStrict })) {
    return `<failure message="${escapeXml(detail)}">${all}</failure>`;
  }
  switch (finding.status) {
    case "warn":
      return `<system-out>${all}</system-out>`;
    case "skipped":
      return `<skipped message="${escapeXml(detail)}"/>`;
    default:
      return "";
  }
}

function counts(findings: readonly Finding[], report: Report): string {
  const failures = findings.filter((finding) => isFailure(finding, report)).length;
  const skipped = report.isStrict ? 0 : countStatus({ findings }, "skipped");
  return `tests="${findings.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function toSeconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3);
}

/** XML 1.0 has no place for most control characters, escaped or not. */
const unspeakable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  const escaped = text
    .replace(unspeakable, "\ufffd")
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
  return showControlsInXml(escaped);
}
