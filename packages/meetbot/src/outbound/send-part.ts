import type { SendFailure } from "../channels/messenger/graph/classify-failure.ts";
import type { Graph } from "../channels/messenger/graph/graph.ts";
import { toOutboxId } from "../channels/messenger/graph/outbox-id.ts";
import { send } from "../channels/messenger/graph/send.ts";
import type { GraphMessage } from "../channels/messenger/rendering/graph-message.ts";
import type { PageConnection } from "../model/channel-fact.ts";
import type { Composed } from "./compose.ts";

/** What became of an attempt to send the next part of a message. */
export type Attempt =
  /** There is no further part. */
  | { kind: "through" }
  /** `receipt`: the order of which it is one. */
  | { kind: "sent"; isLast: boolean; receipt: string | null }
  | { kind: "failed"; failure: SendFailure; receipt: string | null }
  /** The page that the customer wrote to is connected no more. */
  | { kind: "no_page" }
  /** An operator had it overwritten before it was sent. */
  | { kind: "overwritten" };

/** Sends the next part of what was composed. */
export async function sendPart(
  { lease, messages }: Composed,
  page: PageConnection,
  graph: Graph,
): Promise<Attempt> {
  const { address, conversationId, seq, sentParts: part } = lease;
  if (address.page !== page.pageId) return { kind: "no_page" };
  const message = messages[part];
  if (!message) return { kind: "through" };
  const outboxId = toOutboxId({ conversationId, seq, part });
  const { user, isUserRef } = address;
  const outcome = await send({ user, isUserRef, message, outboxId }, page, graph);
  const receipt = receiptOf(message);
  return outcome.ok
    ? { kind: "sent", isLast: part + 1 >= messages.length, receipt }
    : { kind: "failed", failure: outcome, receipt };
}

function receiptOf(message: GraphMessage): string | null {
  if (!("attachment" in message)) return null;
  const { payload } = message.attachment;
  return payload.template_type === "receipt" ? payload.order_number : null;
}
