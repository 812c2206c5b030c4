import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { EnqueueResult } from "../../store/mailbox/enqueue-result.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import type { Worker } from "./work.ts";

/**
 * Stores an event once and schedules its turn: on this node at once, if it has a free slot and nothing waits before the
 * event. Acknowledge the event only after this has resolved.
 */
export async function enqueue(
  { mailbox, worker }: { mailbox: Mailbox; worker: Pick<Worker, "wake" | "acquireSlot"> },
  ref: ConversationRef,
  event: InboundEvent,
): Promise<EnqueueResult> {
  const place = worker.acquireSlot(ref);
  if (!place) {
    const admission = await mailbox.enqueue(ref, event);
    if (admission === "stored") worker.wake(ref);
    return admission;
  }
  try {
    const { admission, lease } = await mailbox.enqueueAndTake(ref, event);
    if (admission === "stored") place.work(lease);
    else place.leave();
    return admission;
  } catch (error) {
    place.leave();
    throw error;
  }
}
