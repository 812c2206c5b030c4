import type { Plan, Question } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { Choice } from "@meetbot/model/conversation/reply.ts";
import type { ShownAnswer } from "@meetbot/model/conversation/shown-answer.ts";
import { say } from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";
import { askChoice, menuChoice } from "../dialogs/choices.ts";
import { byOrder, byPackage } from "../dialogs/look-up.ts";
import { type DialogContext, inquire, type Step, tell, text } from "../dialogs/moves.ts";
import {
  answerTopicWithOrder,
  answerTopicWithoutOrder,
  isOfTopic,
} from "../topics/beside-order.ts";
import { findInAccount, searchOn } from "./finding.ts";
import { gatherOn, nextParcel, parcelHeard } from "./gathering.ts";
import { nextPackages, showAccount } from "./list-answer.ts";
import { showMasked } from "./masked-answer.ts";
import { answerOrder, answerPackages, orderFound } from "./order-answer.ts";
import { numberNotFound, unavailable, userNotFound } from "./refusals.ts";
import { limited, proofNeeded } from "./unasked.ts";
import { seenIn, toCome, withParcel } from "./with-parcel.ts";

type OrdersAnswer = Extract<ShownAnswer, { kind: "orders" }>;
type PackagesAnswer = Extract<ShownAnswer, { kind: "packages" }>;

/** Returns the step that follows an answer of the merchant, with the next question of the same turn. */
export function handleAnswer(
  before: DialogState,
  plan: Plan,
  answer: ShownAnswer,
  speaker: DialogContext,
): Step {
  const found = handleOne(before, plan, answer, speaker);
  const step = answerTopicWithoutOrder(found, plan, answer, speaker);
  return step.state.failures > before.failures ? step : goOn(step, plan.next ?? []);
}

/** Goes on with what else the customer wanted, once the question before is answered. */
function goOn(step: Step, next: readonly Plan[]): Step {
  const { ask } = step;
  if (next.length === 0 || (ask && ask.kind !== "merchant")) return step;
  if (ask) return { ...step, ask: { ...ask, plan: { ...ask.plan, next: [...next] } } };
  const [now, ...rest] = next;
  if (!now) return step;
  // The bot does not ask for input about one number while it looks up another.
  const state = { ...step.state, form: null };
  return { ...step, state, ask: { kind: "merchant", plan: { ...now, next: rest } } };
}

function handleOne(
  before: DialogState,
  plan: Plan,
  answer: ShownAnswer,
  speaker: DialogContext,
): Step {
  if (answer.kind === "proof_needed") return proofNeeded(before, plan, answer, speaker);
  const { carried } = plan;
  if (carried && hasSomething(carried) && answer.kind !== plan.question.method) {
    return withoutIt(before, plan, carried, speaker);
  }
  if (answer.kind === "limited") return limited(before, plan, answer, speaker);
  if (answer.kind === "unavailable") {
    const failed = { ...before, failures: before.failures + 1 };
    return unavailable(failed, plan, answer.reason, speaker);
  }
  const state = { ...before, failures: 0 };
  if (answer.kind === "refusal") return handleRefusal(state, plan, speaker);
  if (answer.kind === "orders") return handleOrders(state, plan, answer, speaker);
  return handlePackages(state, plan, answer, speaker);
}

/** Checks whether earlier queries found something. If not, a failed query must not be reported as “there is none”. */
const hasSomething = (carried: NonNullable<Plan["carried"]>): boolean =>
  carried.kind !== "gathered" || carried.found.length > 0;

/** Shows the earlier result without the details whose query failed. */
function withoutIt(
  state: DialogState,
  plan: Plan,
  carried: NonNullable<Plan["carried"]>,
  speaker: DialogContext,
): Step {
  const { carried: _, ...asked } = plan;
  switch (carried.kind) {
    case "order":
    case "fallback":
      return answerOrder(state, carried.order, null, asked, speaker);
    case "list":
      return nextPackages(state, asked, { ...carried, left: [] }, speaker);
    case "gathered": {
      const { parcels } = carried;
      if (!parcels) return gatherOn(state, withAccount(plan), carried, noMore, speaker);
      const told = { ...carried, parcels: { ...parcels, left: [] } };
      return nextParcel(state, asked, told, speaker);
    }
  }
}

const noMore = { kind: "orders" as const, orders: [], hasNextPage: false };

/** Throws if a plan is not about an account, which is a bug in Meetbot. */
function withAccount(plan: Plan) {
  const { question, wish } = plan;
  if (!("userAccount" in question) || !wish) throw new Error("Only an account is looked through.");
  return { ...plan, question, wish };
}

/** Handles the shop's refusal: there is no such account, order or package. */
function handleRefusal(state: DialogState, plan: Plan, speaker: DialogContext): Step {
  const { question, secondTry, wish } = plan;
  if ("userAccount" in question) return userNotFound(state, question.userAccount, speaker);
  if (secondTry) return numberNotFound(state, numberIn(question), speaker);
  return inquire(state, { ...otherMeaning(question, wish), secondTry: true });
}

type ByNumber = Exclude<Question, { userAccount: string }>;

const numberIn = (question: ByNumber): string =>
  "orderNumber" in question ? question.orderNumber : question.packageNumber;

