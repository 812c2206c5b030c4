import type { LookUpSlot } from "@meetbot/model/conversation/action.ts";
import type { DialogState, Form } from "@meetbot/model/conversation/dialog-state.ts";
import { askFor } from "../dialogs/form.ts";
import type { DialogContext, Step } from "../dialogs/moves.ts";

/** Asks a customer without a number for the email, and the other way round. */
export function otherWay(state: DialogState, { awaiting }: Form, speaker: DialogContext): Step {
  return fillSlot(state, awaiting === "email" ? "order_number" : "email", speaker);
}

/** Asks for this input instead; `words` replaces the usual question where that does not fit. */
export function fillSlot(
  state: DialogState,
  slot: LookUpSlot,
  speaker: DialogContext,
  words?: string,
): Step {
  const { form } = state;
  const goal = slot === "package_number" ? "packages" : (form?.goal ?? "orders");
  const filter = form?.filter ?? "open";
  const email = slot === "email" ? null : state.email;
  const asked = { goal, filter, awaiting: slot, ...(form?.wish && { wish: form.wish }) };
  return askFor({ ...state, email, proving: null }, asked, speaker, words);
}
