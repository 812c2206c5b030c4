import type { AccountPlan } from "@meetbot/model/conversation/ask.ts";
import type { DialogState, Form } from "@meetbot/model/conversation/dialog-state.ts";
import type { LinkOutcome } from "@meetbot/model/conversation/link.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { say } from "@meetbot/presentation";
import { linkChoice, menu, menuChoice } from "./choices.ts";
import { prompt } from "./form.ts";
import { maskedAccount } from "./masked-account.ts";
import { askFirst, type DialogContext, first, inquire, type Step, tell, text } from "./moves.ts";
import { waitingTime } from "./waiting-time.ts";

/** Asks the customer to sign in at the shop before the bot queries their account. */
export function offerLink(state: DialogState, plan: AccountPlan): Step {
  const proving = { email: null, byLink: true, plan } as const;
  return askFirst({ ...state, proving, form: null }, { kind: "make_link" });
}

/**
 * Returns the step after a link was created, or after the result of the shop's page was checked. Throws if the
 * conversation waits for no link, which is a bug in Meetbot.
 */
export function handleLink(state: DialogState, outcome: LinkOutcome, speaker: DialogContext): Step {
  const { locale, proving } = state;
  if (!proving?.byLink) throw new Error("A link came of nothing.");
  const { plan } = proving;
  switch (outcome.kind) {
    case "made": {
      const link = { title: say(locale, "choiceSignIn"), url: outcome.url };
      const waiting = waitForDigits(state, plan, say(locale, "linkMade"), speaker);
      return { ...waiting, replies: waiting.replies.map((reply) => ({ ...reply, link })) };
    }
    case "limited": {
      const words = say(locale, "linkLimited", { wait: waitingTime(locale, outcome.retryAfterS) });
      const choices = [menuChoice(locale, "person")];
      return tell({ ...state, form: null, proving: null }, text(words, { choices }));
    }
    case "linked":
      return goOnAs(state, plan, outcome.account);
    case "wrong":
      return waitForDigits(state, plan, linkWrong(locale, outcome.triesLeft), speaker);
    case "unconfirmed":
      return waitForDigits(state, plan, say(locale, "linkUnconfirmed"), speaker);
    case "used_up":
      return newLinkNeeded(state, plan, "linkUsedUp");
    case "expired":
      return newLinkNeeded(state, plan, "linkExpired");
  }
}

/** Names the account, so that no customer is linked to someone else's unnoticed, and continues. */
function goOnAs(state: DialogState, plan: AccountPlan, account: string): Step {
  const { locale } = state;
  const known = { ...state, account, email: null, focus: null, proving: null, ladderTold: true };
  const words = say(locale, "linked", { account: maskedAccount(account) });
  const choices = [menuChoice(locale, "sign_out")];
  const own = { ...plan, question: { ...plan.question, userAccount: account, page: 1 } };
  return first(text(words, { choices }), inquire(known, own));
}

function waitForDigits(
  state: DialogState,
  { question, finding }: AccountPlan,
  words: string,
  speaker: DialogContext,
): Step {
  const form: Form = {
    goal: finding?.goal ?? "orders",
    filter: question.filter,
    awaiting: "code",
    orderNumber: null,
    misses: 0,
  };
  const waiting = { ...state, form };
  return tell(waiting, prompt(waiting, "code", words, speaker));
}

function newLinkNeeded(
  state: DialogState,
  plan: AccountPlan,
  key: "linkUsedUp" | "linkExpired",
): Step {
  const { locale } = state;
  const choices = [linkChoice(locale, "choiceNewLink", plan), menuChoice(locale, "person")];
  return tell({ ...state, form: null }, text(say(locale, key), { choices }));
}

function linkWrong(locale: Locale, triesLeft: number): string {
  return triesLeft === 1
    ? say(locale, "linkWrongOnce")
    : say(locale, "linkWrong", { tries: triesLeft });
}

/** Returns the dialog after a sign-out, without what belongs to the customer's account; the language stays. */
export function signedOut({ request: _, ...state }: DialogState): DialogState {
  const left = { form: null, proving: null, account: null, email: null };
  const unseen = { shown: [], focus: null, card: null, said: [] };
  return { ...state, ...left, ...unseen, typed: [], offered: [] };
}

export function handleSignedOut(
  state: DialogState,
  wasSignedIn: boolean,
  speaker: DialogContext,
): Step {
  const { locale } = state;
  const words = say(locale, wasSignedIn ? "signedOut" : "notSignedIn");
  return tell(signedOut(state), text(words, { choices: menu(locale, speaker) }));
}
