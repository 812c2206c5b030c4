import type { AnswerBook } from "../../../parts/topics/answers-query.ts";

/** The differences that restoring an older version would make. */
export interface Differences {
  answers: { topic: string; kind: "adds" | "changes" | "removes" }[];
  topics: { name: string; kind: "adds" | "changes" | "removes" }[];
  taughtBack: number;
  taughtGone: number;
}

/** Compares the live version with one that may be restored. */
export function compareBooks(now: AnswerBook, then: AnswerBook): Differences {
  const before = Object.fromEntries(now.own_topics.map((topic) => [topic.id, topic]));
  const after = Object.fromEntries(then.own_topics.map((topic) => [topic.id, topic]));
  return {
    answers: changesIn(now.answers, then.answers).map(([topic, kind]) => ({ topic, kind })),
    topics: changesIn(before, after).map(([id, kind]) => ({
      name: (after[id] ?? before[id])?.name ?? id,
      kind,
    })),
    taughtBack: missingIn(now, then).length,
    taughtGone: missingIn(then, now).length,
  };
}

export function isAlike({ answers, topics, taughtBack, taughtGone }: Differences): boolean {
  return answers.length + topics.length + taughtBack + taughtGone === 0;
}

function changesIn(
  now: Record<string, unknown>,
  then: Record<string, unknown>,
): [string, "adds" | "changes" | "removes"][] {
  const names = [...new Set([...Object.keys(now), ...Object.keys(then)])];
  return names
    .filter((name) => toText(now[name]) !== toText(then[name]))
    .map((name) => [
      name,
      now[name] === undefined ? "adds" : then[name] === undefined ? "removes" : "changes",
    ]);
}

/** Sorts the fields, because their order does not matter. */
const toText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  ) ?? "";

/** Sentences of the second that the first does not have. */
function missingIn(first: AnswerBook, second: AnswerBook) {
  const has = new Set(first.taught.map(({ text, meaning }) => `${meaning} ${text}`));
  return second.taught.filter(({ text, meaning }) => !has.has(`${meaning} ${text}`));
}
