import type { Retention } from "@meetbot/model/bot/bot.ts";
import { InvalidSettingError } from "./invalid-setting-error.ts";
import { limits } from "./limits.ts";

/**
 * Reads the number of days for which conversations are stored. Throws an {@link InvalidSettingError} if it is too
 * small, too large or not a whole number.
 */
export function readConversationDays(days: number): number {
  if (isWithin(days, limits.minConversationDays)) return days;
  throw new InvalidSettingError(
    `A conversation is kept for ${limits.minConversationDays} to ${limits.maxDays} whole days: events that a platform sends again have to be known for 48 hours.`,
  );
}

/**
 * Reads the number of days for which data is stored that is deleted with its conversation at the latest. Throws an
 * {@link InvalidSettingError} if it is too small, too large or not a whole number.
 */
export function readDays(days: number): number {
  if (isWithin(days, limits.minDays)) return days;
  throw new InvalidSettingError(
    `A number of days is whole, ${limits.minDays} to ${limits.maxDays}, and no more than conversations are kept for.`,
  );
}

/**
 * Checks that data is not stored for longer than its conversation, whose deletion also deletes the data's key. Throws
 * an {@link InvalidSettingError} otherwise.
 */
export function refuseLonger(
  days: number | null,
  { keepConversationsDays }: Pick<Retention, "keepConversationsDays">,
): void {
  if (days === null || days <= keepConversationsDays) return;
  throw new InvalidSettingError(
    `A conversation goes after ${keepConversationsDays} days with all that belongs to it, and something of it is to be kept for ${days}. Change both together.`,
  );
}

const isWithin = (days: number, min: number) =>
  Number.isInteger(days) && days >= min && days <= limits.maxDays;
