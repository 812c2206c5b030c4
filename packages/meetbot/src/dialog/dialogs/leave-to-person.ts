import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Choice } from "@meetbot/model/conversation/reply.ts";
import { menuChoice } from "./choices.ts";
import { addFreshPhrase, type DialogContext, type Step, tell, text, unanswered } from "./moves.ts";
import { withContact } from "./with-contact.ts";

/** Returns the choices offered for the content of the screen. */
export function aboutShown({ offered }: DialogState): Choice[] {
  return offered.filter(({ action }) => action.kind === "ask").slice(0, 2);
}

/** Acknowledges a furious customer and refers them to an agent; the screen stays as it is, and the bot asks nothing. */
export function leaveToPerson(state: DialogState, speaker: DialogContext): Step {
  const words = withContact(
    state.locale,
    addFreshPhrase(state, "sorryAnger", "lookOnlyAgain"),
    speaker,
  );
  const choices = [menuChoice(state.locale, "person"), ...aboutShown(state)];
  return unanswered("other_topic", tell({ ...state, misunderstood: 0 }, text(words, { choices })));
}
