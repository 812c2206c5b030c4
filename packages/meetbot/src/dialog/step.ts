import type { Action } from "@meetbot/model/conversation/action.ts";
import type { Plan } from "@meetbot/model/conversation/ask.ts";
import type { CodeOutcome } from "@meetbot/model/conversation/code.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { LinkOutcome } from "@meetbot/model/conversation/link.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import type { ShownAnswer } from "@meetbot/model/conversation/shown-answer.ts";
import type { LeftEmailOutcome, RatedHolder } from "@meetbot/model/conversation/waiting.ts";
import type { SubscribeOutcome } from "@meetbot/model/push/news-state.ts";
import { say, withoutOffer } from "@meetbot/presentation";
import { handleAnswer } from "./answers/handle-answer.ts";
import { withoutExpired } from "./context/on-screen.ts";
import { pickedChoice } from "./context/picked-choice.ts";
import { withoutPerson } from "./dialogs/call-person.ts";
import { menuChoice } from "./dialogs/choices.ts";
import { handleLink, handleSignedOut } from "./dialogs/linking.ts";
import { type DialogContext, type Step, spoken, tell, text } from "./dialogs/moves.ts";
import { passOnChoice, withoutExpiredNumber } from "./dialogs/pass-on.ts";
import { handleCode } from "./dialogs/proving.ts";
import { freshState, welcome, withMenu } from "./dialogs/small-talk.ts";
import { handleLeftEmail } from "./handover/leave-email.ts";
import { askRating } from "./handover/rating.ts";
import { handleTap } from "./hearing/handle-tap.ts";
import { handleMedia } from "./hearing/media.ts";
import { renderUpdate } from "./news/render-update.ts";
import { handleUtterance } from "./readings/handle-utterance.ts";
import {
  handleNewsWord,
  handleSubscribed,
  type NewsWord,
  withoutUpdates,
  withShopNews,
} from "./subscriptions/tell-of-news.ts";

export { maxSearchPages } from "./answers/finding.ts";
export { afterPerson, botAgain, remindOfCall } from "./dialogs/call-person.ts";
export { signedOut } from "./dialogs/linking.ts";
export { type DialogContext, type Step, spoken } from "./dialogs/moves.ts";
export type { NewsWord } from "./subscriptions/tell-of-news.ts";

/** The input to a step of the dialog: a customer's action, or the result of a query. */
export type DialogInput =
  | { kind: "start"; locale: Locale; account: string | null; subscribe?: string }
  | { kind: "utterance"; said: Recognition }
  /** `null` when the conversation no longer has the tapped choice. */
  | { kind: "tap"; action: Action | null }
  /** A picture, a file or the like, which only a person could look at. */
  | { kind: "media"; atMs: number; isPicture: boolean }
  | { kind: "answer"; plan: Plan; answer: ShownAnswer }
  | { kind: "code"; outcome: CodeOutcome }
  | { kind: "link"; outcome: LinkOutcome }
  | { kind: "subscribed"; outcome: SubscribeOutcome }
  /** A message only about customer updates, from a customer who gets some or had them. */
  | { kind: "news_word"; word: NewsWord }
  | { kind: "email_left"; outcome: LeftEmailOutcome }
  /** By the link of a mail, on whatever device: nothing of before counts but the language. */
  | { kind: "returned" }
  | { kind: "rating_due"; holder: RatedHolder }
  /** An event that the shop pushed, without a question from the customer. */
  | { kind: "news"; of: "order" | "package"; status: string; plan: Plan; answer: ShownAnswer }
  /** The customer signed out, so no account is proved. */
  | { kind: "signed_out"; wasSignedIn: boolean };

/** Moves the dialog by one step. Pure: it returns a question, and the caller asks it. */
export function step(before: DialogState, input: DialogInput, speaker: DialogContext): Step {
  // Versions before knew one number at most.
  const typed = [before.typed ?? []].flat();
  const locale = spoken(before.locale, speaker);
  const state = { ...freshState(before.locale), ...before, typed, locale };
  const living = withoutExpiredNumber(withoutExpired(state, speaker.now), speaker.now);
  const heard = hear(living, input, speaker);
  const next = withoutOldRequest(keepNews(heard, state), living, input);
  if (next.replies.length === 0) return next;
  const isSame = next.state.focus === state.focus;
  const fresh = isSame ? next.replies.map((reply) => notAgain(reply, state)) : next.replies;
  const waits = (next.move?.to ?? speaker.holder) === "waiting";
  const replies = waits ? fresh.map((reply) => whileWaiting(reply, next.state.locale)) : fresh;
  const offered = replies.flatMap((reply) => reply.choices ?? []);
  // The phrases themselves identify what the bot has already said.
  const texts = fresh.flatMap((reply) => (reply.kind === "text" ? reply.text : []));
  const said = texts.length > 0 ? texts : state.said;
  const { told: _, ...left } = next.state;
  return { ...next, replies, state: { ...left, ...toldOf(next, state), offered, said } };
}

