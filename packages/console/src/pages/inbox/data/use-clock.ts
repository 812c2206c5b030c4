import { useEffect, useMemo, useState } from "react";
import { languageTags } from "../../../words/locale.ts";
import { useSpeaking } from "../../../words/speaking.tsx";

/**
 * Returns formatters for times of day: English follows the browser's regional variant, other languages use 24 hours.
 */
export function useClock() {
  const { locale } = useSpeaking();
  return useMemo(() => {
    const own = navigator.languages.find((tag) => tag.startsWith("en"));
    const tag = locale === "en" ? (own ?? "en") : languageTags[locale];
    const cycle = locale === "en" ? {} : ({ hourCycle: "h23" } as const);
    const time = new Intl.DateTimeFormat(tag, { timeStyle: "short", ...cycle });
    const day = new Intl.DateTimeFormat(tag, { weekday: "short", month: "short", day: "numeric" });
    const dated = new Intl.DateTimeFormat(tag, { dateStyle: "medium" });
    const isToday = (at: Date) => at.toDateString() === new Date().toDateString();
    const dayOf = (at: Date) =>
      (at.getFullYear() === new Date().getFullYear() ? day : dated).format(at);
    return {
      time: (at: string) => time.format(new Date(at)),
      day: (at: string) => dayOf(new Date(at)),
      /** Formats a time from today as the time only, otherwise with the date. */
      moment(at: string) {
        const then = new Date(at);
        return isToday(then) ? time.format(then) : `${dayOf(then)} ${time.format(then)}`;
      },
    };
  }, [locale]);
}

/** The present moment, to some seconds. */
export function useNow(everyMs = 10_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
