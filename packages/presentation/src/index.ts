export { type Clocks, formatBackAt, formatNextOpen } from "./answers/back-at.ts";
export { clip } from "./answers/clip.ts";
export { dayWords } from "./answers/day-words.ts";
export { daysWords } from "./answers/days-words.ts";
export { refundsTold } from "./answers/extra-told.ts";
export {
  eachOf,
  factAnswers,
  meaningOf,
  parcelFacts,
  priceOf,
  type ToldFact,
} from "./answers/facts.ts";
export { itemsIn } from "./answers/items-in.ts";
export { newsSentence } from "./answers/news-sentence.ts";
export { isAllSent, isPartlySent, partlyTold, type Sending } from "./answers/partly-sent.ts";
export type { Telling } from "./answers/telling.ts";
export type { Known, Told } from "./answers/told.ts";
export { isUnderway, type Whereabouts, whereSentence } from "./answers/where.ts";
export {
  type CannedValues,
  type CannedVariable,
  cannedVariables,
  cannedVariablesIn,
  fillCanned,
  unfilledIn,
  unknownVariablesIn,
} from "./canned/fill-canned.ts";
export { trackingPage, withKnownCarrier } from "./carriers/tracking-page.ts";
export { consentWordings, wordingOf } from "./consent-wordings.ts";
export { type Identified, identifyLanguage } from "./identify-language.ts";
export type {
  CardLanguage,
  CardWords,
  KnownStage,
  Reader,
  StageWords,
  StatusOf,
} from "./languages/contract/card-language.ts";
export type { DialogWords, Language } from "./languages/contract/language.ts";
export type { Reading } from "./languages/contract/reading.ts";
export type { WindowLanguage, WindowWords } from "./languages/contract/window-language.ts";
export {
  type CustomerLocale,
  customerLocales,
  inEachLanguage,
  languages,
} from "./languages/customer-locale.ts";
export { type AmountLine, amountLines, hasSurcharges } from "./lines/amount-lines.ts";
export { compactLines } from "./lines/compact-lines.ts";
export { type Dated, deliveryDay } from "./lines/delivery-day.ts";
export { dueDay } from "./lines/due-day.ts";
export { goodsName, type OrderLine, orderLine } from "./lines/order-line.ts";
export {
  hidden,
  orderLines,
  orderName,
  placed,
  placedWords,
  type SeenOrder,
} from "./lines/order-lines.ts";
export {
  deliveryBeside,
  deliveryWords,
  packageLines,
  packageName,
  packedLines,
} from "./lines/package-lines.ts";
export { type EventLine, eventLines, pickupLines } from "./lines/parcel-lines.ts";
export { loadWindowLanguage } from "./load-window-language.ts";
export { matchLocale } from "./match-locale.ts";
export { menuTitles } from "./menu-titles.ts";
export { listLanguages, nameLanguage } from "./name-languages.ts";
export {
  type OrderNewsStatus,
  orderNewsStatuses,
  type ParcelStatus,
  type ParcelStatusFacts,
  parcelStatuses,
} from "./parcels/parcel-status.ts";
export { orderStatusOf, toOrderNewsStatus } from "./parcels/reading/to-order-news-status.ts";
export { packageStatusOf, toParcelStatus } from "./parcels/reading/to-parcel-status.ts";
export { type ParcelSourceName, parcelSources } from "./parcels/sources/parcel-sources.ts";
export { orderStage, packageStage } from "./status/item-stage.ts";
export { readerOf } from "./status/reader-of.ts";
export {
  type OrderSaid,
  type PackageSaid,
  packageStageFor,
  type SeenPackage,
} from "./status/stage-for.ts";
export { type NamedStage, stageNamed } from "./status/stage-named.ts";
export { stageOf } from "./status/stage-of.ts";
export { type MaskedStage, type Stage, type Step, stages } from "./status/stages.ts";
export { statusTone } from "./status/status-tone.ts";
export { orderWords, packageWords, statusWords } from "./status/status-words.ts";
export { orderWithKnownStage, packageWithKnownStage } from "./status/with-known-stage.ts";
export { addressLine } from "./text/address-line.ts";
export {
  formatCalendarDate,
  formatDays,
  formatMoment,
  formatMonth,
  isCalendarDate,
  toCalendarDate,
} from "./text/dates.ts";
export { enumerate } from "./text/enumerate.ts";
export { fill, fillParts } from "./text/fill.ts";
export { describeAccount, formatAccount } from "./text/format-account.ts";
export { formatMoney } from "./text/money.ts";
export { type PhraseKey, say } from "./text/say.ts";
export { asTitle, tell } from "./text/tell.ts";
export { withoutOffer } from "./text/without-offer.ts";
export { toEnglish } from "./to-english.ts";
