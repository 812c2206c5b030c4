import { languages, listLanguages, type PhraseKey, say } from "@meetbot/presentation";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { Concern } from "../../model/conversation/recognition.ts";
import { fillChoice, menuChoice } from "../dialogs/choices.ts";
import { askFor, prompt } from "../dialogs/form.ts";
import {
  type DialogContext,
  first,
  type Step,
  sayFresh,
  tell,
  text,
  unanswered,
} from "../dialogs/moves.ts";
import { person, withContact, withMenu } from "../dialogs/small-talk.ts";
import { aboutShown, aside } from "./aside.ts";
import { fillSlot, otherWay } from "./slots.ts";
import { answerWhose } from "./whose.ts";

/** What only a person can do, and what is said of it. */
const forPersons = {
  damaged: "sorryDamaged",
  missing_item: "sorryMissing",
  wrong_item: "sorryWrong",
  return: "cannotReturn",
  refund: "cannotRefund",
  exchange: "cannotExchange",
  cancel_order: "cannotCancel",
  change: "cannotChange",
  invoice: "cannotInvoice",
  complaint: "sorryComplaint",
  anger: "sorryAnger",
} as const satisfies Partial<Record<Concern, PhraseKey>>;

type ForPersons = keyof typeof forPersons;

/** Whether only a person can do something about it. */
export const isForPersons = (concern: Concern | null): concern is ForPersons =>
  concern !== null && concern in forPersons;

/** What is said to it before anything else. */
export function openingFor(
  state: DialogState,
  concern: ForPersons,
  speaker: DialogContext,
): string {
  const words = sayFresh(state, forPersons[concern], "lookOnlyAgain");
  return withContact(state.locale, words, speaker);
}

/** Says that a person is needed, and how one is reached; what is on the screen stays there. */
export function sendToPerson(
  state: DialogState,
  concern: ForPersons,
  speaker: DialogContext,
): Step {
  const words = openingFor(state, concern, speaker);
  const choices = [menuChoice(state.locale, "person"), ...aboutShown(state)];
  const left = { ...state, misunderstood: 0 };
  const reply = text(words, { choices });
  const isMood = concern === "complaint" || concern === "anger";
  if (state.form && !isMood)
    return unanswered("other_topic", first(text(words), askFor(left, state.form, speaker)));
  return unanswered("other_topic", tell(left, reply));
}

/** The step that answers what is said of the bot or of the talk itself; `null`: it is none of that. */
export function answerTalk(
  state: DialogState,
  concern: Concern | null,
  speaker: DialogContext,
): Step | null {
  const { locale, form } = state;
  switch (concern) {
    case "threat":
      return person(state, speaker, "atOnce");
    case "robot":
      return aside(state, say(locale, "robot"), speaker);
    case "who":
      return aside(state, say(locale, "who", { bot: speaker.name }), speaker);
    case "languages": {
      const named = listLanguages(speaker.languages, languages[locale].cards.tag);
      return aside(state, say(locale, "speaks", { languages: named }), speaker);
    }
    case "privacy":
      return aside(state, withContact(locale, say(locale, "privacy"), speaker), speaker);
    case "notify":
      return aside(state, say(locale, "notify"), speaker);
    case "wait":
      return tell(state, text(say(locale, "waiting"), form ? { ask: form.awaiting } : {}));
    case "apology":
      return aside(state, say(locale, "noProblem"), speaker);
    case "resignation":
      return form ? withMenu(state, "stopped", speaker) : withMenu(state, "resigned", speaker);
    case "no_number":
      return form && form.awaiting !== "code"
        ? otherWay(state, form, speaker)
        : fillSlot(state, "email", speaker);
    case "what_number":
      return withWays(state, say(locale, "whatNumber"), speaker);
    case "no_email":
      return fillSlot(state, "order_number", speaker, say(locale, "noEmail"));
    default:
      return answerWhose(state, concern, speaker);
  }
}

function withWays(state: DialogState, words: string, speaker: DialogContext): Step {
  const { form, locale } = state;
  if (form) return tell(state, prompt(state, form.awaiting, words, speaker));
  const choices = [fillChoice(locale, "choiceUseEmail", "email"), menuChoice(locale, "person")];
  return tell(state, text(words, { choices }));
}
