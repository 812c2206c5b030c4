import type { Order } from "@meetbot/protocol";
import { broken, kept, skippedFor, softened, type Verdict } from "../../inspection/finding.ts";
import { type Asked, type ListedOrders, ordersIn } from "../../inspection/known.ts";
import { excerpt, seen } from "../../inspection/seen.ts";
import type { Walk } from "../../inspection/walk.ts";
import type { Case, CasesOf } from "../case.ts";
import { saysFinished } from "../finished-words.ts";
import { withLists, withWalks } from "./order-answers.ts";

type ListRule =
  | "orders.filter"
  | "orders.newest-first"
  | "orders.filters-apart"
  | "orders.unpaid-apart"
  | "orders.finished-apart";

const unpaidWords =
  /\bun-?paid\b|not (?:yet )?paid|(?:awaiting|pending) payment|待付款|待支付|未付款|未支付/i;

/** What stands in which list of an account, and where. */
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

  "orders.newest-first": (inspection) =>
    withWalks(inspection, (walked) => {
      const reversed = findReversed(walked.map(({ long }) => long));
      if (reversed) return reversed;
      for (const { long } of walked) {
        const all = placesOf(long);
        const at = all.findIndex(
          ({ order }, index) =>
            Number(order.timestamp) > Number(all[index - 1]?.order.timestamp ?? Infinity),
        );
        if (at > 0) {
          const { order, asked, place } = all[at]!;
          const number = order.order_number;
          return softened(
            broken(
              [asked.sent],
              seen.text(
                `${number} is newer than the order above it.`,
                `${number} 比它上面的订单更新。`,
              ),
              `/orders/${place}/timestamp`,
            ),
          );
        }
      }
      return kept(walked.flatMap(({ long }) => long.pages.map(({ sent }) => sent)));
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

  "orders.finished-apart": saysNowhere(["open", "unpaid"], ({ status, status_code: code }) =>
    saysFinished(status, code),
  ),
};

/** So many orders that all stand the wrong way round do so by no accident. */
const LEAST_REVERSED = 3;

/** The longest list, where every list begins with its oldest order and ends with its newest. */
function findReversed(lists: readonly Walk[]): Verdict | null {
  const timesOf = ({ orders }: Walk) => orders.map(({ timestamp }) => Number(timestamp));
  const told = lists.filter((list) => new Set(timesOf(list)).size > 1);
  const [longest] = told.toSorted((one, other) => other.orders.length - one.orders.length);
  if (!longest || longest.orders.length < LEAST_REVERSED) return null;
  const isReversed = told.every((list) =>
    timesOf(list).every((time, at, times) => time >= (times[at - 1] ?? time)),
  );
  if (!isReversed) return null;
  const [first, last] = [longest.orders[0]!, longest.orders.at(-1)!];
  return broken(
    longest.pages.map(({ sent }) => sent),
    seen.text(
      `The list “${longest.filter}” is the wrong way round: ${first.order_number} stands first and is the oldest, ${last.order_number} stands last and is the newest.`,
      `列表“${longest.filter}”的顺序是反的：排在最前的 ${first.order_number} 最旧，排在最后的 ${last.order_number} 最新。`,
    ),
    "/orders",
  );
}

/** No order of these lists says what belongs under another filter. */
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

/** Orders with the page that each stands on, and where on it. */
function placesOf({ pages }: Walk): { order: Order; asked: Asked; place: number }[] {
  return pages.flatMap((asked) => ordersIn(asked).map((order, place) => ({ order, asked, place })));
}

/** Three lists of the same orders in the same states, and not of none. */
function areAlike(lists: readonly Pick<ListedOrders, "orders">[]): boolean {
  const texts = lists.map(({ orders }) =>
    orders.map((order) => `${order.order_number} ${order.status}`).join("\n"),
  );
  return texts[0] !== "" && new Set(texts).size === 1 && texts.length > 1;
}
