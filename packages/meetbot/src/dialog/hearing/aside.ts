import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import { say } from "@meetbot/presentation";
import { menuChoice } from "../dialogs/choices.ts";
import { askFor } from "../dialogs/form.ts";
import { aboutShown } from "../dialogs/leave-to-person.ts";
import { type DialogContext, first, type Step, tell, text } from "../dialogs/moves.ts";

/** Answers an interruption, then asks again for what an open form needs. */
export function aside(state: DialogState, words: string, speaker: DialogContext): Step {
  const { form } = state;
  const heard = { ...state, misunderstood: 0 };
  const fresh = unlessSaid(state, words);
  if (form) return first(text(fresh), askFor(heard, form, speaker));
  const choices = [...aboutShown(state), menuChoice(state.locale, "person")];
  return tell(heard, text(fresh, { choices }));
}

/** Avoids repeating the same words twice in a row: says instead that they still hold. */
export function unlessSaid({ said, locale }: DialogState, words: string): string {
  return said.includes(words) ? say(locale, "stillSo", { answer: words }) : words;
}
