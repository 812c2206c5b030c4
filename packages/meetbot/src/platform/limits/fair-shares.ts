/** How much of something one node has. */
export interface SharesOptions {
  /** In all. */
  max: number;
  /** For one network. */
  maxOfOne: number;
  /** How long a share is safe from being released in favor of another holder in its own network. */
  safeForMs?: number;
  now?: () => number;
}

/** A holder's part of the resource. */
export interface Share {
  /** Takes more; `false` when there is none left, or when all of the share went to another holder. */
  grow(by: number): boolean;
  leave(): void;
}

/**
 * Shares a scarce resource of a node among the networks that want it, so that none takes it from all the others. While
 * there is enough, nobody has to make room. Otherwise the holder of the oldest part, in the network that holds the
 * most, makes room.
 */
export interface FairShares {
  /**
   * Takes a part; returns `null` if none is left. Calls `onEnded` when the part goes to another holder; with `null`,
   * the part is never taken away. A network of `null` is this machine: it counts only towards the total.
   */
  enter(network: string | null, onEnded: (() => void) | null, weight?: number): Share | null;
  size(): number;
}

interface Holder {
  key: string | null;
  since: number;
  weight: number;
  isGone: boolean;
  onEnded: (() => void) | null;
}

interface Network {
  held: number;
  /** The holders, in the order in which they came. */
  holders: Set<Holder>;
}

export function createFairShares(options: SharesOptions): FairShares {
  const { max, maxOfOne, safeForMs = 0, now = Date.now } = options;
  const networks = new Map<string, Network>();
  let size = 0;

  const heldBy = (key: string | null) => (key === null ? 0 : (networks.get(key)?.held ?? 0));

  function add(holder: Holder, by: number): void {
    size += by;
    holder.weight += by;
    if (holder.key === null) return;
    const network = networks.get(holder.key) ?? { held: 0, holders: new Set() };
    network.held += by;
    network.holders.add(holder);
    networks.set(holder.key, network);
  }

  function remove(holder: Holder): void {
    if (holder.isGone) return;
    holder.isGone = true;
    size -= holder.weight;
    const network = holder.key === null ? undefined : networks.get(holder.key);
    if (!network || holder.key === null) return;
    network.held -= holder.weight;
    network.holders.delete(holder);
    if (network.holders.size === 0) networks.delete(holder.key);
  }

  function endOldest(network: Network | undefined, forMs: number): boolean {
    const [oldest] = network?.holders ?? [];
    if (!oldest?.onEnded || now() - oldest.since < forMs) return false;
    remove(oldest);
    oldest.onEnded();
    return true;
  }

  function largest(): string | null {
    let found: string | null = null;
    for (const key of networks.keys()) if (heldBy(key) > heldBy(found)) found = key;
    return found;
  }

  function makeRoom(key: string | null, by: number): boolean {
    const own = () => endOldest(networks.get(key ?? ""), safeForMs);
    while (key !== null && heldBy(key) + by > maxOfOne) if (!own()) return false;
    while (size + by > max) {
      const other = largest();
      const isOther = other !== null && heldBy(other) > heldBy(key) + by;
      if (!(isOther ? endOldest(networks.get(other), 0) : own())) return false;
    }
    return true;
  }

  return {
    enter(key, onEnded, weight = 1) {
      if (!makeRoom(key, weight)) return null;
      const holder: Holder = { key, since: now(), weight: 0, isGone: false, onEnded };
      add(holder, weight);
      return {
        grow(by) {
          if (holder.isGone || !makeRoom(key, by) || holder.isGone) return false;
          add(holder, by);
          return true;
        },
        leave: () => remove(holder),
      };
    },
    size: () => size,
  };
}
