import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import type { WaitingStore } from "../../store/waiting/waiting-store.ts";

/** What asking customers how satisfied they are needs. */
export interface AskRatingsDeps {
  waiting: Pick<WaitingStore, "dueRatings" | "claimRating">;
  mailbox: Pick<Mailbox, "enqueue">;
  wakeWorker(ref: ConversationRef): void;
}

const mostAtOnce = 50;

/**
 * Asks those whose conversations have ended. Each is an event of the conversation's own, and known by its key: it
 * is asked once, in order, however often a node dies with it.
 */
export async function askRatings({
  waiting,
  mailbox,
  wakeWorker,
}: AskRatingsDeps): Promise<number> {
  let asked = 0;
  for (const { holder, ...ref } of await waiting.dueRatings(mostAtOnce)) {
    if (!(await waiting.claimRating(ref))) continue;
    const content = { kind: "rating_due", holder } as const;
    const admission = await mailbox.enqueue(ref, { dedupeKey: "rating-due", content });
    if (admission !== "stored") continue;
    wakeWorker(ref);
    asked += 1;
  }
  return asked;
}
