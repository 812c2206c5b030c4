import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Logger } from "pino";
import { refKey } from "../../platform/postgres/ref-key.ts";
import { createSlots, type Slots } from "./slots.ts";

/** How often to poll for work that no wake-up announced. */
const pollEveryMs = 500;

/** Who found no place is looked for as soon as one is left, but not for each that is left. */
const lookAgainAfterMs = 25;

/** A conversation's place on this node. Its taker either works or leaves. */
export interface Place<InHand> {
  /** Works until nothing waits, first on the lease in hand, then leaves. */
  work(inHand: InHand | null): void;
  leave(): void;
}

/** Work that this node does in many conversations, in each of them one thing after the other. */
export interface Work<InHand> {
  /** Signals that work is waiting in a conversation. */
  wake(ref: ConversationRef): void;
  /** Null: the conversation has its place already, or this node has none for it. */
  acquireSlot(ref: ConversationRef): Place<InHand> | null;
  /** Starts no new turns; resolves when the running ones are done. */
  stop(): Promise<void>;
}

export interface WorkToDo<InHand> {
  /** For the log. */
  name: string;
  /** Whether any work may wait, from any source: checked before {@link due} when no wake-up announced it. */
  isDue(): Promise<boolean>;
  /** Conversations in which something waits, the longest waiting first. */
  due(limit: number, withoutBots: readonly string[]): Promise<ConversationRef[]>;
  /** Works on a conversation until nothing waits there, another node takes it, or this node stops. */
  workIn(ref: ConversationRef, inHand: InHand | null, isStopped: () => boolean): Promise<void>;
  log: Logger;
}

export function startWork<InHand = never>(toDo: WorkToDo<InHand>): Work<InHand> {
  const working = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const places = createSlots();
  let missed = false;
  let stopped = false;

  const acquireSlot = (ref: ConversationRef): Place<InHand> | null => {
    const key = refKey(ref);
    if (stopped || working.has(key) || !places.take(ref.botId)) return null;
    const left = Promise.withResolvers<void>();
    working.set(key, left.promise);
    const leave = () => {
      working.delete(key);
      places.leave(ref.botId);
      left.resolve();
      if (again.delete(key)) wake(ref);
      if (missed) polling.lookSoon();
      missed = false;
    };
    const work = (inHand: InHand | null) => {
      toDo
        .workIn(ref, inHand, () => stopped)
        .catch((error: unknown) => {
          const facts = { err: error, work: toDo.name, conversation: ref.conversationId };
          toDo.log.error(facts, "work in a conversation failed");
        })
        .finally(leave);
    };
    return { work, leave };
  };
  const wake = (ref: ConversationRef): void => {
    if (stopped) return;
    const place = acquireSlot(ref);
    if (place) place.work(null);
    else if (working.has(refKey(ref))) again.add(refKey(ref));
    else missed = true;
  };

  const polling = startPolling(toDo, places, wake);
  return {
    wake,
    acquireSlot,
    async stop() {
      stopped = true;
      await polling.stop();
      await Promise.all(working.values());
    },
  };
}

type Due = Pick<WorkToDo<never>, "isDue" | "due" | "log" | "name">;

function startPolling(
  toDo: Due,
  places: Slots,
  wake: (ref: ConversationRef) => void,
): { lookSoon(): void; stop(): Promise<void> } {
  let looking: Promise<void> | null = null;
  let soon: NodeJS.Timeout | undefined;
  /** A wake-up announced work: look for it regardless of the last check's result. */
  let isTold = false;
  const mayBeDue = async () => {
    const isDue = isTold || (await toDo.isDue()) || isTold;
    isTold = false;
    return isDue;
  };
  const look = () => {
    looking ??= wakeDue(toDo, places, wake, mayBeDue)
      .catch((error: unknown) => {
        toDo.log.warn(
          { err: error, work: toDo.name },
          "waiting conversations could not be looked up",
        );
      })
      .finally(() => {
        looking = null;
      });
  };
  const timer = setInterval(look, pollEveryMs);
  return {
    lookSoon() {
      soon ??= setTimeout(() => {
        soon = undefined;
        isTold = true;
        look();
      }, lookAgainAfterMs);
    },
    async stop() {
      clearInterval(timer);
      clearTimeout(soon);
      await looking;
    },
  };
}

/**
 * Wakes due conversations, the longest waiting first. A bot that uses all its slots would hide the others, however many
 * conversations of it are due: the next query leaves that bot out.
 */
async function wakeDue(
  { due }: Pick<Due, "due">,
  places: Slots,
  wake: (ref: ConversationRef) => void,
  mayBeDue: () => Promise<boolean>,
): Promise<void> {
  if (places.free() === 0 || !(await mayBeDue())) return;
  const passedOver = new Set(places.full());
  for (;;) {
    const limit = places.free();
    if (limit === 0) return;
    const found = await due(limit, [...passedOver]);
    for (const ref of found) wake(ref);
    const full = places.full().filter((botId) => !passedOver.has(botId));
    if (found.length < limit || full.length === 0) return;
    for (const botId of full) passedOver.add(botId);
  }
}
