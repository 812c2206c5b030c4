import type { OrderFilter, OrdersQuery, PackagesQuery } from "@meetbot/protocol";

/**
 * What an `orders` function is asked: a page of an account's orders, newest first, or the one order
 * with a number. `limit` is 1 to 10, `page` counts from 1.
 */
export type OrdersQuestion =
  | { by: "account"; account: string; filter: OrderFilter; page: number; limit: number }
  | { by: "number"; orderNumber: string };

/**
 * What a `packages` function is asked: the packages of an order, or those with a number. Customers
 * know a carrier's number rather than the shop's, so look `packageNumber` up as both.
 */
export type PackagesQuestion =
  | { by: "order"; orderNumber: string; page: number; limit: number }
  | { by: "package"; packageNumber: string; page: number; limit: number };

/** What a shop's `orders` function is asked: the query without its envelope. */
export function toOrdersQuestion(query: OrdersQuery): OrdersQuestion {
  if ("orderNumber" in query) return { by: "number", orderNumber: query.orderNumber };
  const { userAccount, filter, pagination } = query;
  return { by: "account", account: userAccount, filter, ...pagination };
}

/** What a shop's `packages` function is asked: the query without its envelope. */
export function toPackagesQuestion(query: PackagesQuery): PackagesQuestion {
  return "orderNumber" in query
    ? { by: "order", orderNumber: query.orderNumber, ...query.pagination }
    : { by: "package", packageNumber: query.packageNumber, ...query.pagination };
}
