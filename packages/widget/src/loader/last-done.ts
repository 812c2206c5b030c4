/**
 * What was done last with the window in this tab: the shop's next page begins with it. Nothing where
 * it was not used yet, or the storage is blocked.
 */
export function lastDone(bot: string): "open" | "close" | undefined {
  try {
    return sessionStorage[`meetbot:${bot}`];
  } catch {
    return undefined;
  }
}
