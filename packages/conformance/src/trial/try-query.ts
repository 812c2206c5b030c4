import { DEADLINE_MS } from "@meetbot/network/exchange/deadline.ts";
import type { FailureReason } from "@meetbot/network/exchange/exchange-record.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { toUsable, type UsableAnswer } from "@meetbot/network/exchange/usable-answer.ts";
import type { Query } from "@meetbot/protocol";
import { forgeries } from "../cases/security/forgeries.ts";
import type { Finding } from "../inspection/finding.ts";
import { type Sent, startInspection, type TestedWebhook } from "../inspection/inspection.ts";
import { type Asked, readAsked } from "../inspection/known.ts";
import { recipeOf } from "../inspection/recipe.ts";
import { evaluateTrial } from "./evaluate-trial.ts";
import { queryOfTrial } from "./query-of-trial.ts";
import { forgedTrials, isForged, type Trial } from "./trial.ts";

export interface TrialOptions {
  agent: MerchantAgent;
  signal?: AbortSignal;
  now?: () => number;
  /** Tests shorten it. */
  deadlineMs?: number;
}

/** The result of one query, with everything that can be shown about it. */
export interface Tried {
  query: Query;
  sent: Sent;
  /** The findings that this one answer allows; rules that need other answers are left out. */
  findings: Finding[];
  /** The answer as a customer's turn would use it. */
  answer: TriedAnswer;
}

type TriedAnswer =
  | UsableAnswer
  | { kind: "unavailable"; reason: FailureReason | "refused_otherwise" };

/** Sends one query, either as Meetbot sends it for customers or as a stranger would, and checks the answer. */
export async function tryQuery(
  webhook: Pick<TestedWebhook, "url" | "pageId" | "secret">,
  trial: Trial,
  { agent, signal, now = Date.now, deadlineMs = DEADLINE_MS }: TrialOptions,
): Promise<Tried> {
  const inspection = startInspection(webhook, { agent, signal, now, deadlineMs });
  const query = queryOfTrial(trial, webhook.pageId);
  const recipe = recipeOf(query);
  const sent = isForged(trial.kind)
    ? await inspection.probe({
        ...recipe,
        ...forgeries[forgedTrials[trial.kind].forgery].change(recipe),
      })
    : await inspection.ask(recipe);
  const asked = readAsked(query, sent);
  const findings = await evaluateTrial(trial, asked, webhook, now);
  return { query, sent, findings, answer: toAnswer(asked) };
}

function toAnswer({ sent, answer, fault }: Asked): TriedAnswer {
  if (answer) return toUsable(answer) ?? { kind: "unavailable", reason: "refused_otherwise" };
  if (sent.outcome.kind === "failed") return { kind: "unavailable", reason: sent.outcome.reason };
  const reason = fault?.code === "invalid_json" ? "invalid_json" : "invalid_answer";
  return { kind: "unavailable", reason };
}
