import { broken, kept } from "../../inspection/finding.ts";
import type { ListedOrders } from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { withLists } from "./order-answers.ts";

type ListRule = "orders.newest-first" | "orders.filters-apart" | "orders.unpaid-apart";

const unpaidWords =
  /\bun-?paid\b|not (?:yet )?paid|(?:awaiting|pending) payment|待付款|待支付|未付款|未支付/i;

/** What stands in which list of an account, and where. */
export const orderListCases: Pick<CasesOf<"orders">, ListRule> = {
  "orders.newest-first": (inspection) =>
    withLists(inspection, (lists) => {
      for (const { orders, asked } of lists) {
        const at = orders.findIndex(
          (order, index) =>
            Number(order.timestamp) > Number(orders[index - 1]?.timestamp ?? Infinity),
        );
        if (at > 0) {
          const number = orders[at]!.order_number;
          return broken(
            [asked.sent],
            seen.text(
              `${number} is newer than the order above it.`,
              `${number} 比它上面的订单更新。`,
            ),
            `/orders/${at}/timestamp`,
          );
        }
      }
      return kept(lists.map(({ asked }) => asked.sent));
    }),

  "orders.filters-apart": (inspection) =>
    withLists(inspection, (lists) => {
      const listed = new Map<string, ListedOrders>();
      for (const list of lists) {
        for (const [at, { order_number: number }] of list.orders.entries()) {
          const before = listed.get(number);
          if (before) {
            const [one, two] = [before.filter, list.filter];
            return broken(
              [before.asked.sent, list.asked.sent],
              seen.text(`${number} is ${one} and ${two}.`, `${number} 既是 ${one} 又是 ${two}。`),
              `/orders/${at}`,
            );
          }
          listed.set(number, list);
        }
      }
      return kept(lists.map(({ asked }) => asked.sent));
    }),

  "orders.unpaid-apart": (inspection) =>
    withLists(inspection, ([open]) => {
      const at = open!.orders.findIndex((order) => unpaidWords.test(order.status));
      if (at < 0) return kept([open!.asked.sent]);
      const { order_number: number, status } = open!.orders[at]!;
      return broken(
        [open!.asked.sent],
        seen.text(
          `${number} is open and says “${status}”.`,
          `${number} 在 open 里，却写着“${status}”。`,
        ),
        `/orders/${at}/status`,
      );
    }),
};
