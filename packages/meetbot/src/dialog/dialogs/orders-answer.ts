import { type PhraseKey, say } from "@meetbot/presentation";
import type { Order, OrderFilter } from "@meetbot/protocol";
import type { AccountPlan, Question } from "../../model/conversation/ask.ts";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { Shown } from "../../model/conversation/proof.ts";
import type { Choice } from "../../model/conversation/reply.ts";
import type { ShownAnswer } from "../../model/conversation/shown-answer.ts";
import { askChoice, fillChoice, linkChoice, otherFilters, proveChoice } from "./choices.ts";
import { type DialogContext, plainly, type Step, tell, text } from "./moves.ts";
import { canProve } from "./proving.ts";

type OrdersShown = Extract<ShownAnswer, { kind: "orders" }>;
type AccountQuestion = Extract<Question, { userAccount: string }>;

/** From so many orders on, a stranger is not told how many there are. */
const countedBelow = 3;

const headings = {
  open: "ordersOpen",
  unpaid: "ordersUnpaid",
  past: "ordersPast",
} as const satisfies Record<OrderFilter, PhraseKey>;

const maskedHeadings = {
  open: "ordersOpenMasked",
  unpaid: "ordersUnpaidMasked",
  past: "ordersPastMasked",
} as const satisfies Record<OrderFilter, PhraseKey>;

const emptyLists = {
  open: "noOrdersOpen",
  unpaid: "noOrdersUnpaid",
  past: "noOrdersPast",
} as const satisfies Record<OrderFilter, PhraseKey>;

/** Shows one page of an account's orders. */
export function showAccount(
  state: DialogState,
  asked: AccountQuestion,
  answer: OrdersShown,
  speaker: DialogContext,
): Step {
  const { locale } = state;
  const { filter, page } = asked;
  const filters = otherFilters(locale, asked.userAccount, filter);
  if (answer.orders.length === 0) {
    const isOwn = asked.userAccount === state.account;
    const other = isOwn ? [] : [fillChoice(locale, "choiceOtherEmail", "email")];
    const choices = [...filters, ...other];
    return tell(state, text(say(locale, emptyLists[filter]), { choices }));
  }
  const next = askChoice(say(locale, "choiceMore"), { ...asked, page: page + 1 });
  const allHidden = answer.orders.every((order) => order.level === 0);
  const hidesSome = answer.orders.some((order) => order.level === 0);
  const provable = hidesSome && canProve(asked.userAccount, speaker);
  const plan = { ...plainly(asked), question: asked };
  const choices = [
    ...(provable ? [proveChoice(locale, "choiceGetCode", asked.userAccount, plan)] : []),
    ...(hidesSome && speaker.offersLinks ? [linkChoice(locale, "choiceSignIn", plan)] : []),
    ...(filter === "unpaid" ? [] : trackChoices(state, answer.orders)),
    ...(answer.hasNextPage ? [next] : []),
    ...filters,
  ];
  const list = { kind: "orders" as const, orders: answer.orders, choices };
  if (page > 1) return tell(state, list);
  const head = text(heading(state, filter, answer));
  if (!allHidden || state.ladderTold) return tell(state, head, list);
  const hint = text(say(locale, ladderWords(provable, speaker)), { ask: "order_number" });
  return tell({ ...state, ladderTold: true }, head, list, hint);
}

function ladderWords(
  provable: boolean,
  { offersLinks }: DialogContext,
): PhraseKey & `ladder${string}` {
  if (offersLinks) return "ladderAccountOrSignIn";
  return provable ? "ladderAccountOrCode" : "ladderAccount";
}

/** Shows orders that were asked for by number. `account`: they stand in the lists of this one. */
export function showOrders(
  state: DialogState,
  orders: Shown<Order>[],
  account: string | null,
  speaker: DialogContext,
): Step {
  const { locale } = state;
  const subject = orders[0]?.item.order_number ?? null;
  const hidesSome = subject !== null && orders.every((order) => order.level !== 2);
  const choices = [
    ...trackChoices(state, orders),
    ...(hidesSome ? allDetails(state, subject, account, speaker) : []),
  ];
  return tell({ ...state, subject }, text(say(locale, "orderFound")), {
    kind: "orders",
    orders,
    choices,
  });
}

/** A way to the rest of an order: an account that is proved, or can be, has it in its lists. */
function allDetails(
  { locale, account, email }: DialogState,
  orderNumber: string,
  listedBy: string | null,
  { sendsCodes, offersLinks }: DialogContext,
): Choice[] {
  if (account !== null && listedBy === null) {
    const plan = planToFind(account, orderNumber);
    return [{ title: say(locale, "choiceAllDetails"), action: { kind: "ask", plan } }];
  }
  const owner = listedBy ?? email;
  const plan = planToFind(owner ?? "", orderNumber);
  return [
    ...(sendsCodes ? [proveChoice(locale, "choiceAllDetails", owner, plan)] : []),
    ...(offersLinks ? [linkChoice(locale, "choiceSignIn", plan)] : []),
  ];
}

function planToFind(userAccount: string, orderNumber: string): AccountPlan {
  const question = { method: "orders", userAccount, filter: "open", page: 1 } as const;
  return { ...plainly(question), question, finding: { orderNumber, goal: "orders" } };
}

function heading({ locale }: DialogState, filter: OrderFilter, answer: OrdersShown): string {
  if (answer.orders.some((order) => order.level !== 0)) return say(locale, headings[filter]);
  const exact = answer.hasNextPage ? countedBelow : answer.orders.length;
  const count = exact >= countedBelow ? "countMore" : exact === 1 ? "count1" : "count2";
  return say(locale, maskedHeadings[filter], { count: say(locale, count) });
}

function trackChoices({ locale }: DialogState, orders: Shown<Order>[]): Choice[] {
  const trackable = orders.flatMap(({ level, item }) =>
    level !== 0 && item.order_number ? [item.order_number] : [],
  );
  return trackable.map((number) =>
    askChoice(
      orders.length === 1
        ? say(locale, "choiceTrack")
        : say(locale, "choiceTrackNumber", { number }),
      { method: "packages", orderNumber: number, page: 1 },
    ),
  );
}
