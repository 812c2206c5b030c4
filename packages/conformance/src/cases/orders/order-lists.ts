import type { Order } from "@meetbot/protocol";
import { broken, kept, skippedFor, softened } from "../../inspection/finding.ts";
import { type Asked, type ListedOrders, ordersIn } from "../../inspection/known.ts";
import { excerpt, seen } from "../../inspection/seen.ts";
import type { Walk } from "../../inspection/walk.ts";
import type { Case, CasesOf } from "../case.ts";
import { saysFinished, saysReturned } from "../finished-words.ts";
import { withLists, withWalks } from "./order-answers.ts";

type ListRule =
  | "orders.filter"
  | "orders.filters-apart"
  | "orders.unpaid-apart"
  | "orders.finished-apart";

const unpaidWords =
  /\bun-?paid\b|not (?:yet )?paid|(?:awaiting|pending) payment|待付款|待支付|未付款|未支付/i;

/** Which orders belong in which list of an account, and in which position. */
export const orderListCases: Pick<CasesOf<"orders">, ListRule> = {
  "orders.filter": (inspection) =>
    withLists(inspection, (lists) => {
      const sents = lists.map(({ asked }) => asked.sent);
      if (!areAlike(lists)) return kept(sents);
      const count = lists[0]!.orders.length;
      return broken(
        sents,
        seen.text(
          `open, unpaid and past were answered with the very same ${count === 1 ? "order" : `${count} orders`}.`,
          `open、unpaid 和 past 得到的是完全相同的 ${count} 个订单。`,
        ),
      );
    }),

  "orders.filters-apart": (inspection) =>
    withWalks(inspection, async (walked) => {
      if (areAlike(walked.map(({ long }) => long))) return skippedFor("orders.filter");
      const listed = new Map<string, { filter: string; asked: Asked }>();
      for (const { long } of walked) {
        for (const { order, asked, place } of placesOf(long)) {
          const number = order.order_number;
          const before = listed.get(number);
          if (before && before.filter !== long.filter) {
            const [one, two] = [before.filter, long.filter];
            return broken(
              [before.asked.sent, asked.sent],
              seen.text(`${number} is ${one} and ${two}.`, `${number} 既是 ${one} 又是 ${two}。`),
              `/orders/${place}`,
            );
          }
          listed.set(number, { filter: long.filter, asked });
        }
      }
      return kept(walked.flatMap(({ long }) => long.pages.map(({ sent }) => sent)));
    }),

  "orders.unpaid-apart": saysNowhere(["open"], ({ status }) => unpaidWords.test(status)),

  "orders.finished-apart": async (inspection) => {
    const verdict = await saysNowhere(["open", "unpaid"], saysFinished)(inspection);
    if (verdict.status !== "kept") return verdict;
    // A returned order may still await its refund.
    return softened(await saysNowhere(["open", "unpaid"], saysReturned)(inspection));
  },
};

/** Checks that no order in these lists has a status that belongs under another filter. */
function saysNowhere(filters: readonly string[], says: (order: Order) => boolean): Case {
  return (inspection) =>
    withWalks(inspection, (walked) => {
      const lists = walked.map(({ long }) => long).filter(({ filter }) => filters.includes(filter));
      for (const list of lists) {
        const found = placesOf(list).find(({ order }) => says(order));
        if (!found) continue;
        const { order_number: number, status, status_code: code } = found.order;
        const told = excerpt(code === undefined ? status : `${status}, ${code}`);
        return broken(
          [found.asked.sent],
          seen.text(
            `${number} is ${list.filter} and says “${told}”.`,
            `${number} 在 ${list.filter} 里，却写着“${told}”。`,
          ),
          `/orders/${found.place}/status`,
        );
      }
      return kept(lists.flatMap(({ pages }) => pages.map(({ sent }) => sent)));
    });
}

/** An order in a list, with its page and its place there. */
export interface Placed {
  order: Order;
  asked: Asked;
  place: number;
}

/** All orders of a list, each with its place. */
export function placesOf({ pages }: Walk): Placed[] {
  return pages.flatMap((asked) => ordersIn(asked).map((order, place) => ({ order, asked, place })));
}

/** Whether all lists contain the same orders with the same statuses, and are not empty. */
function areAlike(lists: readonly Pick<ListedOrders, "orders">[]): boolean {
  const texts = lists.map(({ orders }) =>
    orders.map((order) => `${order.order_number} ${order.status}`).join("\n"),
  );
  return texts[0] !== "" && new Set(texts).size === 1 && texts.length > 1;
}
