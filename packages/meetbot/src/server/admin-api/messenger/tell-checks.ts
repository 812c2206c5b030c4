import type { z } from "@hono/zod-openapi";
import {
  type PageCheck,
  type PageProblem,
  pageChecks,
} from "../../../channels/messenger/page/check-page.ts";
import type { Connecting } from "../../../operations/channels/connect-link.ts";
import { explainProblem } from "../../../operations/channels/messenger/explain-problem.ts";
import type { messengerRoutes } from "../contract/messenger.ts";

type Told = z.output<
  (typeof messengerRoutes.checkPage.responses)[200]["content"]["application/json"]["schema"]
>["checks"];
type Problem = NonNullable<Told[number]["problem"]>;

/** What was looked at, one by one. */
export function tellChecks(check: PageCheck): Told {
  const at = check.ok ? pageChecks.length : pageChecks.indexOf(check.at);
  return pageChecks.map((name, place) => ({
    check: name,
    outcome: place < at ? "ok" : place === at ? "failed" : "not_made",
    problem: !check.ok && place === at ? tellProblem(check.problem) : null,
  }));
}

/** The same where a page is to be connected: then it must speak through no other bot. */
export function tellConnecting({ outcome, check }: Connecting<PageCheck>): Told {
  const free: Told[number] = {
    check: "free",
    outcome: outcome === "refused" ? "not_made" : outcome === "taken" ? "failed" : "ok",
    problem: outcome === "taken" ? pageTaken : null,
  };
  return [...tellChecks(check), free];
}

function tellProblem(problem: PageProblem): Problem {
  const { code, subcode, trace } = problem.kind === "refused" ? problem.failure : noFailure;
  return {
    kind: problem.kind,
    what: { en: explainProblem(problem, "en"), zh: explainProblem(problem, "zh") },
    code: code ?? null,
    subcode: subcode ?? null,
    trace: trace ?? null,
  };
}

const noFailure = { code: null, subcode: null, trace: null };

const pageTaken: Problem = {
  kind: "page_taken",
  what: {
    en: "The page speaks through another bot of this server, and its customers would be answered twice. Disconnect it there first.",
    zh: "该主页已连接到本服务器上的另一个机器人，否则顾客会收到两份答复。请先在那边断开连接。",
  },
  ...noFailure,
};
