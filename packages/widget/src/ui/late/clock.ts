/** Formats a message's time by the reader's clock, with the day if it differs from that of the message before. */
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
