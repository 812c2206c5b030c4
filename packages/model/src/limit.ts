/** A limited action: who does it or what it affects (the subject), and with which item. */
export interface Attempt {
  /** The limit's name in the operator guide and in the metrics. */
  limit: string;
  /** Whose attempts are counted together: a conversation, a network, an email, an order number. */
  subject: string;
  /** Repeating an item does not count as a new attempt; `null` only reads the count without adding to it. */
  item: string | null;
  /** So many different items each subject has in a window. */
  max: number;
  windowS: number;
  /**
   * A soft limit alone refuses nobody: when it is exceeded, all attempts still count, and it is reported only for
   * subjects past their share of another limit of the same call.
   */
  soft?: boolean;
  /** So many items, the first of the window, a subject has even while a soft limit is exceeded. */
  share?: number;
}

/** A limit that an attempt would go beyond, and when the oldest of its attempts is forgotten. */
export interface Exceeded {
  limit: string;
  retryAfterS: number;
}
