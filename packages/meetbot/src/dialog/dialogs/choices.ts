import type { LookUpSlot, MenuItem } from "@meetbot/model/conversation/action.ts";
import type { AccountPlan, Question, Wish } from "@meetbot/model/conversation/ask.ts";
import type { OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Choice, Reply } from "@meetbot/model/conversation/reply.ts";
import { clip, formatAccount, menuTitles, type PhraseKey, say } from "@meetbot/presentation";
import type { OrderFilter } from "@meetbot/protocol";
import { type DialogContext, plainly } from "./moves.ts";

const filterTitles = {
  open: "choiceOpen",
  unpaid: "choiceUnpaid",
  past: "choicePast",
} as const satisfies Record<OrderFilter, PhraseKey>;

type FillTitle = "choiceUseOrderNumber" | "choiceOtherNumber";

export function menuChoice(locale: Locale, item: MenuItem): Choice {
  return { title: say(locale, menuTitles[item]), action: { kind: "menu", item } };
}

/** The menu that every customer can return to. */
export function menu(locale: Locale, { menu: items }: DialogContext): Choice[] {
  return items.map((item) => menuChoice(locale, item));
}

/** The shortest title that a channel allows a button, in characters. */
const maxTitleLength = 20;

/** Returns a button's title for an order: its first item, or else its number. */
export function goodsTitle([first]: readonly string[], orderNumber: string): string {
  return clip(first ?? orderNumber, maxTitleLength);
}

/** Returns a button that sends a query to the merchant. */
export function askChoice(title: string, question: Question, wish?: Partial<Wish>): Choice {
  return { title, action: { kind: "ask", plan: plainly(question, wish) } };
}

/** Returns a button for an order, named by the order's contents; it expires with the proof for them. */
export function orderChoice(
  title: string,
  orderNumber: string,
  proof: Pick<OnScreen, "expires" | "ofAccount">,
  wish: Partial<Wish>,
): Choice {
  const choice = askChoice(title, { method: "orders", orderNumber }, wish);
  return until(proof, { ...choice, isOfOrder: true });
}

/** Returns the same choice or reply, with the expiry of the proof on which its content rests. */
export function until<Told extends Choice | Reply>(
  { expires, ofAccount }: Pick<OnScreen, "expires" | "ofAccount">,
  told: Told,
): Told {
  if (expires === null) return told;
  return { ...told, expires, ...(ofAccount && { ofAccount }) };
}

/** Returns a button with which the customer can give a different input than the one requested. */
export function fillChoice(locale: Locale, key: FillTitle, slot: LookUpSlot): Choice {
  return { title: say(locale, key), action: { kind: "fill", slot } };
}

/** Returns a button that lets the customer enter the account for the lookup. */
export function accountChoice(
  locale: Locale,
  key: "choiceUseEmail" | "choiceOtherEmail",
  { accountKind }: Pick<DialogContext, "accountKind">,
): Choice {
  return {
    title: formatAccount(locale, accountKind, key),
    action: { kind: "fill", slot: "email" },
  };
}

type ProveTitle =
  | "choiceUseEmail"
  | "choiceGetCode"
  | "choiceSendAgain"
  | "choiceNewCode"
  | "choiceOtherEmail"
  | "choiceAllDetails"
  | "choiceRetry";

/** Returns a button that sends a code to this email, or to one that the bot asks for first. */
export function proveChoice(
  locale: Locale,
  key: ProveTitle,
  email: string | null,
  plan: AccountPlan,
): Choice {
  return { title: say(locale, key), action: { kind: "prove", email, plan } };
}

/** A button that has the customer sign in at the shop. */
export function linkChoice(
  locale: Locale,
  key: "choiceSignIn" | "choiceNewLink",
  plan: AccountPlan,
): Choice {
  return { title: say(locale, key), action: { kind: "link", plan } };
}

/** The lists of an account that are not on the screen now. */
export function otherFilters(locale: Locale, account: string, shown: OrderFilter | null): Choice[] {
  const filters = (Object.keys(filterTitles) as OrderFilter[]).filter((one) => one !== shown);
  return filters.map((filter) =>
    askChoice(say(locale, filterTitles[filter]), {
      method: "orders",
      userAccount: account,
      filter,
      page: 1,
    }),
  );
}
