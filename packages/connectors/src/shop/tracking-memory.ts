/** A month of a busy shop; each is some hundred bytes. */
const maxNumbers = 20_000;

/**
 * Remembers which order each carrier's number belongs to, among those seen: no platform can be queried by such a
 * number. Meetbot stores the same for longer; this memory is for a standalone webhook.
 */
export interface TrackingMemory {
  learn(hashedTracking: string, orderNumber: string): void;
  orderOf(hashedTracking: string): string | null;
}

/** Creates a memory that drops the least recently seen entries first. */
export function createTrackingMemory(): TrackingMemory {
  const orders = new Map<string, string>();
  return {
    learn(tracking, orderNumber) {
      orders.delete(tracking);
      orders.set(tracking, orderNumber);
      if (orders.size > maxNumbers) orders.delete(orders.keys().next().value ?? tracking);
    },
    orderOf: (tracking) => orders.get(tracking) ?? null,
  };
}
