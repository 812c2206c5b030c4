import type { GraphFailure } from "../channels/messenger/classify-failure.ts";
import type { Graph } from "../channels/messenger/graph.ts";
import type { GraphMessage } from "../channels/messenger/graph-message.ts";
import { toOutboxId } from "../channels/messenger/outbox-id.ts";
import { render } from "../channels/messenger/render.ts";
import { send } from "../channels/messenger/send.ts";
import { visibleReply } from "../identity/visible-reply.ts";
import type { Bot } from "../model/bot.ts";
import type { PageConnection } from "../model/messenger.ts";
import type { VisibleReply } from "../model/reply.ts";
import type { Outbox, OutboxLease } from "../store/messenger/messenger-shelf.ts";

/** What became of an attempt to send the next part of a message. */
export type Attempt =
  /** There is no further part. */
  | { kind: "through" }
  /** `receipt`: the order of which it is one. */
  | { kind: "sent"; isLast: boolean; receipt: string | null }
  | { kind: "failed"; failure: GraphFailure; receipt: string | null }
  /** The page that the customer wrote to is connected no more. */
  | { kind: "no_page" }
  /** An operator had it overwritten before it was sent. */
  | { kind: "overwritten" };

/**
 * Sends the next part of a message. It is drawn anew for each attempt: what rested on a proof that has
 * ended meanwhile is not sent any more, as it is not replayed in the web chat.
 */
export async function sendPart(
  lease: OutboxLease,
  { bot, page }: { bot: Bot; page: PageConnection },
  { graph, outbox, now }: { graph: Graph; outbox: Pick<Outbox, "saidBefore">; now(): number },
): Promise<Attempt> {
  const { address, reply, conversationId, seq, sentParts: part } = lease;
  if (!reply) return { kind: "overwritten" };
  if (address.page !== page.pageId) return { kind: "no_page" };
  const seen = visibleReply(reply, now());
  const messages = partsOf(await withChoices(seen, lease, { outbox, now }), lease, bot);
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

/**
 * In Messenger choices vanish with the next message: they stand below the last one of those that go
 * out together, whichever of them offered something.
 */
async function withChoices(
  reply: VisibleReply,
  lease: OutboxLease,
  { outbox, now }: { outbox: Pick<Outbox, "saidBefore">; now(): number },
): Promise<VisibleReply> {
  const { choices: own, ...bare } = reply;
  if (lease.isFollowed) return bare;
  if (own || lease.isFirst) return reply;
  const before = await outbox.saidBefore(lease);
  const choices = before.map((one) => visibleReply(one, now()).choices).find(Boolean);
  return choices ? { ...bare, choices } : bare;
}

/** Meta wants a receipt's number once. The message that has sent it is drawn the same way again. */
function partsOf(
  visible: VisibleReply,
  { address, seq }: OutboxLease,
  { timeZone }: Bot,
): GraphMessage[] {
  const [order] = visible.kind === "orders" ? visible.orders : [];
  const by = address.receipts[order?.order_number ?? ""];
  return render(visible, { timeZone, receipts: by === undefined || by === seq }).messages;
}

function receiptOf(message: GraphMessage): string | null {
  if (!("attachment" in message)) return null;
  const { payload } = message.attachment;
  return payload.template_type === "receipt" ? payload.order_number : null;
}
