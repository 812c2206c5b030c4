import { type Tone, ToneBadge } from "../../../parts/page/tone-badge.tsx";
import type { TopicRow } from "../../../parts/topics/answers-query.ts";
import { useWords } from "../../../words/speaking.tsx";

const tones: Record<TopicRow["state"], Tone> = {
  live: "good",
  none: "quiet",
  not_yet: "wait",
  over: "bad",
};

/** Shows whether the bot gives a topic's answer today. */
export function StateBadge({ state }: Pick<TopicRow, "state">) {
  const { states } = useWords("answers.main");
  return <ToneBadge tone={tones[state]}>{states[state]}</ToneBadge>;
}
