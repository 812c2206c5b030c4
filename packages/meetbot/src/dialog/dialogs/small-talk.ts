import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Choice } from "@meetbot/model/conversation/reply.ts";
import { formatAccount, type PhraseKey, say } from "@meetbot/presentation";
import { callPerson } from "./call-person.ts";
import { menu, menuChoice } from "./choices.ts";
import { addFreshPhrase, type DialogContext, type Step, tell, text } from "./moves.ts";
import { withContact } from "./with-contact.ts";

/** The maximum number of choices besides an agent; more buttons would hide the answer on a phone. */
const maxWaysOn = 3;

/** How many messages in a row the bot may fail to understand before it offers a person first. */
const misunderstoodBeforePerson = 2;

/** How many messages in a row the bot may fail to understand before it calls a person unasked. */
const misunderstoodBeforeCall = 3;

/** Returns the state of a conversation without messages. */
export function freshState(locale: Locale, account: string | null = null): DialogState {
  return {
    locale,
    account,
    form: null,
    proving: null,
    email: null,
    typed: [],
    shown: [],
    focus: null,
    card: null,
    said: [],
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

/** Phrases that may repeat, and what replaces each the second time. */
const again = {
  help: "helpAgain",
  greeting: "greetingAgain",
  thanks: "thanksAgain",
  noted: "notedAgain",
  lookOnly: "lookOnlyAgain",
} as const satisfies Partial<Record<PhraseKey, PhraseKey>>;

type Phrase =
  | keyof typeof again
  | "menu"
  | "noMore"
  | "stopped"
  | "choiceExpired"
  | "textOnly"
  | "stuck"
  | "resigned";

/** Returns a short phrase, or an alternative if the bot has just used it. */
export function phrase(state: DialogState, key: Phrase, { accountKind }: DialogContext): string {
  if (key === "help" && accountKind !== "email") {
    const help = formatAccount(state.locale, accountKind, "help");
    return state.said.some((said) => said.includes(help)) ? say(state.locale, "helpAgain") : help;
  }
  return key in again
    ? addFreshPhrase(state, key, again[key as keyof typeof again])
    : say(state.locale, key);
}

/** Returns a short reply with choices below it, and closes the open form, if any. */
export function withMenu(state: DialogState, key: Phrase, speaker: DialogContext): Step {
  const left = { ...state, form: null, misunderstood: 0 };
  return tell(left, text(phrase(state, key, speaker), { choices: waysOn(state, speaker) }));
}

/** Explains that the bot cannot do this, and offers a person, who can, as the first choice. */
export function refuse(state: DialogState, speaker: DialogContext): Step {
  const left = { ...state, form: null, misunderstood: 0 };
  const choices = personFirst(state, waysOn(state, speaker));
  return tell(left, text(refusalWords(state, speaker), { choices }));
}

/** A picture that operators may look at: offers the person first who can. The form, if any, stays. */
export function offerPerson(state: DialogState, speaker: DialogContext): Step {
  const words = withContact(state.locale, say(state.locale, "pictureTaken"), speaker);
  const choices = personFirst(state, waysOn({ ...state, form: null }, speaker));
  return tell({ ...state, misunderstood: 0 }, text(words, { choices }));
}

/** Returns the words of that refusal, with the shop's contact details. */
const refusalWords = (state: DialogState, speaker: DialogContext): string =>
  withContact(state.locale, phrase(state, "lookOnly", speaker), speaker);

/** Returns the refusal as a text to put before another reply. */
export const lookOnly = (state: DialogState, speaker: DialogContext) =>
  text(refusalWords(state, speaker));

function personFirst({ locale }: DialogState, ways: readonly Choice[]): Choice[] {
  const person = menuChoice(locale, "person");
  return [person, ...ways.filter(({ title }) => title !== person.title)];
}

/**
 * Returns the choices offered for an order on the screen; without one, or when the customer leaves a form, the menu.
 */
function waysOn(state: DialogState, speaker: DialogContext): Choice[] {
  const offered = state.offered.filter(({ action }) => action.kind !== "menu");
  const isOfForm = state.form !== null;
  if (isOfForm || state.shown.length === 0 || offered.length === 0) {
    return menu(state.locale, speaker);
  }
  return [...offered.slice(0, maxWaysOn), menuChoice(state.locale, "person")];
}

/**
 * Stops the current form. Without one, the customer may mean an order, and must not believe that it was canceled:
 * nothing was changed.
 */
export function stop(state: DialogState, speaker: DialogContext): Step {
  const left = { ...state, proving: null, email: null };
  if (state.form) return withMenu(left, "stopped", speaker);
  return tell(left, text(say(state.locale, "nothingToStop"), { choices: waysOn(left, speaker) }));
}

/** An order or a package? The question for utterances that could mean either. */
export function clarify(state: DialogState): Step {
  const { locale } = state;
  const choices = [
    menuChoice(locale, "orders"),
    menuChoice(locale, "packages"),
    menuChoice(locale, "person"),
  ];
  const words = addFreshPhrase(state, "clarify", "notUnderstoodAgain");
  return tell({ ...state, misunderstood: 0 }, text(words, { choices }));
}

/** Replies that the bot did not understand; the screen and its choices stay. */
export function notUnderstood(state: DialogState, speaker: DialogContext): Step {
  const { locale } = state;
  const misunderstood = state.misunderstood + 1;
  if (misunderstood >= misunderstoodBeforeCall && speaker.holder !== "waiting") {
    return callPerson(state, speaker, { opening: "calledAfterMisses", reason: "not_understood" });
  }
  const isSecond = misunderstood >= misunderstoodBeforePerson;
  const words = isSecond
    ? withContact(
        locale,
        addFreshPhrase(state, "notUnderstoodAgain", "notUnderstoodStill"),
        speaker,
      )
    : say(locale, "notUnderstood");
  const ways = waysOn(state, speaker);
  const choices = isSecond ? personFirst(state, ways) : ways;
  return tell({ ...state, misunderstood }, text(words, { choices }));
}
