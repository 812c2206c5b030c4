import { sameNumber } from "@meetbot/protocol";
import type { DialogInput } from "../dialog/step.ts";
import type { Plan, QuestionOutcome } from "../model/conversation/ask.ts";
import type { ShownAnswer } from "../model/conversation/shown-answer.ts";

/**
 * What one answer of the shop means for the customer's question, for counting. `null`: the shop was
 * not asked. Shops say no with an empty list too, and a search that finds nothing is a no.
 */
export function questionOutcome(input: DialogInput): QuestionOutcome | null {
  if (input.kind !== "answer") return null;
  const { plan, answer } = input;
  if (answer.kind === "proof_needed" || answer.kind === "limited") return null;
  if (answer.kind === "unavailable") return "unavailable";
  return isFound(plan, answer) ? "answered" : "not_found";
}

type Said = Exclude<ShownAnswer, { kind: "proof_needed" | "limited" | "unavailable" }>;

function isFound({ question, finding }: Plan, answer: Said): boolean {
  if (answer.kind === "refusal") return false;
  if (answer.kind === "packages")
    return !("packageNumber" in question) || answer.packages.length > 0;
  if (finding) {
    return answer.orders.some(({ item }) => sameNumber(item.order_number, finding.orderNumber));
  }
  return "userAccount" in question || answer.orders.length > 0;
}
