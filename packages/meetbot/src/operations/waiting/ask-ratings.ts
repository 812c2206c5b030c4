import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import type { DueRating } from "../../store/waiting/due-ratings.ts";
import type { WaitingStore } from "../../store/waiting/waiting-store.ts";

/** The dependencies of asking customers how satisfied they are. */
export interface AskRatingsDeps {
  waiting: Pick<WaitingStore, "dueRatings" | "claimRating">;
  mailbox: Pick<Mailbox, "enqueue">;
  wakeWorker(ref: ConversationRef): void;
}

const maxAtOnce = 50;

const minuteMs = 60_000;
/** A transaction that closed a conversation may have begun this long before it committed. */
const overlapMinutes = 5;

/**
 * Asks customers for a rating once their conversations have ended, in rounds: after the first, each round covers the
 * conversations that ended since the previous one. Each request is an event of the conversation with a unique key, so
 * it is sent once and in order, however often a node dies while handling it. `now`: the time of day in milliseconds,
 * which continues while a machine sleeps; if it was set back, a round looks back as far as the first.
 */
export function createRatingRounds(deps: AskRatingsDeps, now = Date.now) {
  let doneAt: number | null = null;
  return async (): Promise<number> => {
    const beganAt = now();
    const within =
      doneAt === null || beganAt < doneAt
        ? undefined
        : Math.ceil((beganAt - doneAt) / minuteMs) + overlapMinutes;
    const due = await deps.waiting.dueRatings(maxAtOnce, within);
    const asked = await ask(due, deps);
    if (due.length < maxAtOnce) doneAt = beganAt;
    return asked;
  };
}

async function ask(
  due: readonly DueRating[],
  { waiting, mailbox, wakeWorker }: AskRatingsDeps,
): Promise<number> {
  let asked = 0;
  for (const { holder, ...ref } of due) {
    if (!(await waiting.claimRating(ref))) continue;
    const content = { kind: "rating_due", holder } as const;
    const admission = await mailbox.enqueue(ref, { dedupeKey: "rating-due", content });
    if (admission !== "stored") continue;
    wakeWorker(ref);
    asked += 1;
  }
  return asked;
}
