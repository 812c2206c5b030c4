import type { Entry } from "../../chat/chat.ts";

/** Messages within this time of each other share one timestamp. */
const togetherMs = 5 * 60 * 1000;

/** Whether an entry is the last of a group: a question and the answers that came soon after it. */
export function endsGroup(entry: Entry, next: Entry | undefined): boolean {
  if (!next || (entry.from !== "customer" && entry.from !== next.from)) return true;
  return !!entry.at && !!next.at && +new Date(next.at) - +new Date(entry.at) > togetherMs;
}

/**
 * Returns the key of the answer to rate below the last entry of a group, if there is one: its card, else its text. A
 * welcome, which answers nothing, and a question back are not answers.
 */
export function answerOf(entries: readonly Entry[], last: number): string | undefined {
  let answer: string | undefined;
  for (let nth = last; nth >= 0; nth--) {
    const entry = entries[nth]!;
    if (entry.from !== "bot") return answer;
    const { reply } = entry;
    if (reply.kind !== "text") answer = entry.key;
    else if (!reply.ask && nth === last) answer = entry.key;
  }
  return undefined;
}
