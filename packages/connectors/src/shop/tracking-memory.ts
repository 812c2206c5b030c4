/** A month of a busy shop; each is some hundred bytes. */
const maxNumbers = 20_000;

/**
 * Which order a carrier's number belongs to, as far as it was seen: no platform can be asked by it.
 * Meetbot keeps the same for longer; this is for a webhook of its own.
 */
export interface TrackingMemory {
  learn(hashedTracking: string, orderNumber: string): void;
  orderOf(hashedTracking: string): string | null;
}

/** A memory that forgets what was seen longest ago. */
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