/** Returns whether the last answer described orders, and which; an answer about one order has already recorded that. */
function toldOf(
  { state: { told }, replies }: Step,
  before: DialogState,
): Pick<DialogState, "told"> {
  if (told && told !== before.told) return { told };
  const isOfOrders = replies.some(({ kind, ofOrder }) => kind !== "text" || ofOrder !== undefined);
  return isOfOrders ? { told: { number: null, facts: [] } } : {};
}

/** Drops a request for a person once the customer asks something else. */
function withoutOldRequest(step: Step, { request }: DialogState, { kind }: DialogInput): Step {
  const isAsked = kind === "utterance" || kind === "tap";
  const isOfOther = step.topic !== null || step.ask?.kind === "merchant";
  if (!isAsked || !isOfOther || step.state.request !== request) return step;
  const { request: _, ...state } = step.state;
  return { ...step, state };
}

/** Keeps the customer's subscriptions when the dialog starts over. */
function keepNews(step: Step, { news }: DialogState): Step {
  return news && !step.state.news ? { ...step, state: { ...step.state, news } } : step;
}

/** Rewords a reply that would repeat the previous answer word for word. */
function notAgain(reply: Reply, { said, locale }: DialogState): Reply {
  if (reply.kind !== "text" || !reply.facts || !said.includes(reply.text)) return reply;
  return { ...reply, text: say(locale, "stillSo", { answer: reply.text }) };
}

/** Removes offers of a person, from buttons and text, while a call is open. */
function whileWaiting(reply: Reply, locale: Locale): Reply {
  const { choices } = reply;
  const left = choices ? { ...reply, choices: withoutPerson(choices) } : reply;
  const isOwn = left.kind === "text" && !left.ofShop;
  return isOwn ? { ...left, text: withoutOffer(left.text, locale) } : left;
}

/** The state of a conversation before its first step. */
export const stateBefore = freshState;

function hear(state: DialogState, input: DialogInput, speaker: DialogContext): Step {
  switch (input.kind) {
    case "start":
      return withShopNews(
        welcome(spoken(input.locale, speaker), input.account, speaker),
        state,
        input.subscribe,
        speaker,
      );
    case "answer":
      return handleAnswer(state, input.plan, input.answer, speaker);
    case "code":
      return handleCode(state, input.outcome, speaker);
    case "link":
      return handleLink(state, input.outcome, speaker);
    case "email_left":
      return handleLeftEmail(state, input.outcome);
    case "returned":
      return tell(state, text(say(state.locale, "backInChat")));
    case "rating_due":
      return askRating(state, input.holder);
    case "news":
      return renderUpdate(state, input, speaker);
    case "signed_out":
      return withoutUpdates(handleSignedOut(state, input.wasSignedIn, speaker), input);
    case "subscribed":
      return handleSubscribed(state, input.outcome, speaker);
    case "news_word":
      return handleNewsWord(state, input.word, speaker);
    case "tap":
      return input.action
        ? handleTap(state, input.action, speaker)
        : withMenu(state, "choiceExpired", speaker);
    case "media":
      return handleMedia(state, input, speaker);
    case "utterance": {
      const typed = typedChoice(state, input.said.text);
      const chosen = typed ?? pickedChoice(state.offered, input.said);
      return chosen
        ? handleTap(state, chosen.action, speaker)
        : handleUtterance(state, input.said, speaker);
    }
  }
}

/** Returns the offered choice whose title the customer typed instead of tapping it. */
function typedChoice({ offered, locale, request }: DialogState, text: string) {
  const title = plainTitle(text);
  const passOn = request ? [passOnChoice(locale)] : [];
  const choices = [...offered, menuChoice(locale, "start_over"), ...passOn];
  return choices.find((choice) => plainTitle(choice.title) === title);
}

/** Checks whether a text is an offer's title, so that its meaning is clear. */
export const isOffered = (state: DialogState, text: string): boolean =>
  typedChoice(state, text) !== undefined;

const plainTitle = (title: string) => title.normalize("NFKC").trim().toLowerCase();
