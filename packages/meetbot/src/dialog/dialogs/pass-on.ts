import type { DialogState, Request } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Choice, Reply } from "@meetbot/model/conversation/reply.ts";
import { clip, say } from "@meetbot/presentation";
import { until } from "./choices.ts";
import { type DialogContext, type Step, tell, text, unanswered } from "./moves.ts";

/** Shorter sentences, such as “please” or “do it”, do not help a person. */
const minAddedLength = 10;

/** Characters of a sentence that are passed on: an address fits, a letter does not. */
const maxSentenceLength = 200;

/** Maximum number of sentences passed on: the request and additions to it. */
const maxSentences = 3;

/** Stores what a person is needed for; if the stored request has the same topic, adds the sentence to it. */
export function remember(
  state: DialogState,
  asked: Omit<Request, "words">,
  sentence: string,
): DialogState {
  const { request } = state;
  const before = request?.topic === asked.topic ? request : null;
  const words = [...(before?.words ?? []), clip(sentence.trim(), maxSentenceLength)];
  const known = asked.number === null && before ? before : asked;
  return { ...state, request: { ...known, words: words.slice(-maxSentences) } };
}

/** Removes the order number from a request once the proof that revealed it has expired. */
export function withoutExpiredNumber(state: DialogState, now: number): DialogState {
  const { request } = state;
  if (!request || request.number === null) return state;
  // Versions before did not store it.
  const { expires = now } = request;
  if (expires === null || expires > now) return state;
  const { ofAccount: _, ...kept } = request;
  return { ...state, request: { ...kept, number: null, expires: null } };
}

/** The button that calls a person for it. */
export const passOnChoice = (locale: Locale): Choice => ({
  title: say(locale, "choicePassOn"),
  action: { kind: "menu", item: "person" },
});

/**
 * Returns a reply that shows what is passed on, visible no longer than the order it names; `null` if there is no
 * request.
 */
export function passedOn({ request, locale }: DialogState): Reply | null {
  if (!request) return null;
  const words = request.words.join(" … ");
  const { number } = request;
  if (number === null) return text(say(locale, "passedOn", { words }));
  return until(request, text(say(locale, "passedOnOrder", { words, number })));
}

/**
 * Adds details that the bot does not understand, such as an address or a size, to a request. Returns `null` if there is
 * no request.
 */
export function addToRequest(
  state: DialogState,
  sentence: string,
  { holder }: Pick<DialogContext, "holder">,
): Step | null {
  const { request, locale } = state;
  if (!request || holder === "waiting" || state.form) return null;
  const heard = { ...state, misunderstood: 0 };
  const added = saysSomething(sentence) ? remember(heard, request, sentence) : heard;
  const offer = text(say(locale, "canPassOn"), { choices: [passOnChoice(locale)] });
  return unanswered("other_topic", tell(added, offer));
}

/** Checks for a digit or enough text; a Chinese or Japanese character counts as three letters. */
const saysSomething = (sentence: string) =>
  /\p{Nd}/u.test(sentence) ||
  sentence.replace(/[^\p{ASCII}\p{Script=Latin}]/gu, "···").length >= minAddedLength;
