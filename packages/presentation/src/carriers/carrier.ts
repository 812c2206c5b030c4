/** A carrier and its tracking page. */
export interface Carrier {
  name: string;
  /**
   * The carrier's names as shops write them; case, spaces and punctuation are ignored. Any other spelling does not
   * match this carrier.
   */
  aliases: readonly string[];
  /** The carrier's tracking page; `{number}` stands for the tracking number. */
  page: string;
  /**
   * The form of the carrier's tracking numbers, in capitals and without spaces, where other carriers share its name.
   */
  form?: RegExp;
}
