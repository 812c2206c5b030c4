import {
  type PageCheck,
  type PageProblem,
  pageChecks,
} from "../../../channels/messenger/page/check-page.ts";
import type { Connecting } from "../../../operations/channels/connect-link.ts";
import { explainProblem } from "../../../operations/channels/messenger/explain-problem.ts";
import {
  checkFree,
  inWords,
  noNumbers,
  serializeChecks,
  type ToldProblem,
} from "../channels/serialize-checks.ts";

/** Returns the checks made, one by one. */
export function serializePageChecks(check: PageCheck) {
  return serializeChecks(pageChecks, check, check.ok ? null : describeProblem(check.problem));
}

/** The same checks for a page about to be connected, which must not be connected to another bot. */
export function serializeConnecting({ outcome, check }: Connecting<PageCheck>) {
  return [...serializePageChecks(check), checkFree(outcome, pageTaken)];
}

function describeProblem(problem: PageProblem): ToldProblem {
  const { code, subcode, trace } = problem.kind === "refused" ? problem.failure : noNumbers;
  return {
    kind: problem.kind,
    what: inWords((locale) => explainProblem(problem, locale)),
    code: code ?? null,
    subcode: subcode ?? null,
    trace: trace ?? null,
  };
}

const pageTaken: ToldProblem = {
  kind: "page_taken",
  what: {
    en: "The page speaks through another bot of this server, and its customers would be answered twice. Disconnect it there first.",
    zh: "该主页已连接到本服务器上的另一个机器人，否则顾客会收到两份答复。请先在那边断开连接。",
  },
  ...noNumbers,
};
