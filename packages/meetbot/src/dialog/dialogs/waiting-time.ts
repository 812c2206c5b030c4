import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { say } from "@meetbot/presentation";

const hourMinutes = 60;

/** How long a customer has to wait, in words; rounded up. */
export function waitingTime(locale: Locale, seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes === 1) return say(locale, "waitMinute");
  if (minutes <= hourMinutes) return say(locale, "waitMinutes", { count: minutes });
  return say(locale, "waitHours", { count: Math.ceil(minutes / hourMinutes) });
}
