/**
 * What was done last with the window in this tab: the shop's next page begins with it. Nothing where
 * it was not used yet, or the storage is blocked.
 */
export function lastDone(bot: string, done?: "open" | "close"): typeof done {
  try {
    const key = `meetbot:${bot}`;
    if (done) sessionStorage[key] = done;
    return sessionStorage[key];
  } catch {
    return undefined;
  }
}
