import { createRecentCounts } from "./recent-counts.ts";

/** A shop that needs a second for each query still answers ten a second. */
const maxInFlight = 10;

/** At most this many queries wait for a slot, and only this long; a customer gains nothing from waiting longer. */
const maxWaiting = 50;
const maxWaitMs = 1_000;

/**
 * A conversation that queried the shop this often within the last minute leaves this many slots free for newcomers.
 * Looking up a number, its packages and one more question takes fewer queries.
 */
const oftenAsked = 4;
const keptForOthers = 2;

/** How long the number of queries of each conversation and network is remembered. */
const rememberedMs = 60_000;

/** A network that holds half of the slots must leave this many free for other networks. */
const manyOfANetwork = 5;
const keptForOtherNetworks = 2;

/** Whom an answer is for. A shop's places are shared out among networks, and among their conversations. */
export interface AskedFor {
  conversationId: string;
  /** `null` if the channel does not reveal the network; the conversation then takes its place. */
  network: string | null;
}

/** Limits concurrent calls to one endpoint; callers with the least use so far go first. */
export interface Bulkhead {
  /**
   * Resolves with the function that releases the slot, or `null` if there are too many calls. Rejects with the signal's
   * reason. Calls made for no conversation go first.
   */
  enter(signal?: AbortSignal, askedFor?: AskedFor | null): Promise<(() => void) | null>;
}

interface Waiting {
  askedFor: AskedFor | null;
  settle(isIn: boolean): void;
}

export function createBulkhead(now: () => number = Date.now): Bulkhead {
  const asks = createRecentCounts(now, rememberedMs);
  const inFlightOf = new Map<string, number>();
  const waiting: Waiting[] = [];
  let inFlight = 0;

  const heldBy = (askedFor: AskedFor | null) => inFlightOf.get(networkOf(askedFor)) ?? 0;
  const askedBy = (askedFor: AskedFor | null) => (askedFor ? asks.of(askedFor.conversationId) : 0);
  /**
   * Returns what a customer has used: the places of their network, and the earlier queries of their conversation and
   * their network. Without the network, a customer who begins a conversation for each question would always be new.
   */
  const had = ({ askedFor }: Waiting) =>
    askedFor ? heldBy(askedFor) + askedBy(askedFor) + asks.of(nameOfNetwork(askedFor)) : 0;

  const mayEnter = (askedFor: AskedFor | null) => {
    const forOthers = askedBy(askedFor) > oftenAsked ? keptForOthers : 0;
    const isMany = askedFor !== null && heldBy(askedFor) >= manyOfANetwork;
    return inFlight < maxInFlight - forOthers - (isMany ? keptForOtherNetworks : 0);
  };

  /** Takes a slot and returns its release function, which takes effect once. */
  const goIn = (askedFor: AskedFor | null) => {
    const network = networkOf(askedFor);
    inFlight += 1;
    inFlightOf.set(network, heldBy(askedFor) + 1);
    let isOut = false;
    return () => {
      if (isOut) return;
      isOut = true;
      inFlight -= 1;
      if (heldBy(askedFor) > 1) inFlightOf.set(network, heldBy(askedFor) - 1);
      else inFlightOf.delete(network);
      letNextIn();
    };
  };

  /** Callers with the least use go first; among equals, the one that has waited longest. */
  const letNextIn = () => {
    const next = leastBy(
      waiting.filter(({ askedFor }) => mayEnter(askedFor)),
      had,
    );
    if (!next) return;
    next.settle(true);
    letNextIn();
  };

  /** Evicts a waiting caller with more use than the newcomer, if the queue is full. */
  const hasRoomFor = (newcomer: Waiting) => {
    if (waiting.length < maxWaiting) return true;
    const last = leastBy(waiting.toReversed(), (one) => -had(one));
    if (!last || had(last) <= had(newcomer)) return false;
    last.settle(false);
    return true;
  };

  const waitForPlace = async (signal: AbortSignal | undefined, askedFor: AskedFor | null) => {
    const { promise, resolve, reject } = Promise.withResolvers<(() => void) | null>();
    const leaveQueue = () => {
      const at = waiting.indexOf(one);
      if (at !== -1) waiting.splice(at, 1);
    };
    const one: Waiting = {
      askedFor,
      settle(isIn) {
        leaveQueue();
        resolve(isIn ? goIn(askedFor) : null);
      },
    };
    if (!hasRoomFor(one)) return null;
    waiting.push(one);
    const timer = setTimeout(() => one.settle(false), maxWaitMs);
    const onAbort = () => {
      leaveQueue();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    }
  };

  return {
    async enter(signal, askedFor = null) {
      signal?.throwIfAborted();
      if (askedFor) {
        asks.add(askedFor.conversationId);
        asks.add(nameOfNetwork(askedFor));
      }
      return mayEnter(askedFor) ? goIn(askedFor) : waitForPlace(signal, askedFor);
    },
  };
}

const networkOf = (askedFor: AskedFor | null): string =>
  askedFor ? (askedFor.network ?? askedFor.conversationId) : "";

/** The prefix separates a network's count from that of a conversation, whose id may stand in for its network. */
const nameOfNetwork = (askedFor: AskedFor): string => `network ${networkOf(askedFor)}`;

/** Returns the first item with the smallest amount. */
function leastBy<One>(all: readonly One[], amount: (one: One) => number): One | undefined {
  return all.reduce<One | undefined>(
    (least, one) => (least === undefined || amount(one) < amount(least) ? one : least),
    undefined,
  );
}
