/** Tomorrow at an hour, as the clock of whoever looks has it. */
export function tomorrowAt(hour: number, now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour);
}
