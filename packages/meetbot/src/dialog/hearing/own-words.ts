import { say } from "@meetbot/presentation";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { Concern } from "../../model/conversation/recognition.ts";
import { spokenOf } from "../context/meant.ts";
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

/** What is said of the bot's own words: “are you sure?”, “then what do I do?”, “that is not what I asked”. */
type OfOwnWords = Extract<Concern, "doubt" | "what_now" | "misread">;

const ofOwnWords: ReadonlySet<Concern | null> = new Set<OfOwnWords>([
  "doubt",
  "what_now",
  "misread",
]);

export const isOfOwnWords = (concern: Concern | null): concern is OfOwnWords =>
  ofOwnWords.has(concern);

/** The step that answers it; `null`: nothing was said yet that it could be about. */
export function answerOwnWords(
  state: DialogState,
  concern: OfOwnWords,
  speaker: DialogContext,
): Step | null {
  if (state.form || state.said.length === 0) return null;
  if (concern === "misread")
    return unanswered("not_understood", withPerson(state, "misread", speaker));
  if (state.foundNone) return withPerson(state, "sureNone", speaker);
  const one = spokenOf(state);
  if (one?.number) {
    const facts = concern === "doubt" ? (state.facts ?? []) : [];
    return lookAt(state, [one], { ...howItStands, goal: "packages", concern, facts });
  }
  return concern === "doubt" && state.shown.length > 0
    ? withPerson(state, "sureShop", speaker)
    : null;
}

function withPerson(
  state: DialogState,
  key: "misread" | "sureNone" | "sureShop",
  speaker: DialogContext,
): Step {
  const { locale } = state;
  const words = unlessSaid(state, withContact(locale, say(locale, key), speaker));
  const choices = [...aboutShown(state), menuChoice(locale, "person")];
  return tell({ ...state, misunderstood: 0 }, text(words, { choices }));
}
