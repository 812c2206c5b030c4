import type { Logger } from "pino";
import {
  type QueueWork,
  startQueueWork,
} from "../../../platform/change-signals/start-queue-work.ts";
import type { DueWork } from "../../../store/due-work/due-work.ts";
import type { BridgeLease } from "../store/bridge-lease.ts";
import type { BridgeQueue } from "../store/bridge-queue.ts";
import type { BridgeRecord } from "../store/record-telling.ts";
import { syncDesk, type TellDeps } from "./sync-desk.ts";

/** The dependencies for handing conversations over. */
export interface BridgesDeps extends TellDeps {
  queue: BridgeQueue;
  dueWork: DueWork;
  log: Logger;
}

/** Updates the shops' help desks, one conversation at a time for each. */
export function startBridges(deps: BridgesDeps): QueueWork {
  return startQueueWork<BridgeLease>({
    name: "bridges",
    isDue: () => deps.dueWork.has("bridges"),
    prepare: deps.queue.spread,
    take: deps.queue.take,
    work: (lease) => tellUnder(lease, deps),
    log: deps.log,
  });
}

async function tellUnder(lease: BridgeLease, deps: BridgesDeps): Promise<void> {
  const { botId: bot, conversationId: conversation, kind } = lease;
  const how = await syncDesk(lease, deps);
  if (how === null) return;
  const ended = await deps.queue.end(lease, how);
  if (how.kind === "told") return;
  // The desk's error text may contain anything, so only users who may see the bridge get it.
  deps.log.warn({ bot, conversation, kind, how: how.kind }, notTold[how.kind]);
  if (!ended?.stopped) return;
  deps.onCalled(kind, "stopped");
  deps.log.error(
    { bot, kind, reason: ended.stopped },
    "a bridge to another desk was switched off: see Another desk in the console",
  );
}

const notTold: Record<Exclude<BridgeRecord["kind"], "told">, string> = {
  failed: "another desk was not reached: what it does not know is told later",
  gone: "another desk is gone for good",
  refused: "the help desk refuses updates about a conversation",
  rest: "another desk has too much to do: what it does not know is told later",
};
