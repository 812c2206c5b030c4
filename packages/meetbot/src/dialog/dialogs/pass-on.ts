import { clip, say } from "@meetbot/presentation";
import type { DialogState, Request } from "../../model/conversation/dialog-state.ts";
import type { Locale } from "../../model/conversation/locale.ts";
import type { Choice } from "../../model/conversation/reply.ts";
import { type DialogContext, type Step, tell, text, unanswered } from "./moves.ts";

/** What is shorter adds nothing that a person could use: “please”, “do it”. */
const minAddedLength = 10;

/** Characters of a sentence that are passed on: an address fits, a letter does not. */
const maxSentenceLength = 200;

/** Sentences that are passed on: the wish, and what was added to it. */
const maxSentences = 3;

/** Remembers what a person is needed for; to a request of the same topic the sentence is added. */
export function remember(
  state: DialogState,
  { topic, number }: Pick<Request, "topic" | "number">,
  sentence: string,
): DialogState {
  const { request } = state;
  const before = request?.topic === topic ? request : null;
  const words = [...(before?.words ?? []), clip(sentence.trim(), maxSentenceLength)];
  return {
    ...state,
    request: { topic, number: number ?? before?.number ?? null, words: words.slice(-maxSentences) },
  };
}

/** The button that calls a person for it. */
export const passOnChoice = (locale: Locale): Choice => ({
  title: say(locale, "choicePassOn"),
  action: { kind: "menu", item: "person" },
});

/** What is passed on, in one sentence; `null`: nothing is. */
export function passedOn({ request, locale }: DialogState): string | null {
  if (!request) return null;
  const words = request.words.join(" … ");
  const { number } = request;
  return number === null
    ? say(locale, "passedOn", { words })
    : say(locale, "passedOnOrder", { words, number });
}

/** More is said of a request, which means nothing to the bot: an address, a size. `null`: there is no request. */
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

/** A digit, or some words; a Chinese or Japanese character says as much as three letters. */
const saysSomething = (sentence: string) =>
  /\p{Nd}/u.test(sentence) ||
  sentence.replace(/[^\p{ASCII}\p{Script=Latin}]/gu, "···").length >= minAddedLength;