/** Customers confuse the two numbers: a number that matches no order may belong to a package, and vice versa. */
function otherMeaning(question: ByNumber, wish: Plan["wish"]): Plan {
  return "orderNumber" in question
    ? byPackage(question.orderNumber, wish)
    : byOrder("packages", question.packageNumber, wish);
}

function handleOrders(
  state: DialogState,
  plan: Plan,
  answer: OrdersAnswer,
  speaker: DialogContext,
): Step {
  const { question, finding, wish, carried, searched } = plan;
  if ("userAccount" in question) {
    if (finding) return searchOn(state, { ...plan, question, finding }, answer, speaker);
    if (carried?.kind === "gathered" && wish) {
      return gatherOn(state, { ...plan, question, wish }, carried, answer, speaker);
    }
    return showAccount(state, { ...plan, question }, answer, speaker);
  }
  const { orderNumber } = question as Extract<Question, { method: "orders"; orderNumber: string }>;
  if (answer.orders.length === 0) return handleRefusal(state, plan, speaker);
  const visible = answer.orders.find(isVisible);
  const goal = wish?.goal ?? "orders";
  if (visible) {
    // A signed-in customer who gives a number sees the same details as in their list.
    const account = visible.level === 2 || searched ? null : state.account;
    return account !== null && wish && !wish.isOneOfSeveral
      ? findInAccount(state, account, { orderNumber, goal }, wish, visible)
      : orderFound(state, visible, plan, speaker);
  }
  const account = state.email ?? state.account;
  return account && !searched && !wish?.isOneOfSeveral
    ? findInAccount(state, account, { orderNumber, goal }, wish)
    : showMasked(state, "orders", orderNumber, { kind: "orders", orders: answer.orders }, speaker);
}

function handlePackages(
  state: DialogState,
  plan: Plan,
  answer: PackagesAnswer,
  speaker: DialogContext,
): Step {
  const { wish, carried, searched } = plan;
  const question = plan.question as Extract<Question, { method: "packages" }>;
  if (carried?.kind === "order") {
    const more = morePackages(state, question, answer);
    const own = answer.packages.filter(isVisible);
    // If the shop returned another order's packages, this order's packages are unknown.
    const packages = own.length > 0 || answer.packages.length === 0 ? own : null;
    return answerOrder(state, carried.order, packages, plan, speaker, more);
  }
  if (carried?.kind === "list") {
    const [at = -1, ...left] = carried.left;
    const orders = carried.answer.orders.map((order, place) =>
      place === at ? withParcel(order, answer, toCome(seenIn(answer))) : order,
    );
    const list = { ...carried, left, answer: { ...carried.answer, orders } };
    return nextPackages(state, plan, list, speaker);
  }
  if (carried?.kind === "gathered" && carried.parcels) {
    const { parcels } = carried;
    return parcelHeard(state, plan, { ...carried, parcels }, answer, speaker);
  }
  if ("packageNumber" in question && answer.packages.length === 0) {
    return handleRefusal(state, plan, speaker);
  }
  if (answer.packages.length === 0) return showOrderInstead(state, plan, question);
  // A package looked up by its number alone has its order masked, so the bot describes it as a package.
  const ofOrder = answer.packages.find(
    ({ item, level }) => item.order_number !== undefined && level !== "package",
  );
  if (isOfTopic(wish) && ofOrder && isVisible(ofOrder)) {
    return answerTopicWithOrder(state, orderOf(ofOrder), wish, speaker);
  }
  const masked = !answer.packages.some(isVisible);
  if (!masked || "packageNumber" in question) {
    return answerPackages(
      state,
      answer.packages,
      plan,
      speaker,
      morePackages(state, question, answer),
    );
  }
  const { orderNumber } = question;
  const account = state.email ?? state.account;
  return account && !searched && !wish?.isOneOfSeveral
    ? findInAccount(state, account, { orderNumber, goal: "packages" }, wish)
    : showMasked(
        state,
        "packages",
        orderNumber,
        { kind: "packages", packages: answer.packages },
        speaker,
      );
}

function morePackages(
  { locale }: DialogState,
  question: Extract<Question, { method: "packages" }>,
  { hasNextPage }: PackagesAnswer,
): Choice[] {
  const next = { ...question, page: question.page + 1 };
  return hasNextPage ? [askChoice(say(locale, "choiceMore"), next)] : [];
}

/** Shows an order that has no packages yet: the order shows whether it is paid or being prepared. */
function showOrderInstead(
  state: DialogState,
  { wish, searched }: Plan,
  question: Extract<Question, { method: "packages" }>,
): Step {
  if (!("orderNumber" in question) || question.page > 1 || !wish) {
    const words = say(state.locale, "noPackages");
    return tell(state, text(words, { choices: [menuChoice(state.locale, "person")] }));
  }
  const order = byOrder("orders", question.orderNumber, wish);
  return inquire(state, { ...order, noPackages: true, ...(searched && { searched }) });
}

/** Returns what a package reveals about its order. */
const orderOf = ({ level, expires, item }: Shown<Package>): Shown<SeenOrder> => ({
  level,
  expires,
  item: item.order_number === undefined ? {} : { order_number: item.order_number },
});

const isVisible = (shown: Shown<unknown>): boolean => shown.level !== 0;
