import { type ConnectorProblem, problemWords } from "@meetbot/model/connector/connector-words.ts";

/** A problem in one line, for the delivery log: what happened, what to do, and what the platform said. */
export function problemInLog(problem: ConnectorProblem, detail: string): string {
  const { what, fix } = problemWords[problem].en;
  return `${problem}: ${what} ${fix}${detail === "" ? "" : ` (${detail})`}`;
}
