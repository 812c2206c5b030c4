import type { Goal, Plan, Wish } from "@meetbot/model/conversation/ask.ts";
import type { OrderFilter } from "@meetbot/protocol";
import { plainly } from "./moves.ts";

/** The question for an order, or for its packages. */
export function byOrder(asked: Goal, orderNumber: string, wish?: Partial<Wish>): Plan {
  return asked === "orders"
    ? plainly({ method: "orders", orderNumber }, wish)
    : plainly({ method: "packages", orderNumber, page: 1 }, wish);
}

/** The question for the first page of an account's orders. */
export function byAccount(userAccount: string, filter: OrderFilter, wish?: Partial<Wish>): Plan {
  return plainly({ method: "orders", userAccount, filter, page: 1 }, wish);
}

/** The question for the packages with a package number. */
export function byPackage(packageNumber: string, wish?: Partial<Wish>): Plan {
  return plainly({ method: "packages", packageNumber, page: 1 }, wish);
}
