/** Customers who come to the web chat, one after the other or at once. */
export interface Arrivals {
  botId: string;
  customers: number;
  /** Of them, so many are there at the same time. */
  atOnce: number;
  /** Those before them, whose numbers and networks they do not have. */
  before: number;
  /** The first three bytes of the address of all of them; null: each comes from a network of their own. */
  network: string | null;
  /** Different numbers, of which they ask one after the other. */
  numbers: number;
}

export interface ArrivalsResult {
  customers: number;
  perSecond: number;
  /** From opening the page to the answer. */
  p50Ms: number;
  p99Ms: number;
  /** Requests that the server refused with the advice to retry later. */
  turnedAway: number;
  /** Customers who got no reply, or the reply that the shop does not answer. */
  unanswered: number;
}
