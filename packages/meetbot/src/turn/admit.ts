import type { InboundEvent } from "../model/inbound-event.ts";
import type { Admission, ConversationRef, Mailbox } from "../store/store.ts";

/** Stores an event once and has its turn taken soon. Acknowledge it only after this has resolved. */
export async function admit(
  { mailbox, wake }: { mailbox: Mailbox; wake(ref: ConversationRef): void },
  ref: ConversationRef,
  event: InboundEvent,
): Promise<Admission> {
  const admission = await mailbox.admit(ref, event);
  if (admission === "stored") wake(ref);
  return admission;
}
