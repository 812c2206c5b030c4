import type { AccountQuestion, OrdersShown, Plan, Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import { type OrderFilter, sameNumber } from "@meetbot/protocol";
import { byOrder } from "../dialogs/look-up.ts";
import { type DialogContext, inquire, plainly, type Step } from "../dialogs/moves.ts";
import { orderFound } from "./order-answer.ts";
import { numberNotInAccount } from "./refusals.ts";

/** The lists of an account that may contain an order; the likeliest first. */
const lists: OrderFilter[] = ["open", "unpaid", "past"];

/** How many pages of each list are searched: 15 orders, as many as for a question about a recent order. */
const pagesPerList = 5;

type Finding = NonNullable<Plan["finding"]>;

/**
 * Searches an account's lists for an order whose number alone is too weak a proof. `fallback` is the limited view of
 * the order to show if the lists do not contain it.
 */
export function findInAccount(
  state: DialogState,
  userAccount: string,
  finding: Finding,
  wish?: Wish,
  fallback?: Shown<SeenOrder>,
): Step {
  const question = { method: "orders", userAccount, filter: "open", page: 1 } as const;
  const carried = fallback && { carried: { kind: "fallback" as const, order: fallback } };
  return inquire(state, { ...plainly(question, wish), finding, ...carried });
}

/** Searches one page: shows the order if found, or requests the next page if there is one. */
export function searchOn(
  state: DialogState,
  plan: Plan & { question: AccountQuestion; finding: Finding },
  answer: OrdersShown,
  speaker: DialogContext,
): Step {
  const { question, finding, carried, wish } = plan;
  const { orderNumber, goal } = finding;
  const found = answer.orders.find(({ item }) => sameNumber(item.order_number, orderNumber));
  if (found) {
    const { finding: _, carried: __, ...asked } = plan;
    return goal === "packages" && found.level === 0
      ? inquire(state, { ...byOrder("packages", orderNumber, wish), searched: true })
      : orderFound(state, found, { ...asked, finding: null }, speaker);
  }
  const next = nextPage(question, answer.hasNextPage);
  if (next) return inquire(state, { ...plan, question: next });
  return carried?.kind === "fallback"
    ? orderFound(state, carried.order, { ...plan, finding: null }, speaker)
    : numberNotInAccount(state, orderNumber, question.userAccount, speaker);
}

function nextPage(question: AccountQuestion, hasNextPage: boolean): AccountQuestion | null {
  if (hasNextPage && question.page < pagesPerList) return { ...question, page: question.page + 1 };
  const filter = lists[lists.indexOf(question.filter) + 1];
  return filter ? { ...question, filter, page: 1 } : null;
}

/** The most questions a search can need: every page of every list. */
export const maxSearchPages = lists.length * pagesPerList;
