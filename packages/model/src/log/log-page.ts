/** The position where a page of a log ended. Times are in microseconds, as in the database. */
export interface LogCursor {
  atUs: string;
  id: string;
}

/** A page of a log, newest first. `next`: where the next one begins; `null`: this is the last. */
export interface LogPage<Row> {
  rows: Row[];
  next: LogCursor | null;
}

/** Which page of a log is wanted: so many rows below a place, or from the top. */
export interface PageRequest {
  limit: number;
  below: LogCursor | null;
}
