/** The day of a moment in Unix seconds, in the reader's time zone; as it stands where it is none. */
export function formatMoment(seconds: string, language: string): string {
  return formatDay(new Date(Number(seconds || "?") * 1000), seconds, language);
}

/** A calendar date `YYYY-MM-DD`: it has no time zone and never shifts by a day. */
export function formatCalendarDate(date: string, language: string): string {
  return formatDay(new Date(`${date}T00:00:00Z`), date, language, { timeZone: "UTC" });
}

/** The calendar date of a moment where the reader is. */
export function toCalendarDate(moment: Date): string {
  const minutes = moment.getTimezoneOffset();
  return new Date(moment.getTime() - minutes * 60_000).toISOString().slice(0, 10);
}

function formatDay(day: Date, asWritten: string, language: string, zone = {}): string {
  if (Number.isNaN(day.getTime())) return asWritten;
  return day.toLocaleDateString(language, { dateStyle: "medium", ...zone });
}
