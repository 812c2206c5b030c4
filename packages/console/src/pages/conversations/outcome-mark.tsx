import { type Tone, ToneBadge } from "../../parts/page/tone-badge.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { ConversationRow } from "./use-conversations.ts";

const tones: Record<ConversationRow["outcome"], Tone> = {
  person_asked: "person",
  answered: "good",
  not_found: "quiet",
  shop_did_not_answer: "bad",
  nothing_asked: "quiet",
  forgotten: "quiet",
};

type Facts = Pick<ConversationRow, "outcome" | "deliveries" | "failed_deliveries">;

/** Shows the outcome of a conversation; one answer among many failures does not count as a good one. */
export function OutcomeMark({ of }: { of: Facts }) {
  const words = useWords("conversations");
  const { outcome, deliveries, failed_deliveries: failed } = of;
  if (outcome === "answered" && failed * 2 > deliveries) {
    return <ToneBadge tone="wait">{words.mostlyFailed}</ToneBadge>;
  }
  return <ToneBadge tone={tones[outcome]}>{words.outcomes[outcome]}</ToneBadge>;
}
