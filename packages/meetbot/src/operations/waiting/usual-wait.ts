import type { Bot } from "@meetbot/model/bot/bot.ts";
import { toCalendarDate } from "@meetbot/presentation";
import { dayAfter, momentAt } from "../../dialog/hours/zone-time.ts";
import type { Presence } from "../../store/desk/presence.ts";
import type { WaitingStore } from "../../store/waiting/waiting-store.ts";

/** At most this many of today's latest first replies are used; with fewer than the minimum, no usual wait is shown. */
const maxReplies = 20;
const minReplies = 3;

/** How long a stated wait stays valid. */
const keptMs = 60_000;

/** The waits that customers read, in minutes: rounded up to the next of these. */
const toldMinutes = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60];

/**
 * Returns how long customers wait today, in minutes: the median of the latest waits, rounded up; `null` if unknown or
 * longer.
 */
export function usualMinutes(seconds: readonly number[]): number | null {
  if (seconds.length < minReplies) return null;
  const sorted = seconds.toSorted((one, other) => one - other);
  // Of an even count the longer one of the middle: nothing is promised that half of them did not get.
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return toldMinutes.find((minutes) => median <= minutes * 60) ?? null;
}

/**
 * Returns how long a bot's customers wait today; queries the database once a minute per bot. `null` if unknown or if
 * nobody is on duty who could keep to it.
 */
export function createUsualWait(
  waiting: Pick<WaitingStore, "latestWaits">,
  presence: Pick<Presence, "listOn">,
  now: () => number = Date.now,
): (bot: Bot) => Promise<number | null> {
  const kept = new Map<string, { until: number; minutes: Promise<number | null> }>();
  return async (bot) => {
    // Without office hours, the bot promises no wait.
    if (!bot.officeHours) return null;
    const known = kept.get(bot.id);
    if (known && known.until > now()) return known.minutes;
    if (kept.size >= maxKept) kept.clear();
    const since = new Date(beginOfDay(bot, now()));
    const waits = waiting.latestWaits(bot.id, since, maxReplies);
    const minutes = Promise.all([waits, presence.listOn(bot.id)])
      .then(([seconds, { length }]) => (length === 0 ? null : usualMinutes(seconds)))
      .catch(() => null);
    kept.set(bot.id, { until: now() + keptMs, minutes });
    return minutes;
  };
}

/** The most bots whose wait a node caches; beyond that, it empties the cache and queries again. */
const maxKept = 10_000;

/** Returns when the office's day began; without office hours, when the shop's day began. */
function beginOfDay({ officeHours, timeZone }: Bot, now: number): number {
  const zone = officeHours?.timeZone ?? timeZone;
  const today = toCalendarDate(new Date(now), zone);
  const begin = momentAt(today, "00:00", zone);
  return begin <= now ? begin : momentAt(dayAfter(today, -1), "00:00", zone);
}
