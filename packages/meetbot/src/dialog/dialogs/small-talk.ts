import { languages, say } from "@meetbot/presentation";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { Locale } from "../../model/conversation/locale.ts";
import { menu, menuChoice } from "./choices.ts";
import { type DialogContext, type Step, tell, text } from "./moves.ts";

/** So many utterances in a row may be beyond the bot before it offers a person first. */
const misunderstoodBeforePerson = 2;

/** The state of a conversation in which nothing was said yet. */
export function freshState(locale: Locale, account: string | null = null): DialogState {
  return {
    locale,
    account,
    form: null,
    proving: null,
    email: null,
    typed: null,
    subject: null,
    ladderTold: false,
    failures: 0,
    misunderstood: 0,
    offered: [],
  };
}

export function welcome(locale: Locale, account: string | null, speaker: DialogContext): Step {
  const words = speaker.welcome[locale] ?? say(locale, "welcome", { bot: speaker.name });
  return tell(freshState(locale, account), text(words, { choices: menu(locale, speaker) }));
}

/** Something short to say, with the menu below it. The form, if any, is left. */
export function withMenu(
  state: DialogState,
  key:
    | "menu"
    | "help"
    | "greeting"
    | "thanks"
    | "noted"
    | "noMore"
    | "stopped"
    | "choiceExpired"
    | "textOnly"
    | "stuck",
  speaker: DialogContext,
): Step {
  const { locale } = state;
  const left = { ...state, form: null, misunderstood: 0 };
  return tell(left, text(say(locale, key), { choices: menu(locale, speaker) }));
}

/** Words that send to a person, with where one is reached if the shop told. */
export function withContact(locale: Locale, words: string, { contact }: DialogContext): string {
  if (!contact) return words;
  const sentences = [words, say(locale, "reach", { contact })];
  return sentences.join(languages[locale].sentenceSpace);
}

/**
 * Stops what the bot is asking for. Where it asks for nothing, the customer may mean an order, and
 * must not believe that it was canceled.
 */
export function stop(state: DialogState, speaker: DialogContext): Step {
  const left = { ...state, proving: null, email: null, subject: null };
  if (state.form) return withMenu(left, "stopped", speaker);
  const words = withContact(state.locale, say(state.locale, "nothingToStop"), speaker);
  return tell(left, text(words, { choices: menu(state.locale, speaker) }));
}

/** An order or a package? The question for utterances that could mean either. */
export function clarify(state: DialogState): Step {
  const { locale } = state;
  const choices = [
    menuChoice(locale, "orders"),
    menuChoice(locale, "packages"),
    menuChoice(locale, "person"),
  ];
  return tell({ ...state, misunderstood: 0 }, text(say(locale, "clarify"), { choices }));
}

export function notUnderstood(state: DialogState, speaker: DialogContext): Step {
  const { locale } = state;
  const misunderstood = state.misunderstood + 1;
  const again = misunderstood >= misunderstoodBeforePerson;
  const words = say(locale, again ? "notUnderstoodAgain" : "notUnderstood");
  const choices = menu(locale, speaker);
  return tell(
    { ...state, misunderstood },
    text(again ? withContact(locale, words, speaker) : words, { choices }),
  );
}

/** Shows where a person is to be reached; whoever takes the turn records the wish. */
export function person(state: DialogState, speaker: DialogContext): Step {
  const { locale } = state;
  const words = say(locale, speaker.contact ? "person" : "personUnknown");
  const choices = [menuChoice(locale, "orders"), menuChoice(locale, "packages")];
  const left = { ...state, form: null, misunderstood: 0 };
  const reply = text(withContact(locale, words, speaker), { choices });
  return { ...tell(left, reply), personAsked: true };
}
