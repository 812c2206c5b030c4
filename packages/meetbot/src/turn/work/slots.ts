/** The most conversations that one node handles at once: most of them wait for a shop's response, or Meta's. */
const maxPlaces = 400;

/**
 * A bot gets another place while it holds fewer than this share of the free ones: alone up to a
 * quarter of all, and the fuller the node, the less. However many shops are slow, some places stay
 * free for the next bot.
 */
const shareOfFree = 1 / 3;

/** The places in which a node works on conversations, shared out among bots. */
export interface Slots {
  /** False: the bot holds its share already. */
  take(botId: string): boolean;
  leave(botId: string): void;
  free(): number;
  /** The bots that get no other place at this moment. */
  full(): string[];
}

export function createSlots(max = maxPlaces): Slots {
  const held = new Map<string, number>();
  let free = max;
  const heldBy = (botId: string) => held.get(botId) ?? 0;
  const isFull = (botId: string) => heldBy(botId) >= free * shareOfFree;
  return {
    take(botId) {
      if (isFull(botId)) return false;
      held.set(botId, heldBy(botId) + 1);
      free -= 1;
      return true;
    },
    leave(botId) {
      free += 1;
      if (heldBy(botId) > 1) held.set(botId, heldBy(botId) - 1);
      else held.delete(botId);
    },
    free: () => free,
    full: () => [...held.keys()].filter(isFull),
  };
}
