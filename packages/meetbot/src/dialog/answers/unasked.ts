import type { AccountPlan, Plan, Question } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { ShownAnswer } from "@meetbot/model/conversation/shown-answer.ts";
import { formatAccount, say } from "@meetbot/presentation";
import { isMailAddress } from "@meetbot/protocol";
import { linkChoice, menuChoice, proveChoice } from "../dialogs/choices.ts";
import {
  type DialogContext,
  first,
  inquire,
  plainly,
  type Step,
  tell,
  text,
} from "../dialogs/moves.ts";
import { canProve, prove } from "../dialogs/proving.ts";
import { waitingTime } from "../dialogs/waiting-time.ts";
import { withContact } from "../dialogs/with-contact.ts";
import { findInAccount } from "./finding.ts";

/** The reply when the shop was not queried because the customer must prove an account first. */
export function proofNeeded(
  state: DialogState,
  plan: Plan,
  { account }: Extract<ShownAnswer, { kind: "proof_needed" }>,
  speaker: DialogContext,
): Step {
  const { question, carried, ...asked } = plan;
  if ("userAccount" in question) {
    // Results of an earlier proof are not reused for the next one.
    const again = carried?.kind === "gathered" ? { carried: { ...carried, found: [] } } : {};
    return prove(state, question.userAccount, { ...asked, question, ...again }, speaker);
  }
  if (account === null) return prove(state, mailable(state.email), aboutAccount(plan), speaker);
  return askOwn(state, question, account, plan.wish);
}

/** The answer when the bot did not query the merchant because of too many attempts. */
export function limited(
  state: DialogState,
  plan: Plan,
  { retryAfterS, account }: Extract<ShownAnswer, { kind: "limited" }>,
  speaker: DialogContext,
): Step {
  const { question } = plan;
  if (account !== null && !("userAccount" in question))
    return askOwn(state, question, account, plan.wish);
  const { locale, email } = state;
  const wait = waitingTime(locale, retryAfterS);
  const words = withContact(
    locale,
    formatAccount(locale, speaker.accountKind, "limited", { wait }),
    speaker,
  );
  const choices = [
    ...(canProve(email, speaker)
      ? [proveChoice(locale, "choiceGetCode", email, aboutAccount(plan))]
      : []),
    ...(speaker.offersLinks ? [linkChoice(locale, "choiceSignIn", aboutAccount(plan))] : []),
    menuChoice(locale, "person"),
  ];
  return tell(state, text(words, { choices }));
}

/** Looks for a number only among the orders of a proved account. */
function askOwn(state: DialogState, question: ByNumber, account: string, wish: Plan["wish"]): Step {
  if ("orderNumber" in question) {
    const { orderNumber, method } = question;
    return findInAccount(state, account, { orderNumber, goal: method }, wish);
  }
  // Packages are found only through their order: the bot does not even search for what is not the customer's own.
  const orders = inquire(state, plainly({ ...openOrders, userAccount: account }));
  return first(text(say(state.locale, "packageByOrder")), orders);
}

type ByNumber = Exclude<Question, { userAccount: string }>;

/** Returns a plan with the same wish for the lists of an account that the customer has yet to name. */
function aboutAccount({ question, finding, wish }: Plan): AccountPlan {
  if ("userAccount" in question) return { ...plainly(question, wish), question, finding };
  const { method } = question;
  const sought =
    "orderNumber" in question ? { orderNumber: question.orderNumber, goal: method } : null;
  const asked = { ...openOrders, userAccount: "" };
  return { ...plainly(asked, wish), question: asked, finding: sought };
}

const openOrders = { method: "orders", filter: "open", page: 1 } as const;

const mailable = (email: string | null) => (email !== null && isMailAddress(email) ? email : null);
