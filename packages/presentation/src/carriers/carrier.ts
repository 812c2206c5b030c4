/** A carrier and its tracking page. */
export interface Carrier {
  name: string;
  /** As shops write them; case, spaces and marks do not count. Whatever else they write is none of this carrier's. */
  aliases: readonly string[];
  /** The carrier's own page; `{number}` stands for the tracking number. */
  page: string;
  /** How its numbers look, in capitals and without spaces, where others go by its name too. */
  form?: RegExp;
}
