/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dayAfter(text, 0) === text;
}

/** The calendar date `days` after another (before it, when below zero), both YYYY-MM-DD. */
export function dayAfter(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00Z`) + days * msPerDay;
  return Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
}

const msPerDay = 86_400_000;
