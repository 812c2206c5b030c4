import type { SendFailure } from "../../channel.ts";
import { idAt } from "../../fields.ts";
import type { GraphMessage } from "../rendering/graph-message.ts";
import { callGraph, type Graph, type GraphAnswer, type PageAccess } from "./graph.ts";
import type { PageCustomer } from "./page-customer.ts";

export interface OutgoingMessage extends PageCustomer {
  message: GraphMessage;
  /**
   * The id of the outbound message. It comes back as `metadata` of the echo: Meta takes no idempotency key, so only the
   * echo shows whether a message arrived if its answer was lost.
   */
  outboxId: string;
  /** Whether a person typed the message: Meta accepts it for seven days if the page's app has that right. */
  isPersons: boolean;
}

/** How sending ended. `mid` is Meta's id of the message. */
export type SendOutcome = { ok: true; mid: string } | SendFailure;

/** Within Meta's window of 24 hours. */
const asAnswer = { messaging_type: "RESPONSE" };

/**
 * For messages that a person typed, and only those, within seven days. Meta reviews the app for this: "Human Agent" of
 * https://developers.facebook.com/docs/messenger-platform/send-messages#human_agent
 */
const asPerson = { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" };

/** Failures that show that Meta accepted the tag itself, so that their own reason counts. */
const ofTheCall: ReadonlySet<SendFailure["failure"]> = new Set(["transient", "rate", "ambiguous"]);

/**
 * Sends one message as the answer to a customer's message. A person's text is tagged only after Meta reports that the
 * window is closed.
 */
export async function send(
  outgoing: OutgoingMessage,
  page: PageAccess,
  graph: Graph,
): Promise<SendOutcome> {
  const answered = await sendAs(asAnswer, outgoing, page, graph);
  if (answered.ok || answered.failure !== "window" || !outgoing.isPersons) return answered;
  const tagged = await sendAs(asPerson, outgoing, page, graph);
  // An app that may not use the tag is no page whose rights have ended: it is the window that is closed.
  return tagged.ok || ofTheCall.has(tagged.failure) ? tagged : answered;
}

async function sendAs(
  type: typeof asAnswer | typeof asPerson,
  { message, outboxId, isPersons: _, ...customer }: OutgoingMessage,
  page: PageAccess,
  graph: Graph,
): Promise<SendOutcome> {
  const body = {
    recipient: recipientOf(customer),
    ...type,
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

/** Whom a call is about. */
export function recipientOf({ user, isUserRef }: PageCustomer): object {
  return isUserRef ? { user_ref: user } : { id: user };
}
