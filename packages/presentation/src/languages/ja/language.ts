import type { Language } from "../contract/language.ts";
import { cards } from "./cards.ts";
import { reading } from "./reading.ts";
import { windowLanguage } from "./window.ts";
import { accountWords } from "./words/account-words.ts";
import { answerWords } from "./words/answer-words.ts";
import { concernWords } from "./words/concern-words.ts";
import { dialogWords } from "./words/dialog-words.ts";
import { handoverWords } from "./words/handover-words.ts";
import { newsMailWords } from "./words/news-mail-words.ts";
import { newsWords } from "./words/news-words.ts";
import { personOffers } from "./words/person-offers.ts";
import { stageMeanings } from "./words/stage-meanings.ts";
import { subscriptionWords } from "./words/subscription-words.ts";
import { surveyWords } from "./words/survey-words.ts";
import { topicWords } from "./words/topic-words.ts";
import { trackWords } from "./words/track-words.ts";
import { waitingWords } from "./words/waiting-words.ts";

/** Japanese. */
export const ja: Language = {
  cards,
  window: windowLanguage,
  dialog: {
    ...dialogWords,
    ...answerWords,
    ...concernWords,
    ...handoverWords,
    ...subscriptionWords,
    ...surveyWords,
    ...topicWords,
    ...waitingWords,
    ...newsMailWords,
    ...trackWords,
  },
  accounts: accountWords,
  personOffers,
  meanings: stageMeanings,
  news: newsWords,
  reading,
  sentenceSpace: "",
  facebookLocales: ["ja_JP"],
};
