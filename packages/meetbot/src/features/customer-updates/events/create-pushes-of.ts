import type { PushStore } from "../store/push-store.ts";

/** How many bots a node caches in that time; beyond that, it queries again. */
const maxKept = 10_000;

/** How long it takes to notice that a shop declares pushes or begins to push. */
const keptMs = 30_000;

/**
 * Checks whether a shop pushes its changes: Meetbot promises its customers nothing until the shop has pushed, or
 * announced that it will.
 */
export function createPushesOf(
  pushes: Pick<PushStore, "hasPushes">,
  now: () => number = Date.now,
): (botId: string) => Promise<boolean> {
  const kept = new Map<string, { until: number; pushes: Promise<boolean> }>();
  return (botId) => {
    const known = kept.get(botId);
    if (known && known.until > now()) return known.pushes;
    if (kept.size >= maxKept) kept.clear();
    const asked = pushes.hasPushes(botId).catch(() => false);
    kept.set(botId, { until: now() + keptMs, pushes: asked });
    return asked;
  };
}
