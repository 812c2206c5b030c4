import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { canBeOpened, explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import { DEADLINE_MS } from "@meetbot/network/exchange/deadline.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { limitBrokenBy } from "../cases/check-answers.ts";
import { isFromOrigin } from "../cases/security/forgeries.ts";
import { reach } from "../cases/test.ts";
import {
  broken,
  type Finding,
  kept,
  skipped,
  skippedFor,
  softened,
  type Verdict,
} from "../inspection/finding.ts";
import {
  GivenUpError,
  type Inspection,
  startInspection,
  type TestedWebhook,
} from "../inspection/inspection.ts";
import { reactionOf } from "../inspection/reaction.ts";
import { seen } from "../inspection/seen.ts";
import { toFinding } from "../inspection/to-finding.ts";
import { beyondOrigin, type RuleId } from "../rules/ids/rule-ids.ts";
import { type Rule, rules } from "../rules/rules.ts";
import { cases } from "./cases.ts";
import { CouldNotRunError } from "./could-not-run-error.ts";

export interface RunOptions {
  /** The HTTP agent for outgoing requests, which allows the webhook's host. */
  agent: MerchantAgent;
  /** The guard of a running Meetbot: decides whether that server may call the webhook. */
  guard: Pick<EndpointGuard, "judge">;
  /** The rules to test; all if absent. */
  only?: ReadonlySet<RuleId> | undefined;
  /** Lets the caller abort: the run then rejects. */
  signal?: AbortSignal;
  now?: () => number;
  /** For each exchange; tests shorten it. */
  deadlineMs?: number;
  /** Above this response time, a few exchanges run at once instead of one; tests shorten it. */
  slowMs?: number;
}

/**
 * Tests a webhook rule by rule and yields a finding for each, in rule order. Sends only queries, which change nothing.
 * Throws a {@link CouldNotRunError} before the first finding if the webhook is unreachable; later failures become
 * findings.
 */
export async function* runConformance(
  webhook: TestedWebhook,
  options: RunOptions,
): AsyncGenerator<Finding> {
  const { only, now = Date.now, deadlineMs = DEADLINE_MS, agent, signal, slowMs } = options;
  const inspection = startInspection(webhook, { agent, signal, now, deadlineMs, slowMs });
  const obstacle = findObstacle(await reachSurely(inspection));
  let culprit: RuleId | null = null;

  let isTooLong = false;
  const told = new Set<RuleId>();
  const test = async (id: RuleId): Promise<Verdict> => {
    if (obstacle !== null && id !== obstacle && id !== "limits.public-url") {
      return skippedFor(obstacle);
    }
    if (id === "limits.public-url") return checkPublicUrl(webhook.url, options.guard);
    if (isTooLong) return skippedAsTooLong();
    if (culprit !== null) return id === culprit ? reportGivenUp(inspection) : skippedFor(culprit);
    try {
      return await adviseOrigin(inspection, id, await cases[id](inspection));
    } catch (error) {
      if (!(error instanceof GivenUpError)) throw error;
      isTooLong = error.because === "run_too_long";
      if (isTooLong) return skippedAsTooLong();
      culprit = culpritOf(inspection);
      // If the culprit's finding is already out, nobody would see that the rule is broken.
      return id === culprit || told.has(culprit) ? reportGivenUp(inspection) : skippedFor(culprit);
    }
  };
  const timed = async (id: RuleId): Promise<Timed> => {
    const start = performance.now();
    return { verdict: await test(id), durationMs: performance.now() - start };
  };

  const left = new Set<RuleId>(only ?? rules.map(({ id }) => id));
  const waiting = () => rules.filter(({ id }) => left.has(id) && !told.has(id));
  const begun = new Map<RuleId, Promise<Timed>>();
  for (let [rule] = waiting(); rule; [rule] = waiting()) {
    const early = inspection.isSlow() ? besideEachOther(waiting()) : [rule];
    for (const { id } of early) {
      const one = begun.get(id) ?? timed(id);
      // When the run is stopped, nothing awaits this promise.
      one.catch(() => {});
      begun.set(id, one);
    }
    const { verdict, durationMs } = await begun.get(rule.id)!;
    told.add(rule.id);
    // A rule that could not be tested also reports the rule that explains why, so nobody assumes it passed.
    if (verdict.comesFirst) left.add(verdict.comesFirst);
    yield toFinding(rule, verdict, durationMs, webhook.secret);
  }
}

interface Timed {
  verdict: Verdict;
  durationMs: number;
}

/** Rules that need the webhook to themselves: they measure times, send requests that may harm it, or come last. */
const alone: ReadonlySet<RuleId> = new Set<RuleId>([
  ...rules.filter(({ group }) => group === "test" || group === "limits").map(({ id }) => id),
  "robustness.huge-body",
  "robustness.still-answers",
  "robustness.replay-later",
]);

/** Returns the first of these rules and the following ones that can be tested at the same time. */
function besideEachOther(waiting: readonly Rule[]): readonly Rule[] {
  const end = waiting.findIndex(({ id }) => alone.has(id));
  return end < 0 ? waiting : waiting.slice(0, Math.max(end, 1));
}

/** If the webhook follows the original protocol, requirements that protocol lacks become advice. */
async function adviseOrigin(
  inspection: Inspection,
  id: RuleId,
  verdict: Verdict,
): Promise<Verdict> {
  if (verdict.status !== "broken" || !beyondOrigin.has(id)) return verdict;
  if (!(await isFromOrigin(inspection).catch(() => false))) return verdict;
  const { en, zh } = verdict.detail ?? { en: "", zh: "" };
  const detail = seen.text(
    `${en} This is advice: the origin of the protocol, where X-Hub-Signature alone is looked at, does not ask for it.`,
    `${zh}这是建议：只看 X-Hub-Signature 的最初协议没有这项要求。`,
  );
  return softened({ ...verdict, detail });
}

/** Sends the first query. Throws if the webhook cannot be reached, because then nothing can be tested. */
async function reachSurely(inspection: Inspection) {
  const asked = await reach(inspection);
  const { outcome } = asked.sent;
  if (outcome.kind === "failed") {
    const { reason, detail } = outcome;
    if (reason === "connection_failed" || reason === "timeout" || reason === "address_refused") {
      throw new CouldNotRunError(`The webhook cannot be tested: ${detail}.`);
    }
  }
  return asked;
}

/** Returns the basic rule that the first query shows to be broken, without which no other rule can be tested. */
function findObstacle({ sent }: Awaited<ReturnType<typeof reach>>): RuleId | null {
  const { httpStatus: status } = sent.exchange;
  if (status === 401 || status === 403) return "security.valid-signature";
  const limit = limitBrokenBy(sent);
  if (limit !== null) return limit;
  if (sent.outcome.kind === "failed") return "test.status";
  return reactionOf(sent) === "answered" ? null : "test.answer";
}

/** Returns the rule to blame: a webhook that is only slow does not break connections. */
function culpritOf({ log }: Inspection): RuleId {
  const last = log.findLast(({ outcome }) => outcome.kind === "failed");
  const isSlow = last?.exchange.outcome !== "connection_failed";
  return isSlow ? "limits.answer-time" : "limits.stays-up";
}

function skippedAsTooLong(): Verdict {
  return skipped(
    "the run took too long, because each answer takes its time; test the rest by itself with --only",
    "每个回答都要等，整个测试用时太长；请用 --only 单独测试其余规则",
  );
}

function reportGivenUp({ log }: Inspection): Verdict {
  const silent = log.filter(({ exchange }) => exchange.httpStatus === null);
  const stopped = log.findLast(({ stoppedAnswering }) => stoppedAnswering);
  const last = stopped ?? silent.at(-1) ?? log.at(-1)!;
  const came = seen.came(last);
  return broken(
    [last],
    seen.text(
      `The run was stopped after ${log.length} exchanges: too many got no response, or too late. ${came.en}`,
      `进行了 ${log.length} 次交互后停止：太多没有回应或太慢。${came.zh}`,
    ),
  );
}

async function checkPublicUrl(url: string, guard: RunOptions["guard"]): Promise<Verdict> {
  const verdict = await guard.judge(url);
  if (verdict.allowed) return kept([]);
  const told = explainVerdict(verdict.reason);
  const opened = canBeOpened(verdict.reason) ? "" : " Nothing opens it.";
  return broken([], seen.text(`${capitalize(told)}.${opened}`, `${verdict.reason}：${told}。`));
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
