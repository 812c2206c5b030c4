import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { SendFailure } from "../channels/channel.ts";
import type { Composed } from "./compose.ts";
import type { Sender } from "./sender.ts";

/** The result of an attempt to send the next part of a message. */
export type Attempt =
  /** No part is left. */
  | { kind: "through" }
  /** `once`: the item of this part that the platform accepts only once. */
  | { kind: "sent"; isLast: boolean; once: string | null }
  | { kind: "failed"; failure: SendFailure; once: string | null }
  /** All was sent, and the person who answers in the platform's inbox has the conversation now, or not. */
  | { kind: "passed" }
  | { kind: "not_passed"; failure: SendFailure }
  /** The link through which the customer wrote is disconnected. */
  | { kind: "no_page" }
  /** An operator had it overwritten before it was sent. */
  | { kind: "overwritten" };

/** What passing a conversation to the platform's inbox needs. */
export interface Passing {
  /** Returns the note for readers of the platform's inbox: where to find the conversation here. */
  noteOf(ref: ConversationRef): string;
  /** Checks whether the conversation still waits, so that no agent has joined it in the meantime. */
  isWaiting(ref: ConversationRef): Promise<boolean>;
}

/** Sends the next part of the composed message. After the last part, it may pass the conversation on. */
export async function sendPart(
  { lease, parts }: Composed,
  { channel, link, api }: Pick<Sender, "channel" | "link" | "api">,
  { noteOf, isWaiting }: Passing,
): Promise<Attempt> {
  const { address, conversationId, seq, sentParts: part } = lease;
  if (address.externalId !== link.externalId) return { kind: "no_page" };
  const next = parts[part];
  const passesOn = lease.reply?.passesOn === true && channel.passOn !== undefined;
  if (!next) {
    if (!passesOn || !(await isWaiting(lease))) return { kind: "through" };
    const passed = await channel.passOn!(address.to, noteOf(lease), link, api);
    return passed.ok ? { kind: "passed" } : { kind: "not_passed", failure: passed };
  }
  const { message, once = null } = next;
  const isPersons = lease.reply?.kind === "text" && lease.reply.person !== undefined;
  const outgoing = { message, to: address.to, isPersons, part: { conversationId, seq, part } };
  const outcome = await channel.send(outgoing, link, api);
  return outcome.ok
    ? { kind: "sent", isLast: part + 1 >= parts.length && !passesOn, once }
    : { kind: "failed", failure: outcome, once };
}
