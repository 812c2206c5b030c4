import type { LogCursor, LogPage, PageRequest } from "@meetbot/model/log/log-page.ts";
import { type RawBuilder, sql } from "kysely";

/** Returns SQL for a column's time in microseconds, as text: a Date would lose everything below the millisecond. */
export function microseconds(column: string): RawBuilder<string> {
  return sql<string>`(extract(epoch from ${sql.ref(column)}) * 1000000)::bigint::text`;
}

/**
 * Returns SQL that checks whether a row comes after a place, newest first, so that an index on the two columns applies.
 */
export function isBelow(time: string, id: string, place: LogCursor): RawBuilder<boolean> {
  const at = sql`timestamptz 'epoch' + ${place.atUs}::bigint * interval '1 microsecond'`;
  return sql<boolean>`(${sql.ref(time)}, ${sql.ref(id)}) < (${at}, ${place.id})`;
}

/** Makes a page of rows of which one more was read than is wanted. */
export function toPage<Row extends LogCursor, Shown>(
  rows: readonly Row[],
  { limit }: Pick<PageRequest, "limit">,
  show: (row: Row) => Shown,
): LogPage<Shown> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit).map(show),
    next: last ? { atUs: last.atUs, id: last.id } : null,
  };
}
