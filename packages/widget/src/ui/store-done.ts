import { fullScreen } from "./parts/styles/full-screen.ts";

/**
 * Remembers what was done with the window in this tab, for the shop's next page; the loader reads it. A small
 * screen, which the window takes whole, is given to the next page as if it had been closed.
 */
export function storeDone(bot: string, done: "open" | "close"): void {
  try {
    sessionStorage[`meetbot:${bot}`] = matchMedia(fullScreen).matches ? "close" : done;
  } catch {
    // The storage is blocked: each page begins anew.
  }
}
