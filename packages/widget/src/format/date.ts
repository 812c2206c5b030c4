/** The day of a moment in Unix seconds, in the reader's time zone; as it stands where it is none. */
export function formatMoment(seconds: string, language: string): string {
  return formatDay(Number(seconds || "?") * 1000, seconds, language);
}

/** A month `YYYY-MM`. Its middle is in it in every time zone. */
export function formatMonth(month: string, language: string): string {
  return formatDay(`${month}-15`, month, language, { year: "numeric", month: "long" });
}

/** A calendar date `YYYY-MM-DD`: it has no time zone, and its noon is in it wherever the reader is. */
export function formatCalendarDate(date: string, language: string): string {
  return formatDay(`${date}T12:00`, date, language);
}

/** The calendar date of a moment where the reader is: Swedes write dates as ISO 8601 does. */
export function toCalendarDate(moment: Date): string {
  return moment.toLocaleDateString("sv");
}

function formatDay(
  moment: number | string,
  asWritten: string,
  language: string,
  form: Intl.DateTimeFormatOptions = { dateStyle: "medium" },
): string {
  const day = new Date(moment);
  return Number.isNaN(+day) ? asWritten : day.toLocaleDateString(language, form);
}
