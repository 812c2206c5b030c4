import type { InboundEvent } from "../model/inbound-event.ts";
import type { Admission, ConversationRef, Hints, Mailbox } from "../store/store.ts";

/** Stores an event once and has its turn taken soon. Acknowledge it only after this has resolved. */
export async function admit(
  { mailbox, hints, wake }: { mailbox: Mailbox; hints: Hints; wake(ref: ConversationRef): void },
  ref: ConversationRef,
  event: InboundEvent,
): Promise<Admission> {
  const admission = await mailbox.admit(ref, event);
  if (admission === "stored") {
    wake(ref);
    hints.give(ref);
  }
  return admission;
}
