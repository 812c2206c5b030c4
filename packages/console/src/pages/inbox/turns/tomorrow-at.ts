/** Returns tomorrow at the given hour, by the viewer's clock. */
export function tomorrowAt(hour: number, now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour);
}
