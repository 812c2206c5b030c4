import { useMemo } from "react";
import { languageTags } from "../../../words/locale.ts";
import { useSpeaking } from "../../../words/speaking.tsx";

/** Writes days of the calendar and parts of a series, as the bot's clock has them. */
export function useDayFormats(timeZone: string) {
  const { locale } = useSpeaking();
  return useMemo(() => {
    const tag = languageTags[locale];
    const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
    const shortDay = new Intl.DateTimeFormat(tag, { month: "short", day: "numeric", timeZone });
    const hour = new Intl.DateTimeFormat(tag, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone,
    });
    return {
      /** YYYY-MM-DD, which has no zone. */
      day: (date: string) => day.format(new Date(`${date}T00:00Z`)),
      shortDay: (at: string) => shortDay.format(new Date(at)),
      hour: (at: string) => hour.format(new Date(at)),
    };
  }, [locale, timeZone]);
}
