/** A limited action: who does it or what it affects (the subject), and with which item. */
export interface Attempt {
  /** The limit's name in the operator guide and in the metrics. */
  limit: string;
  /** The conversation, network, email or order number whose attempts are counted together. */
  subject: string;
  /** Repeating an item does not count as a new attempt; `null` only reads the count without adding to it. */
  item: string | null;
  /** Maximum number of different items per subject in a window. */
  max: number;
  windowS: number;
  /**
   * A soft limit alone refuses nobody: when it is exceeded, all attempts still count, and it is reported only for
   * subjects past their share of another limit of the same call.
   */
  soft?: boolean;
  /** How many items, counted from the start of the window, a subject may use even while a soft limit is exceeded. */
  share?: number;
}

/** A limit that an attempt would exceed, and when the oldest counted attempt expires. */
export interface Exceeded {
  limit: string;
  retryAfterS: number;
}
