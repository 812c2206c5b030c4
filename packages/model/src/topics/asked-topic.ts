/** A topic that a turn was about, for counting. */
export interface AskedTopic {
  /** Of the catalog, or an own one of the shop's. */
  id: string;
  /** Whether the bot replied with the shop's own answer. */
  answered: boolean;
}
