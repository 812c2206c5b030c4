import { createHash } from "node:crypto";
import type { AskedQuestion } from "@meetbot/model/conversation/turn-outcome.ts";
import { outcomeTimes } from "@meetbot/model/log/outcome-times.ts";

/** More questions than a customer asks within the time, yet few enough to keep the conversation's state small. */
const maxRemembered = 8;

const askedAgainWithinMs = outcomeTimes.askedAgainWithinMinutes * 60_000;

/**
 * Returns whether the customer asked this question shortly before, and the questions to remember. Only written
 * questions count as repeated: buttons lead back and forth, and to another try.
 */
export function noticeAgain(
  before: readonly AskedQuestion[],
  { question, isWritten }: { question: string | null; isWritten: boolean },
  nowMs: number,
): { askedAgain: boolean; questions: AskedQuestion[] } {
  const lately = before.filter(({ atMs }) => nowMs - atMs < askedAgainWithinMs);
  if (question === null) return { askedAgain: false, questions: lately };
  const hash = createHash("sha256").update(question).digest("base64url").slice(0, 12);
  return {
    askedAgain: isWritten && lately.some((one) => one.hash === hash),
    questions: [...lately.filter((one) => one.hash !== hash), { hash, atMs: nowMs }].slice(
      -maxRemembered,
    ),
  };
}
