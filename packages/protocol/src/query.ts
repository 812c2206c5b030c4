import type { QueryContext } from "./context.ts";

/** Which of a customer's orders to return: in progress, not yet paid, or finished. */
export type OrderFilter = "open" | "unpaid" | "past";

/** `page` counts from 1; `limit` is 1 to 10. */
export interface Pagination {
  page: number;
  limit: number;
}

/** Asks the webhook to echo a random token: the validity check of the origin document. */
export interface TestQuery {
  method: "test";
  id: string;
  pageId: string;
  testToken: string;
}

/** Queries the orders of an account, or the one order with a number. */
export type OrdersQuery = {
  method: "orders";
  id: string;
  pageId: string;
  context?: QueryContext;
} & (
  | { userAccount: string; filter: OrderFilter; pagination: Pagination }
  | { orderNumber: string }
);

/** Queries the packages of an order, or those with a package number. */
export type PackagesQuery = {
  method: "packages";
  id: string;
  pageId: string;
  pagination: Pagination;
  context?: QueryContext;
} & ({ orderNumber: string } | { packageNumber: string });

/** One question to a merchant's webhook. */
export type Query = TestQuery | OrdersQuery | PackagesQuery;
