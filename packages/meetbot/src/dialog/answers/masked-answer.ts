import { say } from "@meetbot/presentation";
import type { Goal } from "../../model/conversation/ask.ts";
import type { DialogState, Form } from "../../model/conversation/dialog-state.ts";
import type { Reply } from "../../model/conversation/reply.ts";
import { type Step, tell, text } from "../dialogs/moves.ts";

/** Shows the little that an order's number alone allows, and asks for the email that goes with it. */
export function showMasked(
  state: DialogState,
  goal: Goal,
  orderNumber: string,
  masked: Reply,
): Step {
  const { locale } = state;
  const form: Form = { goal, filter: "open", awaiting: "email", orderNumber, misses: 0 };
  return tell(
    { ...state, form },
    text(say(locale, "orderFoundMasked")),
    masked,
    text(say(locale, "ladderNumber"), { ask: "email" }),
  );
}
