import type { Slot } from "../../model/action.ts";
import type { Locale } from "../../model/bot.ts";
import type { DialogState, Form, Proving } from "../../model/dialog-state.ts";
import type { Choice, Reply } from "../../model/reply.ts";
import { type PhraseKey, say } from "../../phrases/say.ts";
import { fillChoice, menuChoice, proveChoice } from "../choices.ts";
import { type Speaker, type Step, tell, text } from "../moves.ts";
import { withMenu } from "./small-talk.ts";

/** After so many unusable answers in a row the bot stops asking and offers ways out. */
const maxMisses = 3;

const questions: Record<Slot, PhraseKey & `ask${string}`> = {
  email: "askEmail",
  order_number: "askOrderNumber",
  package_number: "askPackageNumber",
  code: "askCode",
};

const reasons: Record<Slot, PhraseKey & `again${string}`> = {
  email: "againEmail",
  order_number: "againOrderNumber",
  package_number: "againPackageNumber",
  code: "againCode",
};

/** Asks the customer for the next input. */
export function askFor(
  state: DialogState,
  form: Pick<Form, "goal" | "filter" | "awaiting"> & Partial<Form>,
): Step {
  const opened: Form = { orderNumber: null, misses: 0, ...form };
  const words = say(state.locale, questions[opened.awaiting]);
  return tell({ ...state, form: opened }, prompt(state, opened.awaiting, words));
}

/** Asks again for what could not be used, and says why. */
export function askAgain(state: DialogState, form: Form, speaker: Speaker): Step {
  const misses = form.misses + 1;
  if (misses >= maxMisses) return withMenu(state, "stuck", speaker);
  const words = say(state.locale, reasons[form.awaiting]);
  const asked = { ...state, form: { ...form, misses } };
  return tell(asked, prompt(state, form.awaiting, words));
}

/** A question for an input, with the ways out of it. */
export function prompt({ locale, proving }: DialogState, slot: Slot, words: string): Reply {
  const choices =
    proving && (slot === "code" || slot === "email")
      ? waysToProve(locale, proving)
      : waysOut(locale, slot);
  return text(words, { ask: slot, choices });
}

function waysToProve(locale: Locale, { email, plan }: Proving): Choice[] {
  const sent = [
    proveChoice(locale, "choiceSendAgain", email, plan),
    proveChoice(locale, "choiceOtherEmail", null, plan),
  ];
  return [...(email === null ? [] : sent), menuChoice(locale, "person")];
}

function waysOut(locale: Locale, slot: Slot): Choice[] {
  const other =
    slot === "email"
      ? fillChoice(locale, "choiceUseOrderNumber", "order_number")
      : fillChoice(locale, "choiceUseEmail", "email");
  return [other, menuChoice(locale, "person")];
}
