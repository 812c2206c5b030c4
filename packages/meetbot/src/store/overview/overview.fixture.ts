import type { TestContext } from "node:test";
import type { QuestionOutcome } from "@meetbot/model/conversation/ask.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { TurnOutcome } from "@meetbot/model/conversation/turn-outcome.ts";
import type { UnansweredReason } from "@meetbot/model/log/unanswered.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { AskedTopic } from "@meetbot/model/topics/asked-topic.ts";
import {
  delivery,
  openConversation,
  openTestStore,
  textEvent,
  turnSaying,
} from "../store.fixture.ts";
import type { Store } from "../store.ts";

export const quarterMs = 15 * 60_000;

/** The quarter in which the tests began: all are about the same time, however long they take. */
const currentQuarter = Math.floor(Date.now() / quarterMs);

/** Start of the quarter of an hour, so many quarters ago. */
export function quartersAgo(quarters: number): Date {
  return new Date((currentQuarter - quarters) * quarterMs);
}

/** One thing a customer did, and what the turn made of it. */
export interface Played {
  event?: InboundEvent["content"];
  /** What the bot says to it. */
  says?: string[];
  question?: QuestionOutcome;
  deliveries?: Partial<Delivery>[];
  unanswered?: UnansweredReason;
  personAsked?: boolean;
  askedAgain?: boolean;
  topic?: AskedTopic;
  /** Default: what the turn came to follows from the others. */
  outcome?: TurnOutcome | null;
}

const start = { kind: "start", locale: null, account: null } as const;

/** A store with conversations that were held in the past. */
export async function openPast(t: TestContext) {
  const parts = await openTestStore(t);
  return { ...parts, ...createPast(parts) };
}

/** Holds conversations in the past of a store. */
export function createPast({
  store,
  run,
}: Pick<Awaited<ReturnType<typeof openTestStore>>, "store" | "run">) {
  let deliveries = 0;

  /** Holds a conversation as if it had begun at a time; all of it happens within that quarter. */
  async function hold(at: Date, played: Played[], on: Store = store): Promise<ConversationRef> {
    const conversationId = crypto.randomUUID();
    const first = { dedupeKey: "start", content: start };
    const ref = await openConversation(on, { conversationId, first });
    await commitNext(on, ref, {}, at);
    for (const one of played) await say(ref, at, one, on);
    await date(ref, "conversations", "created_at", at);
    return ref;
  }

  /** What the customer does later in it. */
  async function say(ref: ConversationRef, at: Date, played: Played, on: Store = store) {
    const content = played.event ?? { kind: "text" as const, text: "Where is my order?" };
    await on.mailbox.enqueue(ref, { ...textEvent(crypto.randomUUID()), content });
    await commitNext(on, ref, played, at);
  }

  async function commitNext(on: Store, ref: ConversationRef, played: Played, at: Date) {
    const lease = await on.mailbox.take(ref);
    if (!lease) throw new Error("Nothing waits in the conversation.");
    const asked = played.deliveries ?? (played.question ? [{}] : []);
    const text = lease.event.content.kind === "text" ? lease.event.content.text : "";
    await on.mailbox.commitTurn(lease, {
      ...turnSaying(...(played.says ?? ["Hello"])),
      question: played.question ?? null,
      outcome: played.outcome === undefined ? outcomeOf(played) : played.outcome,
      askedAgain: played.askedAgain ?? false,
      personAsked: played.personAsked ?? false,
      topic: played.topic ?? null,
      unanswered: played.unanswered ? { reason: played.unanswered, likeness: text } : null,
      deliveries: asked.map((one) => {
        deliveries += 1;
        return { ...delivery, id: `order_list_${deliveries}`, startedAt: at.getTime(), ...one };
      }),
    });
    for (const [table, column] of datedRows) {
      const which = table === "messages" ? "and seq >= $4" : "and seq = $4";
      await run(
        `update ${table} set ${column} = $3 where bot_id = $1 and conversation_id = $2 ${which}`,
        [ref.botId, ref.conversationId, at, lease.event.seq],
      );
    }
  }

  const date = (ref: ConversationRef, table: string, column: string, at: Date) =>
    run(`update ${table} set ${column} = $3 where bot_id = $1 and conversation_id = $2`, [
      ref.botId,
      ref.conversationId,
      at,
    ]);

  /** As if counting had stood still since then. */
  const countedUntil = (at: Date) =>
    run("update tally_progress set counted_until = $1, open_from = $1", [at]);

  return { hold, say, countedUntil };
}

function outcomeOf({ question, unanswered, personAsked }: Played): TurnOutcome | null {
  if (personAsked) return "handed_over";
  if (unanswered) return "missed";
  if (question) return question === "answered" ? "answered" : "refused";
  return null;
}

const datedRows = [
  ["messages", "at"],
  ["person_requests", "requested_at"],
  ["unanswered", "at"],
  ["topic_requests", "at"],
] as const;
