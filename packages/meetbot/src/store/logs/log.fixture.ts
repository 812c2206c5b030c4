import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { LogCursor, LogPage } from "@meetbot/model/log/log-page.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Lease } from "../mailbox/lease.ts";
import type { Turn } from "../mailbox/turn.ts";
import { bot, delivery, openConversation, textEvent, turnSaying } from "../store.fixture.ts";
import type { Store } from "../store.ts";

/** A page long enough for every test. */
export const top = { limit: 100, below: null };

/** Takes the turn that waits, with what came of it. */
export async function commitOneTurn(
  store: Store,
  ref: ConversationRef,
  turn: Partial<Turn> = {},
): Promise<void> {
  await commitLeased(store, await store.mailbox.take(ref), turn);
}

async function commitLeased(store: Store, lease: Lease | null, turn: Partial<Turn>) {
  if (!lease) throw new Error("No event waits.");
  await store.mailbox.commitTurn(lease, { ...turnSaying("Hello"), ...turn });
}

/** A conversation in whose first turn the merchant was asked. */
export async function conversationAsking(
  store: Store,
  conversationId: string,
  deliveries: Partial<Delivery>[],
): Promise<ConversationRef> {
  const ref = await openConversation(store, { conversationId });
  await commitOneTurn(store, ref, { deliveries: deliveries.map(deliveryWith) });
  return ref;
}

export function deliveryWith(facts: Partial<Delivery>): Delivery {
  return { ...delivery, ...facts };
}

/** What came of the only exchange, as an HTTP status. */
export function withStatus(httpStatus: number): Pick<Delivery, "exchanges"> {
  return { exchanges: delivery.exchanges.map((exchange) => ({ ...exchange, httpStatus })) };
}

/** Reads a log to its end, page by page. */
export async function readAll<Row>(
  list: (page: { limit: number; below: LogCursor | null }) => Promise<LogPage<Row>>,
  limit: number,
): Promise<Row[][]> {
  const pages: Row[][] = [];
  for (let below: LogCursor | null = null; ; ) {
    const page: LogPage<Row> = await list({ limit, below });
    pages.push(page.rows);
    if (!page.next) return pages;
    below = page.next;
  }
}

/** Says something more in a conversation, and takes that turn before a server's worker can. */
export async function goOn(
  store: Store,
  ref: ConversationRef,
  dedupeKey: string,
  turn: Partial<Turn> = {},
): Promise<void> {
  const { lease } = await store.mailbox.enqueueAndTake(ref, textEvent(dedupeKey));
  await commitLeased(store, lease, turn);
}

export const botId = bot.id;
