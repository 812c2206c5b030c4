import { fullScreen } from "./parts/styles/full-screen.ts";

/**
 * Stores whether the window was opened or closed in this tab, for the shop's next page; the loader reads it. On a small
 * screen, which the window fills, the stored state is always closed.
 */
export function storeDone(bot: string, done: "open" | "close"): void {
  try {
    sessionStorage[`meetbot:${bot}`] = matchMedia(fullScreen).matches ? "close" : done;
  } catch {
    // The storage is blocked, so each page starts from scratch.
  }
}
