import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Hints } from "../../platform/change-signals/database-hints.ts";
import type { Assignments } from "../../store/desk/assignments.ts";
import type { Desk } from "../../store/desk/desk.ts";

/** The maximum of conversations released per run; the rest wait for the next run. */
const maxLeft = 200;

export interface DeskUpkeepDeps {
  desk: Pick<Desk, "leave">;
  assignments: Pick<
    Assignments,
    "deal" | "dueBots" | "free" | "freeOfLapsed" | "freeOfUnable" | "heldByUnable"
  >;
  hints: Pick<Hints, "give">;
  /** Wakes the worker: a turn may be retried. */
  wakeWorker(ref: ConversationRef): void;
}

/**
 * Ensures that no conversation waits for somebody who does not come. Each step does the work that is due by then, and
 * nothing twice, on however many nodes it runs.
 */
export function createDeskUpkeep({ desk, assignments, hints, wakeWorker }: DeskUpkeepDeps) {
  const tell = (changed: readonly ConversationRef[]) => {
    for (const ref of changed) hints.give(ref);
  };
  const deal = async (botId: string) => tell(await assignments.deal(botId));
  const dealAll = async () => {
    for (const botId of await assignments.dueBots()) await deal(botId);
  };
  const leave = async () => {
    tell(await assignments.freeOfUnable());
    for (const { heldBy, ...ref } of await assignments.heldByUnable(maxLeft)) {
      await desk.leave(ref, heldBy);
      wakeWorker(ref);
      hints.give(ref);
    }
  };
  return {
    /** A conversation started waiting or an operator has capacity: assigns the conversations that have no operator. */
    deal,
    /** An operator went off duty: releases the conversations that waited for them to all operators. */
    async stepAside(botId: string, operatorId: string): Promise<void> {
      tell(await assignments.free(botId, operatorId));
      await deal(botId);
    },
    /** Releases and reassigns the conversations of agents who were removed or lost permissions. */
    async leaveUnable(): Promise<void> {
      await leave();
      await dealAll();
    },
    /**
     * Catches up on missed work: releases conversations of operators who left without notice, and finishes what a dead
     * node left undone.
     */
    async run(): Promise<void> {
      tell(await assignments.freeOfLapsed());
      await leave();
      await dealAll();
    },
  };
}

export type DeskUpkeep = ReturnType<typeof createDeskUpkeep>;
