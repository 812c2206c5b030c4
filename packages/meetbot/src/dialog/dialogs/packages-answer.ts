import type { Question } from "../../model/ask.ts";
import type { DialogState } from "../../model/dialog-state.ts";
import type { Choice } from "../../model/reply.ts";
import type { ShownAnswer } from "../../model/shown-answer.ts";
import { say } from "../../phrases/say.ts";
import { askChoice, menuChoice } from "../choices.ts";
import { type Step, tell, text } from "../moves.ts";

type PackagesShown = Extract<ShownAnswer, { kind: "packages" }>;
type PackagesQuestion = Extract<Question, { method: "packages" }>;

/** Shows one page of packages. */
export function showPackages(
  state: DialogState,
  asked: PackagesQuestion,
  answer: PackagesShown,
): Step {
  const { locale } = state;
  const { packages } = answer;
  const subject = "orderNumber" in asked ? asked.orderNumber : state.subject;
  if (packages.length === 0) {
    const choices = [...orderChoice(state, asked), menuChoice(locale, "person")];
    return tell({ ...state, subject }, text(say(locale, "noPackages"), { choices }));
  }
  const next = askChoice(say(locale, "choiceMore"), { ...asked, page: asked.page + 1 });
  const choices = [...(answer.hasNextPage ? [next] : []), ...orderChoice(state, asked)];
  const list = { kind: "packages" as const, packages, choices };
  if (asked.page > 1) return tell({ ...state, subject }, list);
  const words = say(locale, packages.length === 1 ? "packageFound" : "packagesFound");
  const carrierOnly = packages.some((shown) => shown.level === "package");
  const hint = text(say(locale, "ladderPackage"), { ask: "order_number" });
  return tell({ ...state, subject }, text(words), list, ...(carrierOnly ? [hint] : []));
}

function orderChoice({ locale }: DialogState, asked: PackagesQuestion): Choice[] {
  if (!("orderNumber" in asked)) return [];
  const { orderNumber } = asked;
  return [askChoice(say(locale, "choiceOrderOfPackage"), { method: "orders", orderNumber })];
}
