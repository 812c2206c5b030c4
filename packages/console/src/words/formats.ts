import { useMemo } from "react";
import { languageTags } from "./locale.ts";
import { useSpeaking } from "./speaking.tsx";

/** Formats times and numbers in the console's current language. Without a time zone, times are in the browser's. */
export function useFormats(timeZone?: string) {
  const { locale } = useSpeaking();
  return useMemo(() => {
    const tag = languageTags[locale];
    const zone = timeZone ? { timeZone } : {};
    const dateTime = new Intl.DateTimeFormat(tag, {
      dateStyle: "medium",
      timeStyle: "medium",
      hourCycle: "h23",
      ...zone,
    });
    const date = new Intl.DateTimeFormat(tag, { dateStyle: "medium", ...zone });
    const number = new Intl.NumberFormat(tag);
    const ratio = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
    const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
    const relative = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
    return {
      dateTime: (at: string | number | Date) => dateTime.format(new Date(at)),
      date: (at: string | number | Date) => date.format(new Date(at)),
      number: (value: number) => number.format(value),
      ratio: (value: number) => ratio.format(value),
      percent: (share: number) => percent.format(share),
      ago: (at: string | number | Date) => ago(relative, new Date(at).getTime() - Date.now()),
    };
  }, [locale, timeZone]);
}

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

function ago(format: Intl.RelativeTimeFormat, differenceMs: number): string {
  const [unit, ms] = units.find(([, ms]) => Math.abs(differenceMs) >= ms) ?? ["second", 1000];
  const told = format.format(Math.trunc(differenceMs / ms), unit);
  // As all our Chinese texts have it: "10 分钟前".
  return told.replace(/(\d)(?=\p{Script=Han})/u, "$1 ");
}
