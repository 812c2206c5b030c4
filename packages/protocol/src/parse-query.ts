import { readContext } from "./context.ts";
import { maxPageLimit } from "./fields/pagination.ts";
import { parseJson } from "./fields/parse-json.ts";
import { ProtocolError, unexpected } from "./fields/protocol-error.ts";
import { type Fields, has, readFields, readOr, required } from "./fields/read-fields.ts";
import { readExactId, readOneOf } from "./fields/read-text.ts";
import type { OrderFilter, OrdersQuery, PackagesQuery, Pagination, Query } from "./query.ts";

/** Parses a query from Meetbot, on the merchant's side. Throws a ProtocolError that names the place. */
export function parseQuery(body: string): Query {
  const query = readFields(parseJson(body), "");
  const request = readFields(query.values.request, "/request");
  const category = required(request, "category", readExactId);
  if (category !== "ecommerce") throw unknownName("category", "ecommerce");

  const envelope = {
    id: required(request, "id", readExactId),
    pageId: required(request, "page_id", readExactId),
  };
  const params = readFields(query.values.params ?? {}, "/params");
  switch (required(request, "method", readExactId)) {
    case "test":
      return {
        method: "test",
        ...envelope,
        testToken: required(params, "test_token", readExactId),
      };
    case "orders":
      return readOrdersQuery(envelope, params, query);
    case "packages":
      return readPackagesQuery(envelope, params, query);
    default:
      throw unknownName("method", "test, orders or packages");
  }
}

type Envelope = Pick<Query, "id" | "pageId">;

function readOrdersQuery(envelope: Envelope, params: Fields, query: Fields): OrdersQuery {
  if (readOnlyKey(params, "user_account", "order_number") === "order_number") {
    const orderNumber = required(params, "order_number", readExactId);
    return { method: "orders", ...envelope, orderNumber, ...readContext(query.values.context) };
  }
  return {
    method: "orders",
    ...envelope,
    userAccount: required(params, "user_account", readExactId),
    filter: readOr(params, "filter", readFilter, "open"),
    pagination: readPagination(query),
    ...readContext(query.values.context),
  };
}

function readPackagesQuery(envelope: Envelope, params: Fields, query: Fields): PackagesQuery {
  const key = readOnlyKey(params, "order_number", "package_number");
  const number = required(params, key, readExactId);
  const asked = key === "order_number" ? { orderNumber: number } : { packageNumber: number };
  const pagination = readPagination(query);
  const context = readContext(query.values.context);
  return { method: "packages", ...envelope, ...asked, pagination, ...context };
}

/** Returns which of two keys is present: a query identifies its subject in exactly one way. */
function readOnlyKey<Key extends string>(params: Fields, one: Key, other: Key): Key {
  const hasOne = has(params, one);
  if (hasOne === has(params, other)) {
    throw new ProtocolError(
      "invalid_field",
      params.pointer,
      `Expected exactly one of ${one} and ${other} at ${params.pointer}, found ${hasOne ? "both" : "neither"}.`,
    );
  }
  return hasOne ? one : other;
}

const readFilter = readOneOf<OrderFilter>("open", "unpaid", "past");

function readPagination(query: Fields): Pagination {
  const pagination = readFields(query.values.pagination ?? {}, "/pagination");
  return {
    page: readOr(pagination, "page", readPage, 1),
    limit: readOr(pagination, "limit", readLimit, maxPageLimit),
  };
}

const readPage = readInteger(Number.MAX_SAFE_INTEGER);
const readLimit = readInteger(maxPageLimit);

function readInteger(max: number) {
  return (value: unknown, pointer: string): number => {
    if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= max) {
      return value;
    }
    throw unexpected(pointer, `an integer from 1 to ${max}`, value);
  };
}

function unknownName(name: "category" | "method", known: string): ProtocolError {
  return new ProtocolError(
    `unknown_${name}`,
    `/request/${name}`,
    `Expected ${known} at /request/${name}, found another ${name}.`,
  );
}
