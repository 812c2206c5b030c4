import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import { enqueue } from "../../../store/mailbox/enqueue.ts";
import { acceptHint, type HintToKeep } from "./accept-hint.ts";
import { acceptPush, type PushToKeep } from "./accept-push.ts";
import { claimNotification, type NotificationLease } from "./claim-notification.ts";
import { claimPushStatus, endTelling, type Telling, type TellingEnd } from "./claim-push-status.ts";
import { endNotification, type NotificationEnd } from "./end-notification.ts";
import { hasPushes } from "./has-pushes.ts";
import { type NewsToTell, newsKey, sendInOrder } from "./judge-news.ts";
import type { PushStoreDeps } from "./push-deps.ts";
import { readPush } from "./read-push.ts";
import { releaseDue, releaseHeld, signalOpenChats } from "./release-held.ts";
import {
  claimUnresolved,
  forgetHint,
  leaveUnresolved,
  type ResolvedParcel,
  resolveOrder,
  type UnresolvedPush,
} from "./resolve-order.ts";

/** Stores shops' pushes and each conversation's share of them in the database. */
export function createPushStore(deps: PushStoreDeps) {
  return {
    accept: (botId: string, push: PushToKeep) => acceptPush(deps, botId, push),
    /** Accepts a carrier's hint that a parcel may have moved. */
    acceptHint: (botId: string, hint: HintToKeep) => acceptHint(deps, botId, hint),
    /** Deletes a hint that notified no customer. */
    forgetHint: (hint: Pick<UnresolvedPush, "botId" | "pushId">) => forgetHint(deps, hint),
    /** The shop has pushed something. */
    hasPushes: (botId: string) => hasPushes(deps.pool, botId),
    read: (botId: string, pushId: string) => readPush(deps, botId, pushId),
    /** Claims a push about a parcel whose order is not known; skips bots with many claimed pushes. */
    claimUnresolved: (busyBots: readonly string[]) => claimUnresolved(deps, busyBots),
    resolveOrder: (push: UnresolvedPush, found: ResolvedParcel) => resolveOrder(deps, push, found),
    leaveUnresolved: (push: UnresolvedPush, how: { isAway: boolean }) =>
      leaveUnresolved(deps, push, how),
    /** Claims the notification that has waited longest, except from bots that already have many in progress. */
    take: (busyBots: readonly string[]) => claimNotification(deps, busyBots),
    /** Decides whether the current status is news, and if so adds it to the conversation. */
    tell: (lease: NotificationLease, news: NewsToTell) => sendInOrder(deps, lease, news),
    /** Adds an update sent by another way to the conversation too, once, for customers who return to the chat. */
    leaveInChat: (lease: NotificationLease, content: EventContent) =>
      enqueue(deps.pool, deps.keys, lease, { dedupeKey: newsKey(lease), content }),
    end: (lease: NotificationLease, how: NotificationEnd) => endNotification(deps.pool, lease, how),
    /** The customer is back: releases their held notifications for a new decision. Returns how many. */
    releaseHeld: (ref: ConversationRef) => releaseHeld(deps.pool, ref),
    releaseDue: () => releaseDue(deps.pool),
    /** Claims the status of a push to send to its shop; `null` when none is due. */
    claimPushStatus: () => claimPushStatus(deps.pool),
    endTelling: (telling: Telling, end: TellingEnd) => endTelling(deps.pool, telling, end),
    signalOpenChats: (isOpen: (ref: ConversationRef) => boolean) =>
      signalOpenChats(deps.pool, isOpen),
  };
}

export type PushStore = ReturnType<typeof createPushStore>;
