import type { AccountPlan } from "@meetbot/model/conversation/ask.ts";
import type { CodeOutcome } from "@meetbot/model/conversation/code.ts";
import type { DialogState, Form, Proving } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Choice } from "@meetbot/model/conversation/reply.ts";
import { say } from "@meetbot/presentation";
import { isMailAddress, isPhone } from "@meetbot/protocol";
import { fillChoice, linkChoice, menuChoice, proveChoice } from "./choices.ts";
import { prompt } from "./form.ts";
import { offerLink } from "./linking.ts";
import { maskedAccount } from "./masked-account.ts";
import { askFirst, type DialogContext, first, inquire, type Step, tell, text } from "./moves.ts";
import { waitingTime } from "./waiting-time.ts";
import { withContact } from "./with-contact.ts";

/** Sends a code to an email, to prove the account before the bot queries its data. */
export function prove(
  state: DialogState,
  email: string | null,
  plan: AccountPlan,
  speaker: DialogContext,
): Step {
  if (!speaker.sendsCodes) {
    return speaker.offersLinks ? offerLink(state, plan) : signInNeeded(state, speaker);
  }
  if (email === null) return askWhichEmail(state, plan, speaker);
  const about = { ...plan, question: { ...plan.question, userAccount: email, page: 1 } };
  const proving = { email, plan: about };
  if (isPhone(email)) return noCodeForPhone({ ...state, email }, proving, speaker);
  if (!isMailAddress(email)) return noCodeFor({ ...state, proving }, proving, "codeNotForEmail");
  return askFirst({ ...state, email, proving }, { kind: "send_code", email });
}

/** Asks for the email address to send the code to. */
function askWhichEmail(state: DialogState, plan: AccountPlan, speaker: DialogContext): Step {
  const asking = { ...state, proving: { email: null, plan }, form: formOf(plan, "email") };
  return tell(asking, prompt(asking, "email", say(state.locale, "askEmailForCode"), speaker));
}

/** Whether a code can be sent to the email, which the bot then offers as a way to see more. */
export function canProve(email: string | null, speaker: DialogContext): email is string {
  return speaker.sendsCodes && email !== null && isMailAddress(email);
}

/**
 * Returns the step after sending or checking a code. Throws if the conversation does not wait for a code, which is a
 * bug in Meetbot.
 */
export function handleCode(state: DialogState, outcome: CodeOutcome, speaker: DialogContext): Step {
  const { locale, proving } = state;
  if (!proving || proving.email === null)
    throw new Error("A code was typed, but this conversation waits for none.");
  const { email, plan } = proving;
  const to = { email: maskedAccount(email) };
  switch (outcome.kind) {
    case "sent":
      return waitForCode(state, proving, say(locale, "codeSent", to), speaker);
    case "limited": {
      const wait = waitingTime(locale, outcome.retryAfterS);
      return outcome.pending
        ? waitForCode(state, proving, say(locale, "codeLimitedPending", { ...to, wait }), speaker)
        : noCode(state, say(locale, "codeLimited", { ...to, wait }), [
            proveChoice(locale, "choiceOtherEmail", null, plan),
            menuChoice(locale, "person"),
          ]);
    }
    case "not_sent":
      if (outcome.reason === "address_refused") return noCodeFor(state, proving, "codeRefused");
      return noCode(state, withContact(locale, say(locale, "codeNotSent"), speaker), [
        proveChoice(locale, "choiceRetry", email, plan),
        menuChoice(locale, "person"),
      ]);
    case "proved":
      return inquire({ ...state, proving: null }, plan);
    case "right":
      return first(
        text(say(locale, "codeRight")),
        inquire({ ...state, proving: null, ladderTold: true }, plan),
      );
    case "wrong":
      return waitForCode(state, proving, codeWrong(locale, outcome.triesLeft), speaker);
    case "used_up":
      return newCodeNeeded(state, proving, "codeUsedUp");
    case "expired":
      return newCodeNeeded(state, proving, "codeExpired");
  }
}

/** Replies that this bot shows nothing to guests. */
function signInNeeded(state: DialogState, speaker: DialogContext): Step {
  const { locale } = state;
  const words = withContact(locale, say(locale, "signInNeeded"), speaker);
  return tell({ ...state, form: null }, text(words, { choices: [menuChoice(locale, "person")] }));
}

function waitForCode(
  state: DialogState,
  { plan }: Proving,
  words: string,
  speaker: DialogContext,
): Step {
  const waiting = { ...state, form: formOf(plan, "code") };
  return tell(waiting, prompt(waiting, "code", words, speaker));
}

function newCodeNeeded(
  state: DialogState,
  { email, plan }: Proving,
  key: "codeUsedUp" | "codeExpired",
): Step {
  const { locale } = state;
  const choices = [
    proveChoice(locale, "choiceNewCode", email, plan),
    proveChoice(locale, "choiceOtherEmail", null, plan),
    menuChoice(locale, "person"),
  ];
  // The proof stays pending, so any further code gets the same reply.
  return tell({ ...state, form: null }, text(say(locale, key), { choices }));
}

function noCodeFor(
  state: DialogState,
  { plan }: Proving,
  key: "codeNotForEmail" | "codeRefused",
): Step {
  const { locale } = state;
  return noCode(state, say(locale, key), [
    proveChoice(locale, "choiceOtherEmail", null, plan),
    fillChoice(locale, "choiceUseOrderNumber", "order_number"),
    menuChoice(locale, "person"),
  ]);
}

/** No message with a code reaches a telephone: the shop's own sign-in does, an email that the shop knows, or a person. */
function noCodeForPhone(state: DialogState, { plan }: Proving, speaker: DialogContext): Step {
  const { locale } = state;
  return noCode(state, withContact(locale, say(locale, "codeNotForPhone"), speaker), [
    ...(speaker.offersLinks ? [linkChoice(locale, "choiceSignIn", plan)] : []),
    proveChoice(locale, "choiceUseEmail", null, plan),
    menuChoice(locale, "person"),
  ]);
}

function noCode(state: DialogState, words: string, choices: Choice[]): Step {
  return tell({ ...state, form: null, proving: null }, text(words, { choices }));
}

function formOf({ question, finding }: AccountPlan, awaiting: "email" | "code"): Form {
  const goal = finding?.goal ?? "orders";
  return { goal, filter: question.filter, awaiting, orderNumber: null, misses: 0 };
}

function codeWrong(locale: Locale, triesLeft: number): string {
  return triesLeft === 1
    ? say(locale, "codeWrongOnce")
    : say(locale, "codeWrong", { tries: triesLeft });
}
