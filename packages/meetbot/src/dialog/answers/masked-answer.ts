import type { Goal } from "@meetbot/model/conversation/ask.ts";
import type { DialogState, Form } from "@meetbot/model/conversation/dialog-state.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import { formatAccount, say } from "@meetbot/presentation";
import { inputOf } from "../dialogs/form.ts";
import { type DialogContext, type Step, tell, text } from "../dialogs/moves.ts";

/** Shows the few details that an order number alone permits, and asks for the matching account. */
export function showMasked(
  state: DialogState,
  goal: Goal,
  orderNumber: string,
  masked: Reply,
  speaker: DialogContext,
): Step {
  const { locale } = state;
  const form: Form = { goal, filter: "open", awaiting: "email", orderNumber, misses: 0 };
  return tell(
    { ...state, form },
    text(say(locale, "orderFoundMasked")),
    masked,
    text(formatAccount(locale, speaker.accountKind, "ladderNumber"), {
      ask: inputOf(state, "email", speaker),
    }),
  );
}
