import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import type { LeftEmailOutcome } from "@meetbot/model/conversation/waiting.ts";
import { say } from "@meetbot/presentation";
import { menuChoice } from "../dialogs/choices.ts";
import { askFirst, type DialogContext, type Step, tell, text } from "../dialogs/moves.ts";
import { withMenu } from "../dialogs/small-talk.ts";

/** After this many answers without an email, the bot drops the question. */
const maxMisses = 2;

/** Asks for an email address for replies, and drops any open form. */
export function askLeftEmail(state: DialogState, speaker: DialogContext): Step {
  if (!speaker.waiting?.mailsReplies) return withMenu(state, "choiceExpired", speaker);
  return ask({ ...state, form: null, proving: null }, "askLeftEmail", 0);
}

function ask(state: DialogState, key: "askLeftEmail" | "againLeftEmail", misses: number): Step {
  const words = text(say(state.locale, key), {
    ask: "email",
    choices: [menuChoice(state.locale, "orders"), menuChoice(state.locale, "help")],
  });
  return tell({ ...state, besides: { asks: "email", misses } }, words);
}

/**
 * Handles the answer to the question for an email address; `null` if the message is about something else, which drops
 * the question.
 */
export function readLeftEmail(state: DialogState, said: Recognition): Step | null {
  if (state.besides?.asks !== "email") return null;
  const email = said.entities.emails[0]?.value;
  const { misses } = state.besides;
  const left = withoutQuestion(state);
  if (email !== undefined) return askFirst(left, { kind: "leave_email", email });
  const isOther = said.decision === "act" || said.about.length > 0 || misses + 1 >= maxMisses;
  return isOther ? null : ask(state, "againLeftEmail", misses + 1);
}

/** Confirms that the email address was stored, or says why not. */
export function handleLeftEmail(state: DialogState, outcome: LeftEmailOutcome): Step {
  const { locale } = state;
  if (outcome.kind === "left") {
    const { callRefused, ...left } = state;
    const told = tell(left, text(say(locale, "emailLeft", { email: outcome.email })));
    // It is answered by mail: emails have a share of their own.
    return callRefused ? { ...told, move: { to: "waiting", reason: "asked" } } : told;
  }
  if (outcome.kind === "no_address") return ask(state, "againLeftEmail", 1);
  return tell(state, text(say(locale, "emailLimited")));
}

/** Removes any pending question that does not belong to a form. */
export function withoutQuestion({ besides: _, ...state }: DialogState): DialogState {
  return state;
}
