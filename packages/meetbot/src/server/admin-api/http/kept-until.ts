import type { Retention } from "@meetbot/model/bot/bot.ts";

/** When a conversation that stays idle is deleted with all that belongs to it. */
export function conversationKeptUntil(
  { keepConversationsDays }: Retention,
  activeAt: Date,
): string {
  return new Date(daysAfter(activeAt, keepConversationsDays)).toISOString();
}

/** Returns when a delivery is deleted: on its own date or with its conversation. */
export function deliveryKeptUntil(bot: Retention, startedAt: Date, activeAt: Date): string {
  const withConversation = daysAfter(activeAt, bot.keepConversationsDays);
  const byItself = daysAfter(startedAt, bot.keepDeliveriesDays ?? Number.POSITIVE_INFINITY);
  return new Date(Math.min(withConversation, byItself)).toISOString();
}

function daysAfter(moment: Date, days: number): number {
  return moment.getTime() + days * 24 * 3_600_000;
}
