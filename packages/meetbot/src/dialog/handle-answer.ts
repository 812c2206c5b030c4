import type { Plan, Question } from "../model/conversation/ask.ts";
import type { DialogState } from "../model/conversation/dialog-state.ts";
import type { Shown } from "../model/conversation/proof.ts";
import type { ShownAnswer } from "../model/conversation/shown-answer.ts";
import { findInAccount, searchOn } from "./dialogs/finding.ts";
import { byOrder, byPackage } from "./dialogs/look-up.ts";
import { showMasked } from "./dialogs/masked-answer.ts";
import { type DialogContext, inquire, type Step } from "./dialogs/moves.ts";
import { showAccount, showOrders } from "./dialogs/orders-answer.ts";
import { showPackages } from "./dialogs/packages-answer.ts";
import { numberNotFound, unavailable, userNotFound } from "./dialogs/refusals.ts";
import { limited, proofNeeded } from "./dialogs/unasked.ts";

/** The step that follows an answer of the merchant. */
export function handleAnswer(
  before: DialogState,
  plan: Plan,
  answer: ShownAnswer,
  speaker: DialogContext,
): Step {
  if (answer.kind === "proof_needed") return proofNeeded(before, plan, answer, speaker);
  if (answer.kind === "limited") return limited(before, plan, answer, speaker);
  if (answer.kind === "unavailable") {
    const failed = { ...before, failures: before.failures + 1 };
    return unavailable(failed, plan, answer.reason, speaker);
  }
  const state = { ...before, failures: 0 };
  if (answer.kind === "refusal") return handleRefusal(state, plan);
  if (answer.kind === "orders") return handleOrders(state, plan, answer, speaker);
  return handlePackages(state, plan, answer);
}

/** The shop's "no": there is no such account, order or package. */
function handleRefusal(state: DialogState, plan: Plan): Step {
  const { question, secondTry } = plan;
  if ("userAccount" in question) return userNotFound(state);
  if (secondTry) return numberNotFound(state, numberIn(question));
  return inquire(state, { ...otherMeaning(question), secondTry: true });
}

type ByNumber = Exclude<Question, { userAccount: string }>;

const numberIn = (question: ByNumber): string =>
  "orderNumber" in question ? question.orderNumber : question.packageNumber;

/** People are asked for one number and give the other: what is no order's may be a package's. */
function otherMeaning(question: ByNumber): Plan {
  return "orderNumber" in question
    ? byPackage(question.orderNumber)
    : byOrder("packages", question.packageNumber);
}

function handleOrders(
  state: DialogState,
  plan: Plan,
  answer: Extract<ShownAnswer, { kind: "orders" }>,
  speaker: DialogContext,
): Step {
  const { question, finding } = plan;
  if ("userAccount" in question) {
    return finding
      ? searchOn(state, question, finding, answer, speaker)
      : showAccount(state, question, answer, speaker);
  }
  if (answer.orders.length === 0 || !("orderNumber" in question)) return handleRefusal(state, plan);
  const visible = answer.orders.filter(isVisible);
  const { orderNumber } = question;
  if (visible.length > 0) return showOrders(state, visible, null, speaker);
  const account = state.email ?? state.account;
  return account
    ? findInAccount(state, account, { orderNumber, goal: "orders" })
    : showMasked(state, "orders", orderNumber, { kind: "orders", orders: answer.orders });
}

function handlePackages(
  state: DialogState,
  plan: Plan,
  answer: Extract<ShownAnswer, { kind: "packages" }>,
): Step {
  const question = plan.question as Extract<Question, { method: "packages" }>;
  if ("packageNumber" in question && answer.packages.length === 0) {
    return handleRefusal(state, plan);
  }
  const masked = answer.packages.length > 0 && !answer.packages.some(isVisible);
  if (!masked || "packageNumber" in question) return showPackages(state, question, answer);
  const { orderNumber } = question;
  const account = state.email ?? state.account;
  return account
    ? findInAccount(state, account, { orderNumber, goal: "packages" })
    : showMasked(state, "packages", orderNumber, { kind: "packages", packages: answer.packages });
}

const isVisible = (shown: Shown<unknown>): boolean => shown.level !== 0;
