/** Something a customer said, and what its answer must be. */
export interface Said {
  id: string;
  /** The texts and order numbers of its replies, in order. */
  answer: string[];
}

/** From first saying something to having its last reply, by `performance.now()`. */
export interface Wait {
  from: number;
  to: number;
}

/** What came of a customer's whole conversation. */
export interface Conversation {
  said: Said[];
  /** For each thing said, in order. */
  waits: Wait[];
  /** Requests that had to be made again, at another node perhaps. */
  repeated: number;
  /** Streams that ended or fell silent, and were taken up again. */
  resumed: number;
}

/**
 * Someone who writes on any channel while nodes come and go, and goes on until each thing said is
 * acknowledged. A channel takes part in the experiment by one function that makes these.
 */
export interface Customer {
  /** Has everything answered and looks at the whole of it; throws at what was lost, doubled or moved. */
  end(): Promise<Conversation>;
}
