/** The position where a page of a log ended. Times are in microseconds, as in the database. */
export interface LogCursor {
  atUs: string;
  id: string;
}

/** A page of a log, newest first. `next`: where the next page begins; `null` on the last page. */
export interface LogPage<Row> {
  rows: Row[];
  next: LogCursor | null;
}

/** The requested page of a log: this many rows below a position, or from the top. */
export interface PageRequest {
  limit: number;
  below: LogCursor | null;
}
