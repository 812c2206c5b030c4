export { addressLine } from "./address-line.ts";
export { clip } from "./answers/clip.ts";
export { dayWords } from "./answers/day-words.ts";
export { factAnswers, priceOf, type ToldFact } from "./answers/facts.ts";
export type { Known, Told } from "./answers/told.ts";
export { isUnderway, type Telling, type Whereabouts, whereSentence } from "./answers/where.ts";
export {
  type CustomerLocale,
  customerLocales,
  inEachLanguage,
  languages,
  readerOf,
} from "./customer-locale.ts";
export { formatCalendarDate, formatMoment, formatMonth, toCalendarDate } from "./dates.ts";
export { type Dated, deliveryDay } from "./delivery-day.ts";
export { fill, fillParts } from "./fill.ts";
export { type Identified, identifyLanguage } from "./identify-language.ts";
export type {
  CardLanguage,
  CardWords,
  Reader,
  StageWords,
} from "./languages/contract/card-language.ts";
export type { DialogWords, Language } from "./languages/contract/language.ts";
export type { Reading } from "./languages/contract/reading.ts";
export type { WindowLanguage, WindowWords } from "./languages/contract/window-language.ts";
export { loadWindowLanguage } from "./load-window-language.ts";
export { matchLocale } from "./match-locale.ts";
export { menuTitles } from "./menu-titles.ts";
export { formatMoney } from "./money.ts";
export { listLanguages, nameLanguage } from "./name-languages.ts";
export { goodsName, type OrderLine, orderLine } from "./order-line.ts";
export {
  type AmountLine,
  amountLines,
  hidden,
  orderLines,
  orderName,
  placed,
  placedWords,
  type SeenOrder,
} from "./order-lines.ts";
export { deliveryWords, packageLines, packageName } from "./package-lines.ts";
export { type PhraseKey, say } from "./say.ts";
export { type StatusOf, stageOf } from "./status/stage-of.ts";
export { type MaskedStage, type Stage, type Step, stages } from "./status/stages.ts";
export { statusTone } from "./status/status-tone.ts";
export { statusWords } from "./status/status-words.ts";
export { asTitle, tell } from "./tell.ts";
export { toEnglish } from "./to-english.ts";
