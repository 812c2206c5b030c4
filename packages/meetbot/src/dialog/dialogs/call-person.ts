import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Choice, Reply } from "@meetbot/model/conversation/reply.ts";
import type { CallReason } from "@meetbot/model/desk/holder.ts";
import { languages, say } from "@meetbot/presentation";
import { menuChoice } from "./choices.ts";
import { addFreshPhrase, type DialogContext, type Step, tell, text } from "./moves.ts";
import { passedOn } from "./pass-on.ts";
import { mayLeaveEmail, whileWaiting } from "./while-waiting.ts";
import { withContact } from "./with-contact.ts";

/** How a call for a person begins. */
type Opening = "personCalled" | "calledAtOnce" | "calledAfterMisses";

/**
 * Calls an agent; the caller records it. A customer who is already waiting gets a reply that says so, and the bot calls
 * nobody twice.
 */
export function callPerson(
  state: DialogState,
  speaker: DialogContext,
  { opening = "personCalled", reason = "asked" }: { opening?: Opening; reason?: CallReason } = {},
): Step {
  const isNew = speaker.holder !== "waiting";
  if (isNew && speaker.isListFull) return refuseCall(state, speaker);
  const told = isNew ? untold(state) : state;
  const left = { ...told, form: null, misunderstood: 0 };
  const words = isNew ? opened(state, opening) : whereCallStands(state);
  // A passed-on request that names an account's order expires with the proof; the call itself does not.
  const apart = isNew && isOfProof(state) ? passedOn(state) : null;
  const replies = [...(apart ? [apart] : []), confirmCall(state, words, speaker)];
  return { ...tell(left, ...replies), personAsked: true, move: { to: "waiting", reason } };
}

/** Passes on with the call what the customer needs a person for. */
function opened(state: DialogState, opening: Opening): string {
  const { locale } = state;
  const request = isOfProof(state) ? null : passedOn(state);
  const said = request?.kind === "text" ? [request.text] : [];
  return [say(locale, opening), ...said].join(languages[locale].sentenceSpace);
}

const isOfProof = ({ request }: DialogState) => (request?.expires ?? null) !== null;

/** Refuses a call because too many customers wait already; only an email address can be left. */
function refuseCall(state: DialogState, speaker: DialogContext): Step {
  const { locale } = state;
  const left = { ...untold(state), form: null, misunderstood: 0, callRefused: true } as const;
  const email = mayLeaveEmail(locale, speaker.waiting);
  const words = [withContact(locale, say(locale, "listFull"), speaker), ...email.sentences];
  const menu = withoutPerson(speaker.menu.map((item) => menuChoice(locale, item)));
  const reply = text(words.join(languages[locale].sentenceSpace), {
    choices: [...email.choices, ...menu],
  });
  return { ...tell(left, reply), personAsked: true };
}

/** Returns a sentence that a person has been called, worded differently from the last reply. */
export const whereCallStands = (state: DialogState): string =>
  addFreshPhrase(state, "personCalledAlready", "personCalledStill");

/** Returns the reply to a call for an agent: what the customer can do meanwhile, and other ways to contact the shop. */
export function confirmCall(state: DialogState, words: string, speaker: DialogContext): Reply {
  const { locale } = state;
  const honest = whileWaiting(state, speaker);
  const choices = [...honest.choices, menuChoice(locale, "orders"), menuChoice(locale, "packages")];
  const said = [withContact(locale, words, speaker, "reachToo"), ...honest.sentences];
  return text(said.join(languages[locale].sentenceSpace), { choices });
}

/** The phrases for calling an agent, and for while the call is open. */
const ofCall = [
  "personCalled",
  "calledAtOnce",
  "calledAfterMisses",
  "personCalledAlready",
  "personCalledStill",
  "sorryCalled",
] as const;

/** Whether the bot's last reply was about calling a person. */
export const isOfCall = ({ said, locale }: DialogState): boolean =>
  ofCall.some((key) => said.some((words) => words.includes(say(locale, key))));

/** Sentences that are sent once for each call may be sent once again for the next call. */
function untold(state: DialogState): DialogState {
  const { waitingTold, soothed, callRefused, request, ...kept } = state;
  return kept;
}

/** Withdraws the customer's call for an agent once they no longer need one. */
export function withdrawCall(state: DialogState, speaker: DialogContext): Step {
  const left = { ...untold(state), form: null, misunderstood: 0 };
  const choices = speaker.menu.map((item) => menuChoice(state.locale, item));
  const reply = text(say(state.locale, "callWithdrawn"), { choices });
  return { ...tell(left, reply), move: { to: "bot", reason: "withdrawn" } };
}

/** Reminds a customer once, after the bot answered them during an open call, that an agent is still coming. */
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

/** Returns the state in which the bot takes over again from an agent: its open questions from before are dropped. */
export function afterPerson(state: DialogState): DialogState {
  return {
    ...untold(state),
    ...{ form: null, proving: null, offered: [], said: [], misunderstood: 0, failures: 0 },
  };
}

/** Returns the line that shows the customer that the bot answers again. */
export const botAgain = (locale: Locale): PlainText => plain(say(locale, "botAgain"));

/** A text without buttons. */
export interface PlainText {
  kind: "text";
  text: string;
}

const plain = (words: string): PlainText => ({ kind: "text", text: words });
