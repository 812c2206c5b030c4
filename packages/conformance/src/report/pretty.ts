import type { Finding } from "../inspection/finding.ts";
import { toCurl, toResent } from "../inspection/to-curl.ts";
import type { OperatorLocale } from "../operator-locale.ts";
import { paint } from "../terminal/paint.ts";
import { countStatus, hasFailed, isBroken, type Report, ruleOf } from "./report.ts";
import { reportWords } from "./words.ts";

const signs = {
  pass: paint("green", "✓"),
  fail: paint("red", "✗"),
  warn: paint("yellow", "!"),
  skipped: paint("dim", "–"),
};

const idColumns = 31;

/** Returns the heading of a group. */
export function formatGroup(group: string): string {
  return ` ${paint("bold", group)}`;
}

/** Formats one finding for people; a problem is followed by its reason and its fix. */
export function formatFinding(
  finding: Finding,
  locale: OperatorLocale,
  withCurl: boolean,
): string[] {
  const { id, words } = ruleOf(finding);
  const { title, why, fix } = words[locale];
  const name = id.padEnd(idColumns);
  const detail = finding.detail?.[locale] ?? "";
  const head = `  ${signs[finding.status]} `;
  if (finding.status === "skipped") return [`${head}${paint("dim", `${name} ${detail}`)}`];
  const time = paint("dim", `${Math.round(finding.durationMs)} ms`);
  if (!isBroken(finding)) return [`${head}${name} ${title}  ${time}`];

  const say = reportWords[locale];
  const lines = [`${head}${paint("bold", name)} ${title}  ${time}`, indent(detail)];
  if (finding.pointer !== null && finding.pointer !== "")
    lines.push(entry(say.place, finding.pointer));
  lines.push(entry(say.why, why), entry(say.fix, fix));
  if (withCurl && finding.exchanges.length > 0) {
    lines.push(indent(say.curlNote), ...toCurl(toResent(finding.exchanges)).split("\n"));
  }
  return lines;
}

/** Returns the closing lines: the count of each result and the next step. */
export function formatSummary(report: Report): string[] {
  const say = reportWords[report.locale];
  const [passed, failed, warned, skipped] = (["pass", "fail", "warn", "skipped"] as const).map(
    (status) => countStatus(report, status),
  ) as [number, number, number, number];
  const seconds = (report.durationMs / 1_000).toFixed(1);
  return [say.counts(passed, failed, warned, skipped, seconds), nextStep(report)];
}

function nextStep(report: Report): string {
  const say = reportWords[report.locale];
  const failed = report.findings.find(({ status }) => status === "fail");
  if (failed) return `${say.again} ${report.command} --only ${failed.rule} --curl`;
  const isAllSkipped = report.findings.every(({ status }) => status === "skipped");
  const lacks = new Set(report.findings.flatMap(({ needs }) => needs));
  if (report.isPart && isAllSkipped) return lacks.size > 0 ? say.moreData : say.nothing;
  if (hasFailed(report)) return say.strict;
  if (report.isPart) return say.part;
  // A second account only improves the test, so its absence alone does not count as missing data.
  if (lacks.size > Number(lacks.has("--other-account"))) return say.moreData;
  return `${say.live} npx meetbot bot create --name "…" --endpoint ${report.url}`;
}

function entry(word: string, text: string): string {
  return indent(`${paint("dim", word)}  ${text}`);
}

function indent(text: string): string {
  return `      ${text}`;
}
