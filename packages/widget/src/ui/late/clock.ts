/** When something was said, by the reader's clock; the day too where it is not that of what was told before. */
export function formatTime(
  at: string | number,
  before: string | number | undefined,
  language: string,
): string {
  const moment = new Date(at);
  const isSameDay = moment.toDateString() === new Date(before ?? Date.now()).toDateString();
  return moment.toLocaleString(language, {
    timeStyle: "short",
    ...(!isSameDay && { dateStyle: "medium" }),
  });
}
