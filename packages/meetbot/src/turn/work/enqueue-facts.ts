import type { ChannelFact } from "@meetbot/model/channel-fact.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { afterPerson } from "../../dialog/step.ts";
import type { Hints } from "../../platform/change-signals/database-hints.ts";
import type { ChannelStore } from "../../store/channel-facts/channel-store.ts";
import type { MetLink } from "../../store/channel-facts/enqueue-facts.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import { enqueue } from "./enqueue.ts";
import type { Worker } from "./work.ts";

export interface EnqueueFactsDeps {
  mailbox: Mailbox;
  channels: Pick<ChannelStore, "enqueue" | "answeredIn">;
  worker: Pick<Worker, "wake" | "acquireSlot">;
  hints: Pick<Hints, "give">;
  /** Something may be sent. */
  wakeDispatcher(ref: ConversationRef): void;
}

/**
 * Stores every fact of a webhook body. Acknowledge the body only after this has resolved; if it fails, facts that are
 * already stored are recognized when the body arrives again.
 *
 * Most bodies contain one event of a customer with whom the bot is chatting: it is enqueued like one of the web chat.
 * Everything else is stored in one transaction.
 */
export async function enqueueFacts(
  parts: EnqueueFactsDeps,
  link: MetLink,
  facts: ChannelFact[],
): Promise<void> {
  const byCustomer = Map.groupBy(facts, ({ customer }) => customer.key);
  const left = await Promise.all(
    Array.from(byCustomer.values(), async (own) =>
      (await isAdmittedSimply(parts, link, own)) ? [] : own,
    ),
  );
  const rest = left.flat();
  if (rest.length === 0) return;
  const { due, sendable, moved } = await parts.channels.enqueue(link, rest, withoutPerson);
  for (const ref of moved) parts.hints.give(ref);
  // A running turn is retried, under the current holder.
  for (const ref of [...moved, ...due]) parts.worker.wake(ref);
  for (const ref of sendable) parts.wakeDispatcher(ref);
}

const withoutPerson = (before: ConversationState): ConversationState => ({
  ...before,
  dialog: afterPerson(before.dialog),
});

async function isAdmittedSimply(
  parts: EnqueueFactsDeps,
  link: MetLink,
  [fact, ...others]: ChannelFact[],
): Promise<boolean> {
  if (fact?.kind !== "event" || others.length > 0) return false;
  const ref = await parts.channels.answeredIn(link, fact.customer);
  // The conversation was found a while ago: the admission refuses the event if it is gone, or if somebody else answers
  // by now.
  return ref !== null && (await enqueue(parts, ref, fact.event)) !== "unknown_conversation";
}
