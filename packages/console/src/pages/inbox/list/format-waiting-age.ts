/** A duration in the unit people would use for it. */
export interface Age {
  unit: "minutes" | "hours" | "days";
  count: number;
  tone: "quiet" | "wait" | "bad";
}

const minuteMs = 60_000;
/** Minutes after which a waiting customer is marked; after 15 minutes the bot gives up, and an answer is owed. */
const patienceMinutes = { wait: 5, bad: 10 };

/** Returns how long a customer has been waiting, and how serious that is. */
export function formatWaitingAge(since: string, now: number): Age {
  const minutes = Math.max(0, Math.floor((now - new Date(since).getTime()) / minuteMs));
  const { wait, bad } = patienceMinutes;
  const tone = minutes >= bad ? "bad" : minutes >= wait ? "wait" : "quiet";
  if (minutes < 60) return { unit: "minutes", count: minutes, tone };
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return { unit: "hours", count: hours, tone };
  return { unit: "days", count: Math.floor(hours / 24), tone };
}
