import type { SendFailure } from "../../channel.ts";
import { idAt } from "../../fields.ts";
import type { GraphMessage } from "../rendering/graph-message.ts";
import { callGraph, type Graph, type GraphAnswer, type PageAccess } from "./graph.ts";
import type { PageCustomer } from "./page-customer.ts";

export interface OutgoingMessage extends PageCustomer {
  message: GraphMessage;
  /**
   * The id of the outbound message. It comes back as `metadata` of the echo: Meta takes no
   * idempotency key, so that only the echo tells what became of a message whose answer was lost.
   */
  outboxId: string;
}

/** How sending ended. `mid` is Meta's id of the message. */
export type SendOutcome = { ok: true; mid: string } | SendFailure;

/** Sends one message as the answer to what a customer wrote, within Meta's window of 24 hours. */
export async function send(
  { message, outboxId, ...customer }: OutgoingMessage,
  page: PageAccess,
  graph: Graph,
): Promise<SendOutcome> {
  const body = {
    recipient: recipientOf(customer),
    messaging_type: "RESPONSE",
    message: { ...message, metadata: outboxId },
  };
  const answer = await callGraph({ method: "POST", edge: "/messages", body }, page, graph);
  if (!answer.ok) return answer;
  const mid = idAt(answer.body, "message_id");
  return mid === undefined ? { ok: false, failure: "ambiguous" } : { ok: true, mid };
}

/** Shows that the bot is writing, for up to 20 seconds, or that it has read. Nothing depends on it. */
export function sendAction(
  action: "typing_on" | "typing_off" | "mark_seen",
  customer: PageCustomer,
  page: PageAccess,
  graph: Graph,
): Promise<GraphAnswer> {
  const body = { recipient: recipientOf(customer), sender_action: action };
  return callGraph({ method: "POST", edge: "/messages", body }, page, graph);
}

function recipientOf({ user, isUserRef }: PageCustomer): object {
  return isUserRef ? { user_ref: user } : { id: user };
}
