import { randomBytes } from "node:crypto";
import type { Query } from "./query.ts";

/** The origin document's samples begin their ids like this. */
const prefixes = { test: "test_", orders: "order_list_", packages: "packages_" } as const;

/** 96 bits: two ids never meet by chance. */
const randomLengthBytes = 12;

/**
 * Returns an id for one query, the same on each of its attempts. Contains no dot (the id is one part of the dotted text
 * that is signed) and no customer data.
 */
export function newRequestId(method: Query["method"]): string {
  return prefixes[method] + randomBytes(randomLengthBytes).toString("base64url");
}
