import type { Usage } from "@meetbot/model/bot/usage.ts";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { UsageStore } from "../../store/bots/usage-store.ts";

/** Each node records the same usage at most once in this time. */
const recordEveryMs = 60_000;
/** How many recorded usages a node remembers. */
const maxRemembered = 10_000;

type Seen = Pick<Usage, "kind" | "name">;

/** Records that a bot is in use; returns at once without waiting for the store. */
export type RecordUsage = (botId: string, seen: Seen) => void;

export function createUsageRecorder(
  usage: Pick<UsageStore, "note">,
  log: Pick<Logger, "warn">,
): RecordUsage {
  const noted = new LRUCache<string, true>({ max: maxRemembered, ttl: recordEveryMs });
  return (botId, seen) => {
    const key = `${botId} ${seen.kind} ${seen.name}`;
    if (noted.has(key)) return;
    noted.set(key, true);
    usage.note(botId, seen).catch((error: unknown) => {
      noted.delete(key);
      log.warn({ err: error, bot: botId }, "usage could not be recorded");
    });
  };
}
