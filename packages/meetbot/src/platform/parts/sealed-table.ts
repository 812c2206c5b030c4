/** A table in which each row holds a value sealed under a master key. */
export interface SealedTable {
  name: string;
  /** Its primary key. */
  key: readonly string[];
  /** The column of the sealed value; that of the master key's id is `key_id` everywhere. */
  sealed: string;
  /** Returns the context that a row's value is sealed to, from its primary key. */
  contextOf(row: Record<string, string>): string;
}
