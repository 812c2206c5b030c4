/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dayAfter(text, 0) === text;
}

/** The current calendar date in UTC, YYYY-MM-DD. */
export const today = () => new Date().toISOString().slice(0, 10);

/** The calendar date `days` after another (before it, when below zero), both YYYY-MM-DD. */
export function dayAfter(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00Z`) + days * msPerDay;
  return Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
}

/** The day of a time in Unix seconds, as the shop's pages show it. */
export function formatDate(timestampS: string): string {
  return dateFormat.format(Number(timestampS) * 1000);
}

/** A calendar date, YYYY-MM-DD, as the shop's pages show it. */
export function formatDay(date: string): string {
  return dateFormat.format(Date.parse(`${date}T00:00Z`));
}

const dateFormat = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

const msPerDay = 86_400_000;
