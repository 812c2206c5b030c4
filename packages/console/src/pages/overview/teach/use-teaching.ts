import { useState } from "react";
import { useBotId } from "../../../access/bot.ts";
import { api } from "../../../api/api.ts";
import type { InputOf } from "../../../api/routes.ts";
import {
  type Answers,
  type Taught,
  useAnswers,
  useWriteAnswers,
} from "../../../parts/topics/answers-query.ts";
import type { UnansweredUtterance } from "../data/overview-data.ts";

type Body = NonNullable<InputOf<"POST /bots/{bot_id}/answers/taught">["body"]>;

/** The meaning of a sentence, or an answer to it, which creates a topic. */
export type TaughtSentence = Pick<Body, "meaning"> | Required<Pick<Body, "answer">>;

/** What was taught, and the resulting version if it was taught just now. */
interface Learned {
  taught: Taught;
  version: number | null;
}

/** Teaches the bot a customer's sentence, and undoes it. */
export function useTeaching(entry: UnansweredUtterance) {
  const botId = useBotId();
  const { data: answers } = useAnswers();
  const [learned, setLearned] = useState<Learned | null>(null);
  const teaching = useWriteAnswers(async (lesson: TaughtSentence) => {
    const { conversation_id, seq } = entry;
    const body = { conversation_id, seq, ...lesson };
    const input = { path: { bot_id: botId }, body };
    setLearned(await api("POST /bots/{bot_id}/answers/taught", input));
  });
  const known = learned ?? findTaught(answers, entry.text);
  const undo = known && undoOf(botId, known);
  const undoing = useWriteAnswers(async () => {
    await undo?.();
    setLearned(null);
    teaching.reset();
  });
  return { teaching, undoing, taught: known?.taught ?? null, canUndo: undo !== null };
}

/** Returns what the same sentence was taught to mean before, including as an example of a custom topic. */
function findTaught(answers: Answers | undefined, text: string): Learned | null {
  const isLike = (other: { text: string }) => likeness(other.text) === likeness(text);
  const own = (answers?.book.own_topics ?? []).flatMap(({ id, examples }) =>
    examples.map((example) => ({ taught_id: null, text: example, meaning: id })),
  );
  const taught = [...(answers?.taught ?? []), ...own].find(isLike);
  return taught ? { taught, version: null } : null;
}

/** Returns the function that undoes the teaching, or `null` if only the topic's own page can undo it. */
function undoOf(botId: string, { taught, version }: Learned): (() => Promise<unknown>) | null {
  const { taught_id, meaning } = taught;
  const path = { bot_id: botId };
  if (taught_id !== null) {
    return () =>
      api("DELETE /bots/{bot_id}/answers/taught/{taught_id}", { path: { ...path, taught_id } });
  }
  if (version === null) return null;
  // Teaching created the first version, so there is no earlier one to restore.
  if (version === 1) {
    return () =>
      api("DELETE /bots/{bot_id}/answers/own/{topic}", {
        path: { ...path, topic: meaning },
        query: { version },
      });
  }
  return () =>
    api("POST /bots/{bot_id}/answers/versions/{version}/restore", {
      path: { ...path, version: version - 1 },
      body: { version },
    });
}

/** Returns the same key for texts that differ only in letter case, punctuation, spaces and masked parts. */
const likeness = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\d•*]+/g, "0")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
