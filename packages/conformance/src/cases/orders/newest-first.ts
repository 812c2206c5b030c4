import { broken, kept, softened, type Verdict } from "../../inspection/finding.ts";
import { seen } from "../../inspection/seen.ts";
import type { Walk } from "../../inspection/walk.ts";
import type { CasesOf } from "../case.ts";
import { withWalks } from "./order-answers.ts";
import { type Placed, placesOf } from "./order-lists.ts";

/** Orders of the same day in the wrong order mislead nobody, and lists may contain only the date. */
const DAY_S = 86_400;

/** This many orders that are all reversed are no coincidence. */
const LEAST_REVERSED = 3;

/** Checks whether lists begin with the newest order. */
export const newestFirstCases: Pick<CasesOf<"orders">, "orders.newest-first"> = {
  "orders.newest-first": (inspection) =>
    withWalks(inspection, (walked) => {
      const lists = walked.map(({ long }) => long);
      const swap = worstSwap(lists);
      if (!swap) return kept(lists.flatMap(({ pages }) => pages.map(({ sent }) => sent)));
      return findReversed(lists) ?? reportSwap(swap);
    }),
};

/** An order that is newer than one above it. */
interface Swap {
  upper: Placed;
  lower: Placed;
  bySeconds: number;
}

/** Returns the order that is newer than one above it by the largest difference, or `null` if there is none. */
function worstSwap(lists: readonly Walk[]): Swap | null {
  let worst: Swap | null = null;
  for (const [upper, ...lowers] of lists.map(placesOf)) {
    let oldest = upper;
    for (const lower of lowers) {
      const bySeconds = timeOf(lower) - timeOf(oldest!);
      if (bySeconds <= 0) oldest = lower;
      else if (bySeconds > (worst?.bySeconds ?? 0)) worst = { upper: oldest!, lower, bySeconds };
    }
  }
  return worst;
}

function timeOf({ order }: Placed): number {
  return Number(order.timestamp);
}

function reportSwap({ upper, lower, bySeconds }: Swap): Verdict {
  const [above, below] = [upper.order.order_number, lower.order.order_number];
  const verdict = broken(
    [...new Set([upper.asked.sent, lower.asked.sent])],
    seen.text(
      `${below} is newer than ${above}, which stands above it.`,
      `${below} 比排在它上面的 ${above} 更新。`,
    ),
    `/orders/${lower.place}/timestamp`,
  );
  return bySeconds < DAY_S ? softened(verdict) : verdict;
}

/** Returns the verdict on the longest list if every list starts with its oldest order and ends with its newest. */
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
