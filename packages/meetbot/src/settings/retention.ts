import type { Bot } from "../model/bot.ts";

/**
 * By its dedupe key an event that comes again is known as long as its conversation lives. Copies of
 * Messenger's come late: they have to be known for 48 hours.
 */
export const leastConversationDays = 2;
/** What happened is counted within the hour, and the next morning somebody can still look at it. */
export const leastDays = 1;
/** A year of questions and complaints; more would be a history of people. */
export const mostDays = 365;

export type Retention = Pick<
  Bot,
  "keepConversationsDays" | "keepDeliveriesDays" | "keepFailedMessagesDays"
>;

/** Long enough for a complaint about last week's chat, short enough to hold no history of people. */
export const usualRetention: Retention = {
  keepConversationsDays: 7,
  keepDeliveriesDays: null,
  keepFailedMessagesDays: null,
};
