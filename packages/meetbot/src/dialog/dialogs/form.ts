import type { Slot } from "../../model/action.ts";
import type { Locale } from "../../model/bot.ts";
import type { DialogState, Form } from "../../model/dialog-state.ts";
import type { Choice } from "../../model/reply.ts";
import { type PhraseKey, say } from "../../phrases/say.ts";
import { fillChoice, menuChoice } from "../choices.ts";
import { type Step, tell, text } from "../moves.ts";
import { withMenu } from "./small-talk.ts";

/** After so many unusable answers in a row the bot stops asking and offers ways out. */
const maxMisses = 3;

const questions: Record<Slot, PhraseKey & `ask${string}`> = {
  email: "askEmail",
  order_number: "askOrderNumber",
  package_number: "askPackageNumber",
};

const reasons: Record<Slot, PhraseKey & `again${string}`> = {
  email: "againEmail",
  order_number: "againOrderNumber",
  package_number: "againPackageNumber",
};

/** Asks the customer for the next input. */
export function askFor(
  state: DialogState,
  form: Pick<Form, "goal" | "filter" | "awaiting"> & Partial<Form>,
): Step {
  const opened: Form = { orderNumber: null, misses: 0, ...form };
  const words = say(state.locale, questions[opened.awaiting]);
  return tell({ ...state, form: opened }, prompt(state.locale, opened.awaiting, words));
}

/** Asks again for what could not be used, and says why. */
export function askAgain(state: DialogState, form: Form): Step {
  const misses = form.misses + 1;
  if (misses >= maxMisses) return withMenu(state, "stuck");
  const words = say(state.locale, reasons[form.awaiting]);
  const asked = { ...state, form: { ...form, misses } };
  return tell(asked, prompt(state.locale, form.awaiting, words));
}

function prompt(locale: Locale, slot: Slot, words: string) {
  return text(words, { ask: slot, choices: waysOut(locale, slot) });
}

function waysOut(locale: Locale, slot: Slot): Choice[] {
  const other =
    slot === "email"
      ? fillChoice(locale, "choiceUseOrderNumber", "order_number")
      : fillChoice(locale, "choiceUseEmail", "email");
  return [other, menuChoice(locale, "person")];
}
