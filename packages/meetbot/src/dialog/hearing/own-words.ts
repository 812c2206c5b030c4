import type { Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState, OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import type { Concern } from "@meetbot/model/conversation/recognition.ts";
import { say } from "@meetbot/presentation";
import { spokenOf } from "../context/meant.ts";
import { onScreen } from "../context/on-screen.ts";
import { menuChoice } from "../dialogs/choices.ts";
import { aboutShown } from "../dialogs/leave-to-person.ts";
import {
  type DialogContext,
  howItStands,
  type Step,
  tell,
  text,
  unanswered,
} from "../dialogs/moves.ts";
import { withContact } from "../dialogs/with-contact.ts";
import { unlessSaid } from "./aside.ts";
import { lookAt } from "./look-up.ts";

/** Remarks about the bot's own words: “are you sure?”, “then what do I do?”, “that is not what I asked”. */
type OfOwnWords = Extract<Concern, "doubt" | "what_now" | "misread">;

const ofOwnWords: ReadonlySet<Concern | null> = new Set<OfOwnWords>([
  "doubt",
  "what_now",
  "misread",
]);

export const isOfOwnWords = (concern: Concern | null): concern is OfOwnWords =>
  ofOwnWords.has(concern);

/**
 * Returns the step that answers the customer's remark; `null` when the bot has said nothing yet that it could refer to.
 */
export function answerOwnWords(
  state: DialogState,
  concern: OfOwnWords,
  speaker: DialogContext,
): Step | null {
  const { form, said, told, foundNone } = state;
  if (form || said.length === 0) return null;
  if (concern === "misread") {
    return unanswered("not_understood", withPerson(state, "misread", speaker));
  }
  if (foundNone) return withPerson(state, "sureNone", speaker);
  if (concern === "what_now") return lookAgain(state, spokenOf(state), { concern, facts: [] });
  if (!told) return null;
  const one = told.number === null ? undefined : onScreen(state, told.number);
  const { facts } = told;
  return lookAgain(state, one, { concern, facts }) ?? withPerson(state, "sureShop", speaker);
}

/** Queries the shop again; `null` when the bot did not describe a single order. */
function lookAgain(
  state: DialogState,
  one: OnScreen | undefined,
  asked: Pick<Wish, "concern" | "facts">,
): Step | null {
  return one?.number ? lookAt(state, [one], { ...howItStands, goal: "packages", ...asked }) : null;
}

function withPerson(
  state: DialogState,
  key: "misread" | "sureNone" | "sureShop",
  speaker: DialogContext,
): Step {
  const { locale } = state;
  const words = unlessSaid(state, withContact(locale, say(locale, key), speaker));
  const choices = [...aboutShown(state), menuChoice(locale, "person")];
  // The conversation stays on what the bot described last.
  const told = state.told && { told: { ...state.told } };
  return tell({ ...state, ...told, misunderstood: 0 }, text(words, { choices }));
}
