import { type BotProblem, botChecks } from "../../../channels/telegram/connection/check-bot.ts";
import type { TelegramCheck } from "../../../channels/telegram/telegram.ts";
import type { connectTelegram } from "../../../operations/channels/telegram/connect-bot.ts";
import { explainProblem } from "../../../operations/channels/telegram/explain-problem.ts";
import {
  checkFree,
  inWords,
  noNumbers,
  serializeChecks,
  type ToldProblem,
} from "../channels/serialize-checks.ts";

/** Returns the checks made, one by one. */
export function serializeBotChecks(check: TelegramCheck) {
  return serializeChecks(botChecks, check, check.ok ? null : describeProblem(check.problem));
}

/** The same checks for a Telegram bot about to be connected, which must not be connected to another bot. */
export function serializeConnecting({
  outcome,
  check,
}: Pick<Awaited<ReturnType<typeof connectTelegram>>, "outcome" | "check">) {
  const free = checkFree(outcome, describeProblem({ kind: "taken" }));
  // Telegram was only asked which bot the token belongs to; nothing was changed on its side.
  if (!check) return [...serializeChecks(botChecks, untouched, null), free];
  return [...serializeBotChecks(check), free];
}

const untouched = { ok: false as const, at: "webhook", problem: { kind: "taken" } };

function describeProblem(problem: BotProblem | { kind: "taken" }): ToldProblem {
  const code = problem.kind === "refused" ? (problem.failure.code ?? null) : null;
  const what = inWords((locale) => explainProblem(problem, locale));
  return { kind: problem.kind, what, ...noNumbers, code };
}
