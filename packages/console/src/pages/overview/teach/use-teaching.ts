import { useState } from "react";
import { useBotId } from "../../../access/bot.ts";
import { api } from "../../../api/api.ts";
import type { InputOf } from "../../../api/routes.ts";
import { type Taught, useAnswers, useWriteAnswers } from "../../../parts/topics/answers-query.ts";
import type { UnansweredUtterance } from "../data/overview-data.ts";

type Body = NonNullable<InputOf<"POST /bots/{bot_id}/answers/taught">["body"]>;

/** What a sentence means, or what is answered to it, which makes a topic. */
export type Lesson = Pick<Body, "meaning"> | Required<Pick<Body, "answer">>;

/** Teaches what a customer wrote, and takes it back. */
export function useTeaching(entry: UnansweredUtterance) {
  const botId = useBotId();
  const { data: answers } = useAnswers();
  const [learned, setLearned] = useState<{ taught: Taught; madeTopic: boolean } | null>(null);
  const teaching = useWriteAnswers(async (lesson: Lesson) => {
    const { conversation_id, seq } = entry;
    const body = { conversation_id, seq, ...lesson };
    const input = { path: { bot_id: botId }, body };
    const { taught } = await api("POST /bots/{bot_id}/answers/taught", input);
    setLearned({ taught, madeTopic: "answer" in lesson });
  });
  const before = answers?.taught.find(({ text }) => likeness(text) === likeness(entry.text));
  const known = learned ?? (before ? { taught: before, madeTopic: false } : null);
  const undoing = useWriteAnswers(async () => {
    if (known) await forget(botId, known, answers?.version ?? 0);
    setLearned(null);
    teaching.reset();
  });
  return { teaching, undoing, taught: known?.taught ?? null };
}

/** The topic that was made goes with all that belongs to it. */
function forget(
  botId: string,
  { taught, madeTopic }: { taught: Taught; madeTopic: boolean },
  version: number,
) {
  if (madeTopic) {
    return api("DELETE /bots/{bot_id}/answers/own/{topic}", {
      path: { bot_id: botId, topic: taught.meaning },
      query: { version },
    });
  }
  return api("DELETE /bots/{bot_id}/answers/taught/{taught_id}", {
    path: { bot_id: botId, taught_id: taught.taught_id },
  });
}

/** The same for texts that differ in letter case, punctuation, spaces and what is masked. */
const likeness = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\d•*]+/g, "0")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
