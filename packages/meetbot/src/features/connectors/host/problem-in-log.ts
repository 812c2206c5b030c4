import { type ConnectorProblem, problemWords } from "@meetbot/model/connector/connector-words.ts";

/** Returns a problem as one line for the delivery log: what happened, what to do, and the platform's message. */
export function problemInLog(problem: ConnectorProblem, detail: string): string {
  const { what, fix } = problemWords[problem].en;
  return `${problem}: ${what} ${fix}${detail === "" ? "" : ` (${detail})`}`;
}
