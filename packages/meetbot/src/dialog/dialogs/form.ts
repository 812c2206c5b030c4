import type { AskedInput, Slot } from "@meetbot/model/conversation/action.ts";
import type { AccountPlan } from "@meetbot/model/conversation/ask.ts";
import type { DialogState, Form, Proving } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Choice, Reply } from "@meetbot/model/conversation/reply.ts";
import { formatAccount, languages, type PhraseKey, say } from "@meetbot/presentation";
import { accountChoice, fillChoice, linkChoice, menuChoice, proveChoice } from "./choices.ts";
import { type DialogContext, plainly, type Step, tell, text } from "./moves.ts";
import { withMenu } from "./small-talk.ts";

/** After this many unusable answers in a row, the bot stops asking and offers other choices. */
const maxMisses = 3;

const questions: Record<Exclude<Slot, "email">, PhraseKey & `ask${string}`> = {
  order_number: "askOrderNumber",
  package_number: "askPackageNumber",
  code: "askCode",
};

const reasons: Record<Exclude<Slot, "email">, PhraseKey & `again${string}`> = {
  order_number: "againOrderNumber",
  package_number: "againPackageNumber",
  code: "againCode",
};

/** Asks the customer for the next input; `words` replaces the usual question where that does not fit. */
export function askFor(
  state: DialogState,
  form: Pick<Form, "goal" | "filter" | "awaiting"> & Partial<Form>,
  speaker: DialogContext,
  words?: string,
): Step {
  const opened: Form = { orderNumber: null, misses: 0, ...form };
  const asked = { ...state, form: opened };
  return tell(
    asked,
    prompt(asked, opened.awaiting, words ?? question(asked, opened, speaker), speaker),
  );
}

/** Rejects an unusable input, explains why and asks again. */
export function askAgain(state: DialogState, form: Form, speaker: DialogContext): Step {
  const misses = form.misses + 1;
  if (misses >= maxMisses) return withMenu(state, "stuck", speaker);
  const asked = { ...state, form: { ...form, misses } };
  return tell(asked, prompt(asked, form.awaiting, reason(asked, form, speaker), speaker));
}

function question(state: DialogState, form: Form, speaker: DialogContext): string {
  const { awaiting } = form;
  if (awaiting === "email") return askAccount(state, speaker);
  return say(state.locale, isShown(state, form) ? "askShown" : questions[awaiting]);
}

/**
 * Asks for an account. Where the bot has no telephone country, a number without a country code is nobody's, so the bot
 * asks for the code at once.
 */
function askAccount(state: DialogState, speaker: DialogContext): string {
  const kind = kindAsked(state, speaker);
  const words = formatAccount(state.locale, kind, "askEmail");
  return kind === "email" || speaker.phoneCountry !== null
    ? words
    : [words, say(state.locale, "withCountryCode")].join(languages[state.locale].sentenceSpace);
}

function reason(state: DialogState, form: Form, speaker: DialogContext): string {
  const { awaiting } = form;
  if (awaiting === "email")
    return formatAccount(state.locale, kindAsked(state, speaker), "againEmail");
  return say(state.locale, isShown(state, form) ? "againShown" : reasons[awaiting]);
}

/** Returns the kind of account to ask for: codes are sent to email addresses only. */
const kindAsked = ({ proving }: DialogState, { accountKind }: DialogContext) =>
  proving && !proving.byLink ? "email" : accountKind;

/** Returns what the customer sees a form's input as, and so which field they type it in. */
export function inputOf(state: DialogState, slot: Slot, speaker: DialogContext): AskedInput {
  if (slot !== "email") return slot;
  const kind = kindAsked(state, speaker);
  return kind === "both" ? "account" : kind;
}

/** The code is one that the shop's page shows, and none that was sent by mail. */
function isShown({ proving }: DialogState, { awaiting }: Form): boolean {
  return awaiting === "code" && proving?.byLink === true;
}

/** Asks for an input, and offers alternatives. */
export function prompt(
  state: DialogState,
  slot: Slot,
  words: string,
  speaker: DialogContext,
): Reply {
  const { proving } = state;
  const asksToProve = slot === "code" || (slot === "email" && !proving?.byLink);
  const choices =
    proving && asksToProve
      ? waysToProve(state.locale, proving, speaker)
      : waysOut(state, slot, speaker);
  return text(words, { ask: inputOf(state, slot, speaker), choices });
}

function waysToProve(
  locale: Locale,
  { email, byLink, plan }: Proving,
  speaker: DialogContext,
): Choice[] {
  const sent = [
    proveChoice(locale, "choiceSendAgain", email, plan),
    proveChoice(locale, "choiceOtherEmail", null, plan),
  ];
  return [
    ...(email === null ? [] : sent),
    ...(speaker.offersLinks
      ? [linkChoice(locale, byLink ? "choiceNewLink" : "choiceSignIn", plan)]
      : []),
    menuChoice(locale, "person"),
  ];
}

function waysOut({ locale, form }: DialogState, slot: Slot, speaker: DialogContext): Choice[] {
  const other =
    slot === "email"
      ? fillChoice(locale, "choiceUseOrderNumber", "order_number")
      : accountChoice(locale, "choiceUseEmail", speaker);
  const signIn =
    form && slot === "email" && speaker.offersLinks
      ? [linkChoice(locale, "choiceSignIn", planOf(form))]
      : [];
  return [...signIn, other, menuChoice(locale, "person")];
}

/** Returns the plan for the form's goal, for an account that the customer has not named yet. */
function planOf({ goal, filter, orderNumber }: Form): AccountPlan {
  const question = { method: "orders", userAccount: "", filter, page: 1 } as const;
  const finding = orderNumber === null ? null : { orderNumber, goal };
  return { ...plainly(question), question, finding };
}
