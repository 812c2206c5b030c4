/** A carrier and its tracking page. */
export interface Carrier {
  name: string;
  /** As shops write them; case, spaces and marks do not count. Whatever else they write is none of this carrier's. */
  aliases: readonly string[];
  /** The carrier's own page; `{number}` stands for the tracking number. */
  page: string;
  /**
   * The form of the carrier's tracking numbers, in capitals and without spaces, where other carriers share its name.
   */
  form?: RegExp;
}
