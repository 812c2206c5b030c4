import type { Answer, OrdersAnswer, PackagesAnswer, Refusal } from "./answer.ts";
import { readCapabilities } from "./capabilities.ts";
import { maxPageLimit } from "./fields/pagination.ts";
import { parseJson } from "./fields/parse-json.ts";
import { unexpected } from "./fields/protocol-error.ts";
import { type Fields, readFields, readOr, required } from "./fields/read-fields.ts";
import { readList } from "./fields/read-list.ts";
import { readExactId, readOneOf, readText } from "./fields/read-text.ts";
import { toNumber } from "./fields/to-number.ts";
import type { Order } from "./orders/order.ts";
import { readOrder } from "./orders/read-order.ts";
import { readPackage } from "./orders/read-package.ts";
import type { Query } from "./query.ts";
import { toRefusalReason } from "./refusal-codes.ts";

/**
 * Parses a merchant's answer to a query. Tolerates variations in how shops write values, and throws a ProtocolError
 * where a guess could give a customer wrong information.
 */
export function parseAnswer(query: Query, body: string): Answer {
  const answer = readFields(parseJson(body), "");
  if (!required(answer, "success", readBoolean)) return readRefusal(query, answer);

  required(answer, "object", readOneOf(query.method));
  if (query.method === "test") {
    const capabilities = readCapabilities(answer.values.capabilities);
    const testToken = required(answer, "test_token", readExactId);
    return { kind: "test", testToken, ...(capabilities && { capabilities }) };
  }
  const limit = "pagination" in query ? query.pagination.limit : maxPageLimit;
  const read = query.method === "orders" ? readOrders(answer, limit) : readPackages(answer, limit);
  return query.context ? { ...read, locale: query.context.locale } : read;
}

function readOrders(answer: Fields, limit: number): OrdersAnswer {
  return {
    kind: "orders",
    orders: required(answer, "orders", (value, pointer) => readOrderList(value, pointer, limit)),
    hasNextPage: readHasNextPage(answer),
  };
}

function readPackages(answer: Fields, limit: number): PackagesAnswer {
  return {
    kind: "packages",
    packages: required(answer, "packages", readList(readPackage, limit)),
    hasNextPage: readHasNextPage(answer),
  };
}

/** How many pages' worth of entries are read from a list, because it may contain orders twice. */
const pagesRead = 10;

/** The origin document's own sample lists one order twice: of two with one number the first counts. */
function readOrderList(value: unknown, pointer: string, limit: number): Order[] {
  if (!Array.isArray(value)) throw unexpected(pointer, "an array", value);
  const orders = new Map<string, Order>();
  for (const [index, item] of value.slice(0, pagesRead * limit).entries()) {
    if (orders.size === limit) break;
    const order = readOrder(item, `${pointer}/${index}`);
    if (!orders.has(order.order_number)) orders.set(order.order_number, order);
  }
  return [...orders.values()];
}

function readHasNextPage(answer: Fields): boolean {
  return readOr(answer, "has_next_page", readBoolean, false);
}

function readRefusal(query: Query, answer: Fields): Refusal {
  const noError: Fields = { values: {}, pointer: "/error" };
  const error = readOr(answer, "error", readFields, noError);
  const code = toCode(error.values.code);
  return {
    kind: "refusal",
    reason: toRefusalReason(query, code),
    code,
    message: readOr(error, "message", readText, ""),
  };
}

/** A refusal stays a refusal when its code is none: shops of other systems write text there. */
function toCode(value: unknown): number | null {
  const code = toNumber(value, /^\d{1,9}$/);
  return typeof code === "number" && Number.isSafeInteger(code) ? code : null;
}

function readBoolean(value: unknown, pointer: string): boolean {
  if (typeof value !== "boolean") throw unexpected(pointer, "true or false", value);
  return value;
}
