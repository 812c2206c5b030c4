import { problemInLog } from "../../../connector-host/problem-in-log.ts";
import type { Trouble } from "../../../model/connector/connection.ts";
import { connectorProblems } from "../../../model/connector/connector-words.ts";
import type { Delivery } from "../../../model/shop/delivery.ts";
import { connectorNameOf } from "../../../settings/connector-endpoint.ts";

/** Why a connected shop's platform did not answer, out of what the log keeps of it; `null`: it was not that. */
export function readTrouble({
  endpoint,
  detail,
}: Pick<Delivery, "endpoint" | "detail">): Trouble | null {
  if (connectorNameOf(endpoint) === null || detail === null) return null;
  const problem = connectorProblems.find((one) => detail.startsWith(`${one}: `));
  if (!problem) return null;
  const explained = `${problemInLog(problem, "")} (`;
  const isKnown = detail.startsWith(explained) && detail.endsWith(")");
  return { problem, detail: isKnown ? detail.slice(explained.length, -1) : "" };
}
