import type { Plan, Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState, OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import type { Fact } from "@meetbot/model/conversation/recognition.ts";
import { enumerate, formatAccount, say } from "@meetbot/presentation";
import { gather, isOfAll } from "../answers/gathering.ts";
import { isAboutPackages } from "../answers/sentences.ts";
import { maxTitles } from "../context/on-screen.ts";
import { until } from "../dialogs/choices.ts";
import { askFor } from "../dialogs/form.ts";
import { byAccount, byOrder, byPackage } from "../dialogs/look-up.ts";
import { type DialogContext, first, inquire, type Step, tell, text } from "../dialogs/moves.ts";
import type { TypedNumber, Wanted } from "./wanted.ts";

/** Queries the merchant if enough is known, or asks the customer for what is missing. */
export function lookUp(state: DialogState, wanted: Wanted, speaker: DialogContext): Step {
  const { wish, numbers } = wanted;
  const email = wanted.email ?? state.email;
  const account = email ?? state.account;
  const known = { ...state, email, misunderstood: 0 };
  if (numbers.length > 0)
    return askAbout(
      numbers.length > 1 ? { ...known, shown: [], focus: null } : known,
      numbers.map((number) => planFor(number, wish)),
      wanted,
    );
  if (account && wish.narrowing?.isTimeUnknown) return askWhichDays(known);
  if (account && (wish.narrowing || isOfAll(wish))) {
    return gather(known, account, wish, wanted.filter);
  }
  if (account && !wanted.filter && seeksGoods(state, wish, speaker)) {
    return findGoods(known, account, wish);
  }
  if (account) return inquire(known, byAccount(account, wanted.filter ?? "open", wish));
  // A number that alone shows too little still waits for its email.
  if (known.form?.awaiting === "email" && known.form.orderNumber !== null) {
    return askFor(
      known,
      { ...known.form, wish },
      speaker,
      formatAccount(state.locale, speaker.accountKind, "ladderNumber"),
    );
  }
  const asking = askFor(
    // A customer on the shop's page returns with what it shows, whatever they ask meanwhile.
    { ...known, proving: known.proving?.byLink ? known.proving : null },
    {
      goal: wish.goal,
      filter: wanted.filter ?? "open",
      awaiting: wish.goal === "orders" ? "email" : "package_number",
      wish,
    },
    speaker,
  );
  return opened(asking, wish);
}

/** Asks which days the customer means when they name a time without known days, rather than answer for other days. */
export const askWhichDays = (state: DialogState): Step =>
  tell(state, text(say(state.locale, "whichDays")));

/**
 * The maximum length of a complaint that names a late item, such as “The lamp has not come”. Longer texts tell a story,
 * and may name no item.
 */
const maxTroubleLength = 40;

const aboutParcels: ReadonlySet<Wish["concern"]> = new Set<Wish["concern"]>([
  "late",
  "stuck",
  "not_here",
]);

/** Whether the customer names something by its goods, and may see what is in their orders. */
export function seeksGoods(
  { account, shown, locale }: DialogState,
  { words, concern, facts, goal }: Wish,
  { namesGoods }: DialogContext,
): boolean {
  const seesGoods = account !== null || shown.some(({ titles }) => titles.length > 0);
  if (!seesGoods || words === null) return false;
  const isOfParcel = aboutParcels.has(concern);
  return (
    (concern === null || isOfParcel) &&
    namesGoods(words, locale, facts.length > 0 || goal === "packages")
  );
}

/**
 * Looks for an order that the customer calls by its goods, in all lists of an account. `mayBeNone`: if nothing is
 * found, the sentence is taken as not about orders.
 */
export function findGoods(
  state: DialogState,
  account: string,
  wish: Wish,
  mayBeNone = false,
): Step {
  const isStory = wish.concern !== null && (wish.words?.length ?? 0) > maxTroubleLength;
  const narrowing = {
    goods: true as const,
    ...((mayBeNone || isStory) && { mayBeNone: true as const }),
  };
  return gather(state, account, { ...wish, narrowing });
}

/**
 * Answers a guest who asks for goods that the order on the screen lacks: lists what the order has, and how to find
 * another one. Where the goods may only have another name there, it also answers the question for that order. `null`
 * when no order is on the screen, or the order has more in it than is known here.
 */
export function answerOtherGoods(
  state: DialogState,
  one: OnScreen | undefined,
  wish: Wish,
  { mentionsOtherGoods }: DialogContext,
): Step | null {
  const { locale } = state;
  const { titles = [] } = one ?? {};
  if (!one?.number || titles.length === 0 || titles.length === maxTitles) return null;
  const other = mentionsOtherGoods(wish.words ?? "", titles);
  if (other === "no") return null;
  const words = say(locale, "notInOrder", { items: enumerate(titles, locale) });
  const note = until(one, { ...text(words), ofOrder: { personal: [] } });
  const asks = wish.facts.length > 0 || wish.concern !== null;
  if (!asks || other === "surely") {
    return tell({ ...state, misunderstood: 0 }, note);
  }
  return first(note, lookAt(state, [one], { ...wish, isOneOfSeveral: true }));
}

/** Acknowledges a customer's trouble first, then asks for what the bot needs. */
function opened(step: Step, { concern }: Wish): Step {
  if (concern !== "late" && concern !== "stuck" && concern !== "not_here") return step;
  return first(text(say(step.state.locale, "sorryLate")), step);
}

/** Returns the query for a number that the customer typed. */
function planFor({ value, isPackage }: TypedNumber, wish: Wish): Plan {
  return isPackage
    ? byPackage(value, { ...wish, goal: "packages" })
    : byOrder("orders", value, wish);
}

/** Queries several things, one after the other. */
function askAbout(
  state: DialogState,
  plans: readonly Plan[],
  { leavesOut }: Pick<Wanted, "leavesOut">,
): Step {
  const [plan, ...next] = plans;
  if (!plan) throw new Error("Nothing is asked for.");
  const step = inquire(state, next.length > 0 ? { ...plan, next } : plan);
  return leavesOut ? first(text(say(state.locale, "leftOut")), step) : step;
}

/** Queries the orders and packages on the screen again. */
export function lookAt(state: DialogState, things: readonly OnScreen[], wish: Wish): Step {
  const several = things.length > 1;
  const plans = things.flatMap((thing) => planOf(thing, { ...wish, isOneOfSeveral: several }));
  return askAbout({ ...state, misunderstood: 0 }, plans, { leavesOut: false });
}

const ofOrdersOnly: ReadonlySet<Fact> = new Set<Fact>([
  "total",
  "goods_total",
  "ago",
  "each",
  "shipping",
  "discount",
  "items",
  "quantity",
  "address",
  "payment",
  "placed",
  "sent",
  "parcels",
]);

/** If the packages alone can answer, no query for the order is needed: its contents are already on the screen. */
function planOf({ kind, number, titles, isPartly }: OnScreen, wish: Wish): Plan[] {
  if (number === null) return [];
  if (kind === "package") return [byPackage(number, { ...wish, goal: "packages" })];
  const needsOrder =
    titles.length === 0 || isPartly || wish.facts.some((fact) => ofOrdersOnly.has(fact));
  return [
    isAboutPackages(wish) && !needsOrder
      ? byOrder("packages", number, { ...wish, goal: "packages" })
      : byOrder("orders", number, wish),
  ];
}
