import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { KnownStatus } from "@meetbot/model/push/subscription.ts";
import { type ParcelStatus, parcelStatuses } from "@meetbot/presentation";
import {
  bot,
  openConversation,
  openTestStore,
  textEvent,
  turnSaying,
} from "../../../store/store.fixture.ts";
import type { NotificationLease } from "./claim-notification.ts";
import type { ParcelEvent } from "./judge-model.fixture.ts";
import type { NewsToTell } from "./judge-news.ts";

const hourMs = 3_600_000;
const firstMs = Date.UTC(2026, 0, 1);

/** Conversations that follow one order, in which parcels' news are judged. */
export async function openNews(t: TestContext) {
  const { store, run } = await openTestStore(t);
  const orderNumber = "PA7K2Q9XW4TP";
  let ids = 0;
  const fresh = (what: string) => `${what}${++ids}`;

  async function follow(known: readonly KnownStatus[] = []): Promise<ConversationRef> {
    const ref = await openConversation(store, { conversationId: fresh("c_") });
    await store.mailbox.commitTurn((await store.mailbox.take(ref))!, turnSaying("Hello"));
    await store.mailbox.enqueue(ref, textEvent(fresh("turn")));
    const subscription = {
      ...({
        scope: "order",
        subject: orderNumber,
        source: "choice",
        wording: 1,
      } as const),
      known,
    };
    const settled = await store.mailbox.commitTurn((await store.mailbox.take(ref))!, {
      ...turnSaying("Yes"),
      subscription: { kind: "begin", subscription },
    });
    assert.equal(settled.outcome, "settled");
    return ref;
  }

  /** Pushes it; the notifications of all who follow are in hand. */
  async function push(event: ParcelEvent | { status: ParcelStatus; at: Date }, number: string) {
    const id = fresh("push_");
    const { status } = event;
    const occurredAt = "at" in event ? event.at : new Date(firstMs + event.atH * hourMs);
    const accepted = await store.pushes.accept(bot.id, {
      ...{ id, bodyHash: Buffer.from(id), occurredAt, expiresAt: null, isOld: false },
      said: {
        ...({ method: "package.changed", orderNumber, packageNumber: number } as const),
        ...{ account: null, status, snapshot: null },
      },
      newsUntil: new Date(Date.now() + 24 * hourMs),
    });
    assert.equal(accepted.outcome, "accepted");
    const leases: NotificationLease[] = [];
    for (;;) {
      const lease = await store.pushes.take([]);
      if (!lease) return leases;
      leases.push(lease);
    }
  }

  /** Judges the news of a lease; `outside`: the customer gets it by another way than the chat. */
  const judge = (
    lease: NotificationLease,
    {
      status,
      number,
      source = "both",
      outside = false,
    }: {
      status: ParcelStatus;
      number: string;
      source?: NewsToTell["source"];
      outside?: boolean;
    },
  ) =>
    store.pushes.tell(lease, {
      ...{ of: "package", number, status, facts: parcelStatuses[status], source },
      occurredAt: lease.occurredAt,
      event: outside
        ? null
        : (told) => ({ kind: "news", news: { of: "package", status: told, heard: [heard] } }),
    });

  /**
   * Delivers the events one after the other to all followers; returns the updates sent to each conversation, in order.
   */
  async function tell(events: readonly ParcelEvent[], number = fresh("PARCEL")) {
    const told = new Map<string, { status: string; nth: number }[]>();
    for (const [nth, event] of events.entries()) {
      for (const lease of await push(event, number)) {
        const judged = await judge(lease, { status: event.status, number });
        const own = told.get(lease.conversationId) ?? [];
        if (judged.verdict === "told") own.push({ status: judged.status, nth });
        told.set(lease.conversationId, own);
      }
    }
    return told;
  }
  return { store, run, follow, push, judge, tell, fresh };
}

const question = { method: "packages", packageNumber: "P", page: 1 } as const;
const answer = { kind: "packages", packages: [], hasNextPage: false } as const;
const heard = { question, answer: { ...answer, packages: [] } };

/** Of the only conversation. */
export const only = (told: Map<string, { status: string; nth: number }[]>) =>
  ([...told.values()][0] ?? []).map(({ status }) => status);
