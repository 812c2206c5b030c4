import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { EventContent } from "../../model/conversation/inbound-event.ts";
import { enqueue } from "../mailbox/enqueue.ts";
import { acceptPush, type PushToKeep } from "./accept-push.ts";
import { endNotification, type NotificationEnd } from "./end-notification.ts";
import { hasPushes, hasSubscriptions } from "./has-pushes.ts";
import { type NewsToTell, newsKey, tellInConversation } from "./judge-news.ts";
import type { PushStoreDeps } from "./push-deps.ts";
import { readPush } from "./read-push.ts";
import { noteOpenChats, releaseDue, releaseHeld } from "./release-held.ts";
import {
  leaveUnresolved,
  resolveOrder,
  takeUnresolved,
  type UnresolvedPush,
} from "./resolve-order.ts";
import { type NotificationLease, takeNotification } from "./take-notification.ts";
import { endTelling, type Telling, type TellingEnd, takeTelling } from "./take-telling.ts";

/** What shops push, and each conversation's part in it, in the database. */
export function createPushStore(deps: PushStoreDeps) {
  return {
    accept: (botId: string, push: PushToKeep) => acceptPush(deps, botId, push),
    /** The shop has pushed something. */
    hasPushes: (botId: string) => hasPushes(deps.pool, botId),
    hasSubscriptions: (botId: string) => hasSubscriptions(deps.pool, botId),
    read: (botId: string, pushId: string) => readPush(deps, botId, pushId),
    /** A push of a parcel whose order is not known. */
    takeUnresolved: () => takeUnresolved(deps),
    resolveOrder: (push: UnresolvedPush, orderNumber: string) =>
      resolveOrder(deps, push, orderNumber),
    leaveUnresolved: (push: UnresolvedPush, how: { isAway: boolean }) =>
      leaveUnresolved(deps, push, how),
    /** The notification that waits the longest, of no bot that has many in hand. */
    take: (busyBots: readonly string[]) => takeNotification(deps, busyBots),
    /** Judges what is true by now, and puts it into its conversation where it is news. */
    tell: (lease: NotificationLease, news: NewsToTell) => tellInConversation(deps, lease, news),
    /** What another way told is said in the conversation too, once, for who reads on there. */
    leaveInChat: (lease: NotificationLease, content: EventContent) =>
      enqueue(deps.pool, deps.keys, lease, { dedupeKey: newsKey(lease), content }),
    end: (lease: NotificationLease, how: NotificationEnd) => endNotification(deps.pool, lease, how),
    /** The customer is there: what was held for them is judged anew. Returns how many. */
    releaseHeld: (ref: ConversationRef) => releaseHeld(deps.pool, ref),
    releaseDue: () => releaseDue(deps.pool),
    /** What a shop is to be told of what became of its push; `null`: nothing is. */
    takeTelling: () => takeTelling(deps.pool),
    endTelling: (telling: Telling, end: TellingEnd) => endTelling(deps.pool, telling, end),
    noteOpenChats: (isOpen: (ref: ConversationRef) => boolean) => noteOpenChats(deps.pool, isOpen),
  };
}

export type PushStore = ReturnType<typeof createPushStore>;
