import type { CustomerLocale } from "@meetbot/presentation";
import type { CallReason, Holder } from "./holder.ts";

/** The lists of the inbox. */
export const inboxViews = [
  /** Open, and held by or assigned to the person who looks. */
  "mine",
  /** A person was called, and no agent has answered yet. */
  "waiting",
  /** All that is open. */
  "all",
  /** No agent was free, or the agent left without answering: the shop owes an answer. */
  "owed",
  "closed",
] as const;
export type InboxView = (typeof inboxViews)[number];

/** A conversation as the inbox lists it. */
export interface InboxRow {
  id: string;
  channel: string;
  locale: CustomerLocale | null;
  holder: Holder;
  version: number;
  heldBy: string | null;
  heldAt: Date | null;
  status: "open" | "closed";
  reason: CallReason;
  waitingSince: Date | null;
  owedSince: Date | null;
  closedAt: Date | null;
  assignedTo: string | null;
  snoozedUntil: Date | null;
  snoozedUntilReply: boolean;
  /** By id, in no order. */
  labels: string[];
  /** When each side wrote last; `null`: never since a person has to do with it. */
  customerAt: Date | null;
  personAt: Date | null;
  /** Whether the customer's last message to a person is still unanswered. */
  isUnanswered: boolean;
  lastSeq: number;
  updatedAt: Date;
}

/** The number of conversations in each list. */
export type InboxCounts = Record<Exclude<InboxView, "closed">, number>;
