import type { SceneEntry } from "../../scene/scene.ts";

/** What one side says within so long stands together. */
const togetherMs = 5 * 60_000;
/** After so long the time is said. */
const pauseMs = 15 * 60_000;

/** Where an entry stands among its neighbors. */
export interface Placed {
  entry: SceneEntry;
  isFirst: boolean;
  isLast: boolean;
  tellsTime: boolean;
}

/** Puts what one side says at once together, as Messenger does. */
export function group(entries: SceneEntry[]): Placed[] {
  return entries.map((entry, index) => {
    const [before, after] = [entries[index - 1], entries[index + 1]];
    return {
      entry,
      isFirst: !isTogether(before, entry),
      isLast: !isTogether(entry, after),
      tellsTime: !before || entry.atMs - before.atMs > pauseMs,
    };
  });
}

function isTogether(one: SceneEntry | undefined, next: SceneEntry | undefined): boolean {
  return one?.from === next?.from && (next?.atMs ?? 0) - (one?.atMs ?? 0) < togetherMs;
}
