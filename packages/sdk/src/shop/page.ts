import type { Order } from "@meetbot/protocol";

/** Which part of a list is asked for: a question has both. */
export interface PageAsked {
  /** From 1. */
  page: number;
  limit: number;
}

/**
 * One page of all rows, newest first, as an `orders` function returns it. Where rows are not orders yet,
 * `slice` takes the part, so that only those are fetched that are shown.
 */
export function page(rows: Order[], asked: PageAsked): { orders: Order[]; hasNextPage: boolean } {
  const { rows: orders, hasNextPage } = slice(rows, asked);
  return { orders, hasNextPage };
}

/** The rows of one page, and whether more come after it. */
export function slice<Row>(
  rows: readonly Row[],
  { page, limit }: PageAsked,
): { rows: Row[]; hasNextPage: boolean } {
  const end = page * limit;
  return { rows: rows.slice(end - limit, end), hasNextPage: rows.length > end };
}
