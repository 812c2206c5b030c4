/**
 * Returns whether the window was last opened or closed in this tab, so that the shop's next page can restore that.
 * Undefined if the window was not used yet, or the storage is blocked.
 */
export function lastDone(bot: string): "open" | "close" | undefined {
  try {
    return sessionStorage[`meetbot:${bot}`];
  } catch {
    return undefined;
  }
}
