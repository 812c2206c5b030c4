import { say } from "@meetbot/presentation";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { Locale } from "../../model/conversation/locale.ts";
import type { Choice } from "../../model/conversation/reply.ts";
import type { CallReason } from "../../model/desk/holder.ts";
import { menuChoice } from "./choices.ts";
import { type DialogContext, type Step, sayFresh, tell, text } from "./moves.ts";
import { withContact } from "./with-contact.ts";

/** How a call for a person begins. */
type Opening = "personCalled" | "calledAtOnce" | "calledAfterMisses";

/** Has a person called; whoever takes the turn records it. Who waits already is told so, and nobody is called twice. */
export function callPerson(
  state: DialogState,
  speaker: DialogContext,
  { opening = "personCalled", reason = "asked" }: { opening?: Opening; reason?: CallReason } = {},
): Step {
  const { locale } = state;
  const isNew = speaker.holder !== "waiting";
  const words = isNew
    ? say(locale, opening)
    : sayFresh(state, "personCalledAlready", "personCalledStill");
  const choices = [menuChoice(locale, "orders"), menuChoice(locale, "packages")];
  const { waitingTold, ...left } = { ...state, form: null, misunderstood: 0 };
  const reply = text(withContact(locale, words, speaker, "reachToo"), { choices });
  return { ...tell(left, reply), personAsked: true, move: { to: "waiting", reason } };
}

/** The customer needs nobody any more: what they called for is taken back. */
export function withdrawCall(state: DialogState, speaker: DialogContext): Step {
  const { waitingTold, ...left } = { ...state, form: null, misunderstood: 0 };
  const choices = speaker.menu.map((item) => menuChoice(state.locale, item));
  const reply = text(say(state.locale, "callWithdrawn"), { choices });
  return { ...tell(left, reply), move: { to: "bot", reason: "withdrawn" } };
}

/** Who was answered while a person is called is told once that this one still comes. */
export function remindOfCall(state: DialogState): { state: DialogState; replies: PlainText[] } {
  if (state.waitingTold) return { state, replies: [] };
  return {
    state: { ...state, waitingTold: true },
    replies: [plain(say(state.locale, "calledNote"))],
  };
}

/** A person is not offered to whom one was called for. */
export function withoutPerson(choices: readonly Choice[]): Choice[] {
  return choices.filter(({ action }) => action.kind !== "menu" || action.item !== "person");
}

/** What a person left behind when the bot answers again: nothing that it had asked for is asked for still. */
export function afterPerson(state: DialogState): DialogState {
  const { waitingTold, ...kept } = state;
  return {
    ...kept,
    ...{ form: null, proving: null, offered: [], said: [], misunderstood: 0, failures: 0 },
  };
}

/** The line by which the customer knows that it is the bot again. */
export const botAgain = (locale: Locale): PlainText => plain(say(locale, "botAgain"));

/** A text without buttons. */
export interface PlainText {
  kind: "text";
  text: string;
}

const plain = (words: string): PlainText => ({ kind: "text", text: words });
