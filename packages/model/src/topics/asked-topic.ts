/** A topic that a turn was about, for counting. */
export interface AskedTopic {
  /** Of the catalog, or an own one of the shop's. */
  id: string;
  /** The shop's own answer was said. */
  answered: boolean;
}
