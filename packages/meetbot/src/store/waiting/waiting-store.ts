import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { claimRating, dueRatings, maxRatingMinutes } from "./due-ratings.ts";
import { leftEmailOf } from "./left-email.ts";
import {
  claimReplyMails,
  type DueReplyMail,
  endReplyMail,
  type ReplyMailOutcome,
  recordSeen,
} from "./reply-mails.ts";
import { isReturnLink, makeReturnLink, type NewReturnLink, useReturnLink } from "./return-links.ts";
import { readRatings, readWaits } from "./waiting-tallies.ts";
import { countWait, type EndedWait, endedWaits, latestWaitSeconds } from "./waits.ts";

/** Stores which customers wait for agents, and how that went. */
export function createWaitingStore(pool: Pool, keys: ConversationKeys) {
  return {
    leftEmailOf: (ref: ConversationRef) => leftEmailOf(pool, keys, ref),
    claimReplyMails: (limit: number) => claimReplyMails(pool, limit),
    endReplyMail: (mail: DueReplyMail, outcome: ReplyMailOutcome) =>
      endReplyMail(pool, mail, outcome),
    recordSeen: (ref: ConversationRef, seq: number) => recordSeen(pool, ref, seq),
    makeReturnLink: (ref: ConversationRef, link: NewReturnLink) =>
      makeReturnLink(pool, keys, ref, link),
    isReturnLink: (botId: string, token: string) => isReturnLink(pool, botId, token),
    useReturnLink: (botId: string, token: string) => useReturnLink(pool, keys, botId, token),
    dueRatings: (limit: number, withinMinutes = maxRatingMinutes) =>
      dueRatings(pool, limit, withinMinutes),
    claimRating: (ref: ConversationRef) => claimRating(pool, ref),
    endedWaits: (limit: number) => endedWaits(pool, limit),
    countWait: (wait: EndedWait, seconds: number) => countWait(pool, wait, seconds),
    latestWaits: (botId: string, since: Date, limit: number) =>
      latestWaitSeconds(pool, botId, since, limit),
    waits: (botId: string, bounds: readonly Date[]) => readWaits(pool, botId, bounds),
    ratings: (botId: string, bounds: readonly Date[]) => readRatings(pool, botId, bounds),
  };
}

/** Emails that were left, mails and their links, ratings, and how long people took. */
export type WaitingStore = ReturnType<typeof createWaitingStore>;
