import type { Bot, BotSecrets } from "../model/bot.ts";
import type { BotShelf } from "../store/store.ts";

/** How long a change made beside a running server may stay unseen. */
const freshForMs = 2000;

/** So many bots are remembered; the oldest go first. */
const maxRemembered = 1000;

interface Asker {
  bot: Bot;
  secrets: BotSecrets;
}

/** Finds bots without asking the database for each message. */
export function createBotCache(
  bots: BotShelf,
  now: () => number = Date.now,
): (botId: string) => Promise<Asker | null> {
  const remembered = new Map<string, { until: number; found: Promise<Asker | null> }>();
  const load = async (botId: string): Promise<Asker | null> => {
    const bot = await bots.find(botId);
    const secrets = bot && (await bots.secretsOf(botId));
    return secrets && { bot, secrets };
  };
  return (botId) => {
    const known = remembered.get(botId);
    if (known && known.until > now()) return known.found;
    const found = load(botId);
    remembered.delete(botId);
    remembered.set(botId, { until: now() + freshForMs, found });
    found.catch(() => remembered.delete(botId));
    const oldest = remembered.keys().next();
    if (remembered.size > maxRemembered && !oldest.done) remembered.delete(oldest.value);
    return found;
  };
}
