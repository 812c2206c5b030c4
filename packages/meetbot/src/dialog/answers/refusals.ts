import type { Plan, UnavailableReason } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import { describeAccount, say } from "@meetbot/presentation";
import { isPhone, sameNumber } from "@meetbot/protocol";
import { accountChoice, fillChoice, menuChoice } from "../dialogs/choices.ts";
import { type DialogContext, type Step, tell, text } from "../dialogs/moves.ts";
import { withContact } from "../dialogs/with-contact.ts";

/** How many queries in a row may fail before the bot advises the customer to wait. */
const failuresBeforeAdvice = 2;

/** The answer when the shop does not find an account. */
export function userNotFound(state: DialogState, account: string, speaker: DialogContext): Step {
  const { locale } = state;
  const choices = [
    accountChoice(locale, "choiceOtherEmail", speaker),
    fillChoice(locale, "choiceUseOrderNumber", "order_number"),
    menuChoice(locale, "person"),
  ];
  return tell(
    { ...state, email: null },
    text(describeAccount(locale, isPhone(account), "userNotFound"), { choices }),
  );
}

/** The answer when the shop does not find a number. */
export function numberNotFound(state: DialogState, number: string, speaker: DialogContext): Step {
  const words = isTyped(state, number)
    ? say(state.locale, "numberNotFound", { number })
    : say(state.locale, "thatNumberNotFound");
  return askForAnother(state, words, "choiceUseEmail", speaker);
}

/** The account's lists hold no such number. */
export function numberNotInAccount(
  state: DialogState,
  number: string,
  account: string,
  speaker: DialogContext,
): Step {
  const words = isTyped(state, number)
    ? describeAccount(state.locale, isPhone(account), "orderNotInAccount", { number })
    : describeAccount(state.locale, isPhone(account), "thatOrderNotInAccount");
  return askForAnother(state, words, "choiceOtherEmail", speaker);
}

/** Asks for another number, and offers an email instead of it, or a person. */
function askForAnother(
  state: DialogState,
  words: string,
  other: "choiceUseEmail" | "choiceOtherEmail",
  speaker: DialogContext,
): Step {
  const { locale } = state;
  const choices = [
    fillChoice(locale, "choiceOtherNumber", "order_number"),
    accountChoice(locale, other, speaker),
    menuChoice(locale, "person"),
  ];
  return tell(state, text(words, { choices }));
}

/** Whether the customer typed the number; a tapped choice may stand for a number that is masked by now. */
const isTyped = ({ typed }: DialogState, number: string) =>
  typed.some((one) => sameNumber(one, number));

/** Replies that the shop's system does not answer, which means nothing about the order. */
export function unavailable(
  state: DialogState,
  plan: Plan,
  reason: UnavailableReason,
  speaker: DialogContext,
): Step {
  const { locale } = state;
  const words = wordsFor(state, reason, speaker);
  const choices = [
    { title: say(locale, "choiceRetry"), action: { kind: "ask" as const, plan } },
    menuChoice(locale, "person"),
  ];
  return tell(state, text(words, { choices }));
}

/** If retrying soon would not help, the bot refers the customer to a person at once. */
function wordsFor(
  { locale, failures }: DialogState,
  reason: UnavailableReason,
  speaker: DialogContext,
) {
  if (failures >= failuresBeforeAdvice) {
    return withContact(locale, say(locale, "unavailableAgain"), speaker);
  }
  return lastingReasons.has(reason)
    ? withContact(locale, say(locale, "unavailableForNow"), speaker)
    : say(locale, "unavailable");
}

const lastingReasons: ReadonlySet<UnavailableReason> = new Set([
  "breaker_open",
  "endpoint_stopped",
  "gone",
]);
