import { createHash } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { PushStatusEvent } from "@meetbot/protocol";
import type { Logger } from "pino";
import {
  type QueueWork,
  startQueueWork,
} from "../../../platform/change-signals/start-queue-work.ts";
import type { DueWork } from "../../../store/due-work/due-work.ts";
import type { Telling, TellingEnd } from "../store/claim-push-status.ts";
import type { PushStore } from "../store/push-store.ts";

/** How a shop took it. */
export type ToldShop = Exclude<TellingEnd, { kind: "again" }> | { kind: "unavailable" };

/** What sending push statuses to shops requires. */
export interface PushStatusDeps {
  pushes: Pick<PushStore, "claimPushStatus" | "endTelling">;
  dueWork: DueWork;
  /** Sends it to the bot's webhook, signed. */
  sendPushStatus(ref: ConversationRef, event: PushStatusEvent): Promise<ToldShop>;
  log: Logger;
}

/** Few, because answers to customers' questions come first. */
const atOnce = 2;

const secondMs = 1_000;
const minWaitMs = secondMs;
const maxWaitMs = 600 * secondMs;

/**
 * Reports the states of pushes to shops that request it: each state at least once, and never a lower one after a
 * higher.
 */
export function startPushStatus({
  pushes,
  dueWork,
  sendPushStatus,
  log,
}: PushStatusDeps): QueueWork {
  return startQueueWork<Telling>({
    name: "push status",
    isDue: () => dueWork.has("pushStatus"),
    atOnce,
    log,
    take: pushes.claimPushStatus,
    async work(telling) {
      const told = telling.isKnown
        ? ({ kind: "unavailable" } as const)
        : await sendPushStatus(telling, toEvent(telling));
      const again = { kind: "again", afterMs: waitMs(telling.tries) } as const;
      await pushes.endTelling(telling, told.kind === "unavailable" ? again : told);
      if (told.kind === "refused") {
        log.info(
          { bot: telling.botId },
          "the webhook refuses push_status, and is not told again until its URL changes or push_status is switched on anew",
        );
      }
    },
  });
}

const waitMs = (tries: number) => Math.min(minWaitMs * 2 ** Math.min(tries, 20), maxWaitMs);

function toEvent({ botId, pushId, conversationId, channel, state, because, at }: Telling) {
  const within = (name: string) =>
    createHash("sha256").update(`${botId} ${pushId} ${conversationId} ${name}`).digest("base64url");
  return {
    id: `push_status_${within(state).slice(0, 24)}`,
    pushId,
    recipient: `r_${within("recipient").slice(0, 24)}`,
    channel: channel.replaceAll("-", "_"),
    state,
    ...(because !== null && { because }),
    at: at.getTime(),
  } satisfies PushStatusEvent;
}
