import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { request } from "../../../api/api.ts";
import { ApiProblem } from "../../../api/api-problem.ts";
import { readEvents } from "../../../api/read-events.ts";
import type { InputOf } from "../../../api/routes.ts";
import {
  endpointQuery,
  type RunExchange,
  type RunFinding,
  runsQuery,
} from "../data/webhook-data.ts";

export type RunRequest = NonNullable<InputOf<"POST /bots/{bot_id}/runs">["body"]>;

/** A run in progress. */
export interface LiveRun {
  status: "idle" | "running" | "done" | "stopped" | "failed";
  runId: string | null;
  /** Rules to test. */
  rules: readonly string[];
  findings: readonly RunFinding[];
  exchanges: readonly RunExchange[];
  /** Why it could not be run. */
  problem: ApiProblem | null;
}

const idle: LiveRun = {
  status: "idle",
  runId: null,
  rules: [],
  findings: [],
  exchanges: [],
  problem: null,
};

type Happening =
  | { kind: "asked" }
  | { kind: "started"; runId: string; rules: string[] }
  | { kind: "finding"; finding: RunFinding; exchanges: RunExchange[] }
  | { kind: "ended"; status: "done" | "stopped" }
  | { kind: "failed"; problem: ApiProblem };

function reduce(run: LiveRun, happening: Happening): LiveRun {
  switch (happening.kind) {
    case "asked":
      return { ...idle, status: "running" };
    case "started":
      return { ...run, runId: happening.runId, rules: happening.rules };
    case "finding":
      return {
        ...run,
        findings: [...run.findings, happening.finding],
        exchanges: [...run.exchanges, ...happening.exchanges],
      };
    case "ended":
      return { ...run, status: happening.status };
    case "failed":
      return { ...run, status: "failed", problem: happening.problem };
  }
}

/** Runs the rules and follows the findings. Leaving the page ends the run. */
export function useRun(botId: string, onDone: (runId: string) => void) {
  const [run, tell] = useReducer(reduce, idle);
  const queries = useQueryClient();
  const running = useRef<AbortController | null>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(
    async (wish: RunRequest) => {
      running.current?.abort();
      const aborting = new AbortController();
      running.current = aborting;
      tell({ kind: "asked" });
      try {
        const runId = await follow(botId, wish, aborting.signal, tell);
        await queries.invalidateQueries(runsQuery(botId));
        await queries.invalidateQueries(endpointQuery(botId));
        tell({ kind: "ended", status: "done" });
        done.current(runId);
      } catch (error) {
        if (aborting.signal.aborted) return;
        tell({ kind: "failed", problem: toProblem(error) });
      }
    },
    [botId, queries],
  );

  const stop = useCallback(() => {
    running.current?.abort();
    tell({ kind: "ended", status: "stopped" });
  }, []);

  return { run, start, stop };
}

/** Follows a run to its end, and returns its id. */
async function follow(
  botId: string,
  body: RunRequest,
  signal: AbortSignal,
  tell: (happening: Happening) => void,
): Promise<string> {
  const input = { path: { bot_id: botId }, body };
  const response = await request("POST /bots/{bot_id}/runs", input, { signal });
  for await (const { event, data } of readEvents(response)) {
    const said = JSON.parse(data);
    if (event === "started") tell({ kind: "started", runId: said.run_id, rules: said.rules });
    if (event === "finding") {
      tell({ kind: "finding", finding: said.finding, exchanges: said.exchanges });
    }
    if (event === "failed") throw new ApiProblem({ status: 422, ...said });
    if (event === "done") return said.run_id;
  }
  throw new ApiProblem({ status: 0, code: "interrupted", detail: "" });
}

function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ status: 0, code: "interrupted", detail: String(error) });
}
