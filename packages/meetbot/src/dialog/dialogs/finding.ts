import { type OrderFilter, sameNumber } from "@meetbot/protocol";
import type { Plan, Question } from "../../model/conversation/ask.ts";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { ShownAnswer } from "../../model/conversation/shown-answer.ts";
import { byOrder } from "./look-up.ts";
import { type DialogContext, inquire, plainly, type Step } from "./moves.ts";
import { showOrders } from "./orders-answer.ts";
import { numberNotInAccount } from "./refusals.ts";

/** Where an order may stand in an account; the likeliest list first. */
const lists: OrderFilter[] = ["open", "unpaid", "past"];

/** So many pages of each list are searched: 15 orders, the reach of a question about a recent one. */
const pagesPerList = 5;

type Finding = NonNullable<Plan["finding"]>;
type AccountQuestion = Extract<Question, { userAccount: string }>;

/** Searches an account's lists for an order whose number alone proves too little. */
export function findInAccount(state: DialogState, userAccount: string, finding: Finding): Step {
  const question = { method: "orders", userAccount, filter: "open", page: 1 } as const;
  return inquire(state, { ...plainly(question), finding });
}

/** Looks at one page: shows what was sought, or asks for the next page while there is one. */
export function searchOn(
  state: DialogState,
  question: AccountQuestion,
  finding: Finding,
  answer: Extract<ShownAnswer, { kind: "orders" }>,
  speaker: DialogContext,
): Step {
  const { orderNumber, goal } = finding;
  const found = answer.orders.filter(({ item }) => sameNumber(item.order_number, orderNumber));
  if (found.length > 0) {
    return goal === "packages"
      ? inquire(state, byOrder("packages", orderNumber))
      : showOrders(state, found, question.userAccount, speaker);
  }
  const next = nextPage(question, answer.hasNextPage);
  return next
    ? inquire(state, { ...plainly(next), finding })
    : numberNotInAccount(state, orderNumber);
}

function nextPage(question: AccountQuestion, hasNextPage: boolean): AccountQuestion | null {
  if (hasNextPage && question.page < pagesPerList) return { ...question, page: question.page + 1 };
  const filter = lists[lists.indexOf(question.filter) + 1];
  return filter ? { ...question, filter, page: 1 } : null;
}

/** The most questions one turn can need: every page of every list, and the packages of what is found. */
export const longestSearch = lists.length * pagesPerList + 1;
