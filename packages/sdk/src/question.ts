import type { OrderFilter, OrdersQuery, PackagesQuery, QueryContext } from "@meetbot/protocol";

/** Describes the reader of the answer, if the webhook declared `context: ["locale"]`. */
interface Read {
  context?: QueryContext;
}

/**
 * The argument of an `orders` function: a page of an account's orders, newest first, or the one order with a number.
 * `limit` is 1 to 10, `page` counts from 1.
 */
export type OrdersQuestion = Read &
  (
    | { by: "account"; account: string; filter: OrderFilter; page: number; limit: number }
    | { by: "number"; orderNumber: string }
  );

/**
 * The argument of a `packages` function: the packages of an order, or those with a number. Customers know a carrier's
 * number rather than the shop's, so look `packageNumber` up as both.
 */
export type PackagesQuestion = Read &
  (
    | { by: "order"; orderNumber: string; page: number; limit: number }
    | { by: "package"; packageNumber: string; page: number; limit: number }
  );

/** Returns the argument of a shop's `orders` function: the query without its envelope. */
export function toOrdersQuestion(query: OrdersQuery): OrdersQuestion {
  const read = query.context ? { context: query.context } : {};
  if ("orderNumber" in query)
    return { by: "number", orderNumber: trim(query.orderNumber), ...read };
  const { userAccount, filter, pagination } = query;
  return { by: "account", account: trim(userAccount), filter, ...pagination, ...read };
}

/** Returns the argument of a shop's `packages` function: the query without its envelope. */
export function toPackagesQuestion(query: PackagesQuery): PackagesQuestion {
  const rest = { ...query.pagination, ...(query.context && { context: query.context }) };
  return "orderNumber" in query
    ? { by: "order", orderNumber: trim(query.orderNumber), ...rest }
    : { by: "package", packageNumber: trim(query.packageNumber), ...rest };
}

/** Customers paste spaces along. Of spaces alone nothing would be left, and something empty may be found. */
function trim(value: string): string {
  return value.trim() || value;
}
