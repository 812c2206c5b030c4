import type { accountWords } from "../en/words/account-words.ts";
import type { answerWords } from "../en/words/answer-words.ts";
import type { concernWords } from "../en/words/concern-words.ts";
import type { dialogWords } from "../en/words/dialog-words.ts";
import type { handoverWords } from "../en/words/handover-words.ts";
import type { newsMailWords } from "../en/words/news-mail-words.ts";
import type { newsWords } from "../en/words/news-words.ts";
import type { subscriptionWords } from "../en/words/subscription-words.ts";
import type { surveyWords } from "../en/words/survey-words.ts";
import type { topicWords } from "../en/words/topic-words.ts";
import type { trackWords } from "../en/words/track-words.ts";
import type { waitingWords } from "../en/words/waiting-words.ts";
import type { CardLanguage, StageWords } from "./card-language.ts";
import type { Reading } from "./reading.ts";
import type { WindowLanguage } from "./window-language.ts";

/** The bot's own phrases in one language; a missing phrase is a type error. */
export type DialogWords = Record<keyof typeof dialogWords, string>;

/** Replacement phrases for shops that find customers by phone number, or by phone number or email. */
export interface AccountWords {
  phone: Record<keyof typeof accountWords.phone, string>;
  both: Record<keyof typeof accountWords.both, string>;
}

/** How it answers a question about an order or a package in a sentence. */
export type AnswerWords = Record<keyof typeof answerWords, string>;

/** The bot's answers to customers' problems and to requests that it cannot fulfill. */
export type ConcernWords = Record<keyof typeof concernWords, string>;

/** The bot's phrases about the people who answer alongside it. */
export type HandoverWords = Record<keyof typeof handoverWords, string>;

/** The bot's phrases about customer updates. */
export type SubscriptionWords = Record<keyof typeof subscriptionWords, string>;

/** How it answers a question over several orders. */
export type SurveyWords = Record<keyof typeof surveyWords, string>;

/** The bot's replies to topics for which the shop has given no answer. */
export type TopicWords = Record<keyof typeof topicWords, string>;

/** The texts shown while a customer waits for an agent, and once an agent has answered. */
export type WaitingWords = Record<keyof typeof waitingWords, string>;

/** The texts of an update mail, and of the page where customers unsubscribe from such mails. */
export type NewsMailWords = Record<keyof typeof newsMailWords, string>;

/** The texts of the page on which customers look up an order without a chat. */
export type TrackWords = Record<keyof typeof trackWords, string>;

/** The sentences of customer updates about orders and parcels, one for each status. */
export interface NewsWords {
  order: Record<keyof typeof newsWords.order, string>;
  package: Record<keyof typeof newsWords.package, string>;
}

/** Parts of phrases that offer a person, each with its replacement while a person is already called. */
export type PersonOffers = readonly (readonly [offer: string, instead: string])[];

/** The English phrases; they define the placeholders of the phrases in every language. */
export type EnglishWords = typeof dialogWords &
  typeof answerWords &
  typeof concernWords &
  typeof handoverWords &
  typeof subscriptionWords &
  typeof surveyWords &
  typeof topicWords &
  typeof newsMailWords &
  typeof trackWords &
  typeof waitingWords;

/** All of Meetbot's texts for customers in one language, and how it understands messages in that language. */
export interface Language {
  cards: CardLanguage;
  window: WindowLanguage;
  dialog: DialogWords &
    AnswerWords &
    ConcernWords &
    HandoverWords &
    SubscriptionWords &
    SurveyWords &
    TopicWords &
    NewsMailWords &
    TrackWords &
    WaitingWords;
  accounts: AccountWords;
  personOffers: PersonOffers;
  /** What each stage means for a waiting customer: a sentence that follows `stageMeans`. */
  meanings: StageWords;
  news: NewsWords;
  reading: Reading;
  /** The separator between two sentences. */
  sentenceSpace: string;
  /** Facebook's names for it, the most usual one first. */
  facebookLocales: readonly [string, ...string[]];
}
