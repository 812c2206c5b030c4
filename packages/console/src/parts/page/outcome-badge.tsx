import type { OutputOf } from "../../api/routes.ts";
import { useWords } from "../../words/speaking.tsx";
import { ToneBadge } from "./tone-badge.tsx";

export type Outcome = OutputOf<"GET /bots/{bot_id}/deliveries">["data"][number]["outcome"];

/** Shows how a delivery ended, in a color that marks whose part is missing. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const words = useWords("fields.outcomes");
  return <ToneBadge tone={tones[groupOf(outcome)]}>{words.names[outcome]}</ToneBadge>;
}

export type OutcomeGroup = "ok" | "no" | "failed";

const tones = { ok: "good", no: "quiet", failed: "bad" } as const;

/** Answered, the merchant's no, or no answer. */
export function groupOf(outcome: Outcome): OutcomeGroup {
  if (outcome === "answered") return "ok";
  return outcome === "user_not_found" || outcome === "order_not_found" ? "no" : "failed";
}
