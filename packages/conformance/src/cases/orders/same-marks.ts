import type { Order } from "@meetbot/protocol";
import { isNear } from "./sums.ts";

/** `rough`: one value is a less precise form of the other. */
export type Likeness = "same" | "rough" | "other";

/** A property that identifies an order when two answers are compared. */
export interface Mark {
  place: string;
  of(order: Order): string | number | undefined;
  compare(one: Order, other: Order): Likeness;
}

/** Times this close count as equal, to allow for rounding to minutes or a differently counted second. */
const NEAR_S = 60;

const DAY_S = 86_400;

/** Properties that differ between two answers about one order only if something is wrong. */
export const marks: readonly Mark[] = [
  {
    place: "recipient_name",
    of: (order) => order.recipient_name,
    compare: ({ recipient_name: one = "" }, { recipient_name: other = "" }) => {
      if (one === "" || other === "" || comparableName(one) === comparableName(other))
        return "same";
      return /[*•…]/.test(one + other) ? "rough" : "other";
    },
  },
  {
    place: "currency",
    of: (order) => order.currency,
    compare: (one, other) => (one.currency === other.currency ? "same" : "other"),
  },
  {
    place: "summary/total_cost",
    of: (order) => order.summary.total_cost,
    compare: ({ summary: one, currency }, { summary: other }) =>
      isNear(one.total_cost, other.total_cost, currency) ? "same" : "other",
  },
  {
    place: "elements",
    of: (order) => titlesOf(order).join(", "),
    compare: (one, other) => compareTitles(titlesOf(one), titlesOf(other)),
  },
  {
    place: "timestamp",
    of: (order) => order.timestamp,
    compare: (one, other) => compareTimes(Number(one.timestamp), Number(other.timestamp)),
  },
];

function compareTimes(one: number, other: number): Likeness {
  const apart = Math.abs(one - other);
  if (apart <= NEAR_S) return "same";
  // One of the two is the day alone.
  return Math.min(one, other) % DAY_S === 0 && apart < DAY_S ? "rough" : "other";
}

const titlesOf = ({ elements }: Order) => elements.map(({ title }) => title);

/** Compares item titles. A list may show only some of the items; if none match, the items belong to another order. */
function compareTitles(some: readonly string[], others: readonly string[]): Likeness {
  const isTold = some.length > 0 && others.length > 0;
  return isTold && !some.some((title) => others.includes(title)) ? "other" : "same";
}

/** However its accents, its case and its spaces are written. */
function comparableName(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s/g, "").toLowerCase();
}
