import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Choice } from "@meetbot/model/conversation/reply.ts";
import {
  type NewsOffer,
  type NewsState,
  newsLimits,
  type SubscribeOutcome,
} from "@meetbot/model/push/news-state.ts";
import type { SubscriptionEnd, SubscriptionScope } from "@meetbot/model/push/subscription.ts";
import { languages, say, wordingOf } from "@meetbot/presentation";
import { askFirst, type DialogContext, first, type Step, tell, text } from "../dialogs/moves.ts";
import { isAllTold, isSubject, newsOf } from "./offer-news.ts";

/**
 * What a message says about customer updates: stop them, restart them, list them, or possibly a request about an order.
 */
export type NewsWord = "stop" | "start" | "which" | "cancel" | "returns" | "refund";

const confirmations = {
  order: "newsOfOrder",
  package: "newsOfPackage",
  account: "newsOfAll",
} as const satisfies Record<SubscriptionScope, string>;

/** Returns the step that subscribes the customer to something, as far as they may still see it. */
export function subscribe(state: DialogState, offer: NewsOffer): Step {
  const { on } = newsOf(state);
  const isOn = on.some((one) => isSubject(offer.scope, one, offer.subject));
  if (!isOn && on.length >= newsLimits.subscriptions)
    return tell(state, text(say(state.locale, "newsFull")));
  return askFirst(state, { kind: "subscribe", offer });
}

/** Confirms which customer updates come, through which channel, and how to stop them. */
export function handleSubscribed(
  state: DialogState,
  outcome: SubscribeOutcome,
  speaker: DialogContext,
): Step {
  if (outcome.kind === "not_proved") return tell(state, text(say(state.locale, "newsNotProved")));
  const { scope, subject } = outcome;
  return tell(withNews(state, scope, subject), confirmed(state, confirmations[scope], speaker));
}

/** Confirms that the customer gets updates for all their orders. */
export const allUpdatesOnSentence = (state: DialogState, speaker: DialogContext) =>
  confirmed(state, "newsOfAll", speaker);

function confirmed(
  { locale }: DialogState,
  key: (typeof confirmations)[SubscriptionScope] | "newsFromShop",
  speaker: DialogContext,
) {
  const sentences = [say(locale, key), say(locale, whereOf(speaker)), say(locale, "newsStopHint")];
  // A chat window can notify customers while it is closed too; where the platform does so anyway, the bot offers
  // nothing.
  const isOffered = speaker.newsReach === "on_return" && speaker.newsOutside.browser;
  const offered = isOffered ? ({ notifies: true } as const) : {};
  return text(sentences.join(languages[locale].sentenceSpace), offered);
}

/** Names the ways by which customer updates arrive, only those available. */
function whereOf({ newsReach, newsOutside: { browser, email } }: DialogContext) {
  if (newsReach === "here") return "newsHere";
  if (browser) return email ? "newsOnReturnBoth" : "newsOnReturnBrowser";
  return email ? "newsOnReturnEmail" : "newsOnReturn";
}

function withNews(state: DialogState, scope: SubscriptionScope, subject: string): DialogState {
  const news = newsOf(state);
  const isOther = (one: string) => !isSubject(scope, one, subject);
  const on = [...news.on.filter(isOther), subject];
  const past = { stopped: news.stopped.filter(isOther), ended: news.ended?.filter(isOther) ?? [] };
  return { ...state, news: { ...news, on, ...past } };
}

/**
 * Subscribes a customer who, as the shop vouches, agreed in the checkout. Customers whose updates were stopped, by
 * themselves or otherwise, turn them on again themselves, not by viewing another page.
 */
export function withShopNews(
  step: Step,
  { news }: DialogState,
  number: string | undefined,
  speaker: DialogContext,
): Step {
  const state = { ...step.state, ...(news && { news }) };
  const { on, stopped, ended: others = [] } = newsOf(state);
  const isKnown = [...on, ...stopped, ...others].some(
    (one) => number && isSubject("order", one, number),
  );
  if (
    number === undefined ||
    isKnown ||
    !speaker.offersNews ||
    on.length >= newsLimits.subscriptions
  ) {
    return step;
  }
  const told = first(confirmed(state, "newsFromShop", speaker), step);
  const wording = wordingOf.shop;
  const agreed = { scope: "order", subject: number, source: "shop", wording, known: [] } as const;
  return {
    ...told,
    state: withNews(state, "order", number),
    subscription: { kind: "begin", subscription: agreed },
  };
}

