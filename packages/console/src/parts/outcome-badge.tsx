import { Badge } from "@mantine/core";
import { useWords } from "../words/speaking.tsx";
import { type Outcome, outcomeWords } from "./outcome-words.ts";

/** How a delivery ended, in a color that says whose part is missing. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const words = useWords(outcomeWords);
  return (
    <Badge variant="light" color={colorOf(outcome)} tt="none" fw={600} autoContrast>
      {words.names[outcome]}
    </Badge>
  );
}

export type OutcomeGroup = "ok" | "no" | "failed";

/** Answered, the merchant's no, or no answer. */
export function groupOf(outcome: Outcome): OutcomeGroup {
  if (outcome === "answered") return "ok";
  return outcome === "user_not_found" || outcome === "order_not_found" ? "no" : "failed";
}

function colorOf(outcome: Outcome): string {
  return { ok: "green", no: "gray", failed: "red" }[groupOf(outcome)];
}
