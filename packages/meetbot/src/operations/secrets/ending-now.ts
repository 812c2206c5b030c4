import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import { signedOut } from "../../dialog/step.ts";
import { endReply, withoutAccounts } from "../../identity/sign-out.ts";
import type { AccountLinks } from "../../store/links/account-links.ts";

/** Returns how to update conversations whose links are ended now, outside of a turn. */
export function endingNow(): Parameters<AccountLinks["unlink"]>[2] {
  const now = Date.now();
  return { signOut, endReply: (reply) => endReply(reply, now) };
}

/** Returns the state of a conversation with its customer signed out. */
function signOut({ dialog, proofs }: ConversationState): ConversationState {
  return {
    dialog: {
      ...signedOut(dialog),
      ...(dialog.news && { news: { offered: [], on: [], stopped: [] } }),
    },
    proofs: withoutAccounts(proofs),
    code: null,
    choices: [],
  };
}
