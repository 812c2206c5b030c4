import type { Question } from "../../model/conversation/ask.ts";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { Choice } from "../../model/conversation/reply.ts";
import type { ShownAnswer } from "../../model/conversation/shown-answer.ts";
import { say } from "../../phrases/say.ts";
import { askChoice, menuChoice } from "./choices.ts";
import { byOrder } from "./look-up.ts";
import { first, inquire, type Step, tell, text } from "./moves.ts";

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
  if (packages.length === 0) return showOrderInstead({ ...state, subject }, asked);
  const next = askChoice(say(locale, "choiceMore"), { ...asked, page: asked.page + 1 });
  const choices = [...(answer.hasNextPage ? [next] : []), ...orderChoice(state, asked)];
  const list = { kind: "packages" as const, packages, choices };
  if (asked.page > 1) return tell({ ...state, subject }, list);
  const words = say(locale, packages.length === 1 ? "packageFound" : "packagesFound");
  const carrierOnly = packages.some((shown) => shown.level === "package");
  const hint = text(say(locale, "ladderPackage"), { ask: "order_number" });
  return tell({ ...state, subject }, text(words), list, ...(carrierOnly ? [hint] : []));
}

/** Not sent yet: whether it is paid, or being prepared, the order itself says. */
function showOrderInstead(state: DialogState, asked: PackagesQuestion): Step {
  const words = say(state.locale, "noPackages");
  if (!("orderNumber" in asked) || asked.page > 1) {
    return tell(state, text(words, { choices: [menuChoice(state.locale, "person")] }));
  }
  return first(text(words), inquire(state, byOrder("orders", asked.orderNumber)));
}

function orderChoice({ locale }: DialogState, asked: PackagesQuestion): Choice[] {
  if (!("orderNumber" in asked)) return [];
  const { orderNumber } = asked;
  return [askChoice(say(locale, "choiceOrderOfPackage"), { method: "orders", orderNumber })];
}
