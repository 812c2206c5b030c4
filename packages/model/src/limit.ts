/** Something that is limited: done by somebody or to something (the subject), and with what. */
export interface Attempt {
  /** The limit's name in the operator guide and in the metrics. */
  limit: string;
  /** Whose attempts are counted together: a conversation, a network, an email, an order number. */
  subject: string;
  /** The same item again is the same attempt; `null`: nothing is added, the count is looked at only. */
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