/** The step that follows a word about updates. */
export function handleNewsWord(state: DialogState, word: NewsWord, speaker: DialogContext): Step {
  if (word === "stop") return stopNews(state, "stop_word");
  if (word === "start") return resumeNews(state);
  if (word === "which") return answerSubscriptions(state, speaker);
  const { locale } = state;
  const title = word === "cancel" ? "choiceCancelOrder" : "choiceReturnOrder";
  const choices: Choice[] = [
    { title: say(locale, "choiceStopNews"), action: { kind: "stop_news" } },
    { title: say(locale, title), action: { kind: "topic", topic: word } },
  ];
  return tell({ ...state, misunderstood: 0 }, text(say(locale, "newsOrCancel"), { choices }));
}

/**
 * Answers with the number of orders only: once the customer's proof has expired, somebody else who reads the chat must
 * not see an order's number.
 */
function answerSubscriptions(state: DialogState, speaker: DialogContext): Step {
  const { locale } = state;
  const { on, stopped } = newsOf(state);
  const heard = { ...state, misunderstood: 0 };
  if (stopped.length > 0) return tell(heard, text(say(locale, "newsOff")));
  if (on.length === 0) return tell(heard, text(noneFoundSentence(locale, speaker)));
  if (isAllTold(state)) return tell(heard, allUpdatesOnSentence(state, speaker));
  const sentences = [
    say(locale, "newsFollowed", { count: on.length }),
    say(locale, "newsStopHint"),
  ];
  const choices: Choice[] = [
    { title: say(locale, "choiceStopNews"), action: { kind: "stop_news" } },
  ];
  return tell(heard, text(sentences.join(languages[locale].sentenceSpace), { choices }));
}

function noneFoundSentence(locale: DialogState["locale"], { offersNews }: DialogContext): string {
  const sentences = [say(locale, "newsNone"), ...(offersNews ? [say(locale, "newsHowTo")] : [])];
  return sentences.join(languages[locale].sentenceSpace);
}

/** Ends all customer updates and any open form: a customer who writes “stop” wants nothing more. */
export function stopNews(state: DialogState, by: SubscriptionEnd): Step {
  const { on, stopped } = newsOf(state);
  const { news, ...left } = ended(state);
  const last = { ...news, stopped: on.length > 0 ? on : stopped };
  const still = { ...left, form: null, proving: null, misunderstood: 0, news: last };
  const told = tell(still, text(say(state.locale, "newsOff")));
  return { ...told, subscription: { kind: "end", by } };
}

function resumeNews(state: DialogState): Step {
  const news = newsOf(state);
  const on = [...news.on, ...news.stopped].slice(0, newsLimits.subscriptions);
  const again = { ...state, misunderstood: 0, news: { ...news, on, stopped: [] } };
  const told = tell(again, text(say(state.locale, "newsOnAgain")));
  return { ...told, subscription: { kind: "resume" } };
}

/** Ends all customer updates after a sign-out, as the customer is unknown then. */
export function withoutUpdates(step: Step, { wasSignedIn }: { wasSignedIn: boolean }): Step {
  const { state } = step;
  if (!wasSignedIn || newsOf(state).on.length === 0) return step;
  const { locale } = state;
  const too = (words: string) =>
    [words, say(locale, "newsEndedToo")].join(languages[locale].sentenceSpace);
  const replies = step.replies.map((reply) =>
    reply.kind === "text" ? { ...reply, text: too(reply.text) } : reply,
  );
  const subscription = { kind: "end", by: "choice" } as const;
  return { ...step, replies, state: ended(state), subscription };
}

function ended(state: DialogState): DialogState & { news: NewsState } {
  return { ...state, news: { ...newsOf(state), on: [], stopped: [] } };
}
