import { useEffect, useMemo, useState } from "react";
import { languageTags } from "../../../words/locale.ts";
import { useSpeaking } from "../../../words/speaking.tsx";

/** How times of day are written: in English as the browser's own kind of English does, else by 24 hours. */
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
      /** The time of today, else the day with it. */
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
