import type { Order } from "@meetbot/protocol";

/** The requested part of a list; a query has both fields. */
export interface PageAsked {
  /** From 1. */
  page: number;
  limit: number;
}

/**
 * Returns one page of all rows, newest first, in the form that an `orders` function returns. If rows still have to be
 * converted to orders, use `slice` first, so that only the orders on the page are fetched.
 */
export function page(rows: Order[], asked: PageAsked): { orders: Order[]; hasNextPage: boolean } {
  const { rows: orders, hasNextPage } = slice(rows, asked);
  return { orders, hasNextPage };
}

/** Returns the rows of one page, and whether more follow. */
export function slice<Row>(
  rows: readonly Row[],
  { page, limit }: PageAsked,
): { rows: Row[]; hasNextPage: boolean } {
  const end = page * limit;
  return { rows: rows.slice(end - limit, end), hasNextPage: rows.length > end };
}
