import { type Tone, ToneBadge } from "../../parts/page/tone-badge.tsx";
import { useWords } from "../../words/speaking.tsx";
import { conversationsWords } from "./conversations-words.ts";
import type { Row } from "./use-conversations.ts";

const tones: Record<Row["outcome"], Tone> = {
  person_asked: "person",
  answered: "good",
  not_found: "quiet",
  shop_did_not_answer: "bad",
  nothing_asked: "quiet",
  forgotten: "quiet",
};

/** What a conversation came to. */
export function OutcomeMark({ outcome }: { outcome: Row["outcome"] }) {
  const words = useWords(conversationsWords);
  return <ToneBadge tone={tones[outcome]}>{words.outcomes[outcome]}</ToneBadge>;
}
