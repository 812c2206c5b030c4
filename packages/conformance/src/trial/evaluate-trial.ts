import { checkRefusal, countItems } from "../cases/check-answers.ts";
import { forgeries } from "../cases/security/forgeries.ts";
import { broken, type Finding, kept, type Verdict } from "../inspection/finding.ts";
import type { Inspection, TestedWebhook } from "../inspection/inspection.ts";
import { type Asked, ordersIn } from "../inspection/known.ts";
import { seen } from "../inspection/seen.ts";
import { toFinding } from "../inspection/to-finding.ts";
import type { RuleId } from "../rules/ids/rule-ids.ts";
import { rules } from "../rules/rules.ts";
import { cases } from "../run/cases.ts";
import { forgedTrials, isForged, type Trial, type TrialKind } from "./trial.ts";

const limitsOfOne: readonly RuleId[] = [
  "limits.answer-time",
  "limits.fast",
  "limits.size",
  "limits.no-encoding",
  "limits.no-redirect",
  "limits.utf8",
  "limits.no-byte-order-mark",
  "limits.stays-up",
];

const always: readonly RuleId[] = ["security.valid-signature", "test.content-type", ...limitsOfOne];

const contentsOf = (group: "orders" | "packages", ...names: string[]) =>
  names.map((name) => `${group}.${name}` as RuleId);

const orderContents = contentsOf(
  "orders",
  "number-as-string",
  "line-prices",
  "totals",
  "discounts",
  "timestamps",
  "currencies",
  "links",
  "plain-texts",
  "forbidden-keys",
);

const packageContents = contentsOf("packages", "number-as-string", "dates", "links");

/** Rules that one answer is enough to test. Rules that compare several answers need a whole run. */
const rulesOf: Readonly<Record<Exclude<TrialKind, keyof typeof forgedTrials>, RuleId[]>> = {
  test: ["test.status", "test.answer", "test.token"],
  orders_of_account: ["orders.readable", "orders.limit", "orders.newest-first", ...orderContents],
  order: ["orders.readable", "orders.by-number", ...orderContents],
  packages_of_order: [
    "packages.readable",
    "packages.by-order",
    "packages.limit",
    ...packageContents,
  ],
  package: ["packages.readable", "packages.by-number", "packages.limit", ...packageContents],
  unknown_account: ["orders.unknown-account", "orders.unknown-account-code"],
  unknown_order: ["orders.unknown-number"],
  unknown_package: ["packages.unknown-number"],
};

/**
 * Checks one answer against the conformance rules that need no other answer. Rethrows errors of the checks, which are
 * Meetbot's own bugs; a fault of the webhook is a finding.
 */
export async function evaluateTrial(
  trial: Trial,
  asked: Asked,
  webhook: TestedWebhook,
  now: () => number,
): Promise<Finding[]> {
  const { sent } = asked;
  if (isForged(trial.kind)) {
    const { forgery, rule } = forgedTrials[trial.kind];
    return findingsOf([[rule, checkRefusal(sent, forgeries[forgery].what)]], webhook);
  }
  const inspection = inspectionOfOne(trial, asked, webhook, now);
  const isSilent = sent.exchange.httpStatus === null;
  const ids = isSilent
    ? limitsOfOne
    : [...always, ...(hasSaidAll(trial, asked) ? [] : rulesOf[trial.kind])];
  const verdicts: [RuleId, Verdict][] = [];
  for (const id of ids) verdicts.push([id, await judge(id, inspection, asked)]);
  // Without a response, only broken rules are reported.
  const told = isSilent ? verdicts.filter(([, { status }]) => status === "broken") : verdicts;
  return findingsOf(told, webhook);
}

/** Checks whether the shop refuses something that may well not exist, or refuses the caller. */
function hasSaidAll({ kind }: Trial, { answer, sent }: Asked): boolean {
  const status = sent.exchange.httpStatus;
  if (status === 401 || status === 403) return true;
  const isNo = answer?.kind === "refusal" && answer.reason !== "other";
  return isNo && !kind.startsWith("unknown");
}

async function judge(id: RuleId, inspection: Inspection, asked: Asked): Promise<Verdict> {
  if (id === "orders.limit" || id === "packages.limit") return checkLimit(asked);
  if (id === "limits.public-url") throw new TypeError("the URL is judged by the guard");
  return cases[id](inspection);
}

/** In a run, a query with limit 1 shows it; here the limit is the operator's. */
function checkLimit({ query, sent }: Asked): Verdict {
  const limit = "pagination" in query ? query.pagination.limit : Infinity;
  const count = countItems(sent);
  if (count <= limit) return kept([sent]);
  return broken(
    [sent],
    seen.text(
      `Asked for ${limit} at most, got ${count}.`,
      `最多要 ${limit} 个，得到 ${count} 个。`,
    ),
    `/${query.method}`,
  );
}

/** Returns the inspection of a run whose only query was this one: whatever a case queries, it gets this response. */
function inspectionOfOne(
  trial: Trial,
  asked: Asked,
  { url, pageId, secret }: TestedWebhook,
  now: () => number,
): Inspection {
  const known = new Map<string, unknown>([
    ["reach", asked],
    ["all kinds", undefined],
    ["lists", []],
    ["by number", []],
    ["packages", []],
    ["named package", null],
    ["unknown account", asked],
  ]);
  const webhook: TestedWebhook = { url, pageId, secret };
  if (trial.kind === "orders_of_account") {
    webhook.account = trial.account;
    known.set("lists", [{ filter: trial.filter, asked, orders: ordersIn(asked) }]);
  }
  if (trial.kind === "order") {
    webhook.orderNumber = trial.orderNumber;
    known.set("by number", [asked]);
  }
  if (trial.kind === "packages_of_order") {
    webhook.orderNumber = trial.orderNumber;
    known.set("packages", [asked]);
  }
  if (trial.kind === "package") {
    webhook.packageNumber = trial.packageNumber;
    known.set("named package", asked);
  }
  const same = async () => asked.sent;
  return {
    webhook,
    now,
    log: [asked.sent],
    probe: same,
    ask: same,
    repeat: same,
    askAtOnce: async () => [asked.sent],
    copyAtOnce: async () => [asked.sent],
    isSlow: () => false,
    each: (items, work) => Promise.all(items.map(work)),
    once: async <Known>(name: string, find: () => Promise<Known>) =>
      known.has(name) ? (known.get(name) as Known) : find(),
  };
}

/** Returns the findings in the order of the rules, without those that one answer cannot test. */
function findingsOf(
  verdicts: readonly [RuleId, Verdict][],
  { secret }: Pick<TestedWebhook, "secret">,
): Finding[] {
  const verdictOf = new Map(verdicts);
  return rules.flatMap((rule) => {
    const verdict = verdictOf.get(rule.id);
    if (!verdict || verdict.status === "skipped") return [];
    const detail = verdict.status === "kept" ? null : verdict.detail;
    return [toFinding(rule, { ...verdict, detail }, 0, secret)];
  });
}
