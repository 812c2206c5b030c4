import { signedOut as dialogAfter } from "../dialog/step.ts";
import { withoutAccounts } from "../identity/sign-out.ts";
import type { ConversationState } from "../model/conversation.ts";

/** A conversation in which nobody is known any more, as the shop asked from outside of a turn. */
export function signedOut(state: ConversationState): ConversationState {
  return {
    dialog: dialogAfter(state.dialog),
    proofs: withoutAccounts(state.proofs),
    code: null,
    choices: {},
  };
}
