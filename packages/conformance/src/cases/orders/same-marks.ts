import type { Order } from "@meetbot/protocol";
import { isNear } from "./sums.ts";

/** `rough`: one of the two is the other, told less exactly. */
export type Likeness = "same" | "rough" | "other";

/** What makes an order this one, as far as two answers tell it. */
export interface Mark {
  place: string;
  of(order: Order): string | number | undefined;
  compare(one: Order, other: Order): Likeness;
}

/** Who rounds to minutes, or counts a second otherwise, tells the same time. */
const NEAR_S = 60;

const DAY_S = 86_400;

/** Two answers on one order differ in one of these only where something is wrong. */
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

/** A list may show a part of what was bought; with nothing in common it is what another order holds. */
function compareTitles(some: readonly string[], others: readonly string[]): Likeness {
  const isTold = some.length > 0 && others.length > 0;
  return isTold && !some.some((title) => others.includes(title)) ? "other" : "same";
}

/** However its accents, its case and its spaces are written. */
function comparableName(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s/g, "").toLowerCase();
}
