import { type AnswerBook, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type {
  Entity,
  PackageNumber,
  Phone,
  Recognition,
} from "@meetbot/model/conversation/recognition.ts";
import { identifyLanguage, toEnglish } from "@meetbot/presentation";
import { readSentence } from "./book-index.ts";
import { type Classification, classifyIntent } from "./classify-intent.ts";
import { splitClauses } from "./clauses.ts";
import { readContext } from "./context/read-context.ts";
import { findBareIdentifier } from "./entities/bare-identifier.ts";
import { findCode } from "./entities/code.ts";
import { isDistinctive } from "./entities/formatted-number.ts";
import type { PackageSpan } from "./entities/identifiers.ts";
import { readFilter } from "./filter.ts";
import { followExample, indexOf, isNear } from "./follow-example.ts";
import { mask, type PhoneOrNumber, type PhoneReading } from "./mask.ts";
import { readPick } from "./pick.ts";
import type { Reason } from "./reasons.ts";
import { type Normalized, normalize } from "./text/normalize.ts";
import type { Span } from "./text/span.ts";

export type { PhoneReading, Reason };

/** What the caller knows beside the utterance. */
export interface RecognizeOptions {
  /** The customer's language when the utterance does not show it. */
  fallbackLocale?: Locale;
  /** How the shop numbers its orders, if that is set. */
  orderNumberFormat?: OrderNumberFormat | null;
  /** How the bot reads the telephone numbers that identify customers; absent if it does not accept any. */
  phones?: PhoneReading | null;
  /** The sentences that the shop taught its bot. An utterance similar to one of them takes its meaning. */
  book?: AnswerBook;
}

/** Understands one utterance. Pure and total: same input, same answer, and it never throws. */
export function recognize(utterance: string, options: RecognizeOptions = {}): Recognition {
  return understand(utterance, options).recognition;
}

/** Recognizes an utterance and returns the words, concepts and rules behind the decision, each with its weight. */
export function explain(
  utterance: string,
  options: RecognizeOptions = {},
): { recognition: Recognition; reasons: Reason[] } {
  const { recognition, describeReasons } = understand(utterance, options);
  return { recognition, reasons: describeReasons() };
}

interface Understood {
  recognition: Recognition;
  describeReasons: () => Reason[];
}

/** The meaning read from the text itself, before the shop's sentences are consulted. */
interface Read extends Understood {
  masked: string;
  likely: Classification["likely"];
}

/** Recognizes the utterance, then applies the similar sentence that the shop taught, if there is one. */
function understand(utterance: string, options: RecognizeOptions): Understood {
  const written = read(utterance, options);
  const understood = inEnglish(utterance, written, options);
  const index = indexOf(options.book ?? emptyBook);
  if (index === null) return understood;
  const features = written.likely?.features ?? readSentence(written.masked);
  const nearest = index.findNearest(utterance, features);
  const { recognition, describeReasons } = understood;
  const isKnown = recognition.decision === "act" || recognition.topic !== null;
  if (nearest === null || !isNear(nearest, isKnown)) return understood;
  const { meaning, nearness, example } = nearest;
  const effect = `${meaning} ${nearness.toFixed(2)}`;
  return {
    recognition: { ...recognition, ...followExample(nearest) },
    describeReasons: () => [{ rule: "near example", effect, text: example }, ...describeReasons()],
  };
}

/** If recognition is not trained for the utterance's language, reads the utterance as its English equivalent. */
function inEnglish(utterance: string, written: Read, options: RecognizeOptions): Understood {
  const { intent, decision, locale, isOtherLanguage } = written.recognition;
  // A request for a person in the customer's own words is not translated.
  const english =
    isOtherLanguage || (intent === "human_agent" && decision === "act")
      ? null
      : toEnglish(utterance, locale);
  if (english === null) return written;
  const { recognition, describeReasons } = read(english, options);
  return {
    recognition: {
      ...recognition,
      ...{ text: utterance, locale, isOtherLanguage },
      entities: placeEntities(recognition.entities, utterance),
    },
    describeReasons,
  };
}

/** Entities stay as they were written: only their places are others in the utterance itself. */
function placeEntities(
  { emails, phones, orderNumbers, packageNumbers }: Recognition["entities"],
  utterance: string,
): Recognition["entities"] {
  const place = <Found extends Entity>(found: Found): Found => {
    const start = Math.max(0, utterance.indexOf(found.text));
    return { ...found, start, end: Math.min(start + found.text.length, utterance.length) };
  };
  return {
    emails: emails.map(place),
    ...(phones && { phones: phones.map(place) }),
    orderNumbers: orderNumbers.map(place),
    packageNumbers: packageNumbers.map(place),
  };
}

function read(
  utterance: string,
  { fallbackLocale = "en", orderNumberFormat = null, phones: reading = null }: RecognizeOptions,
): Read {
  const normalized = normalize(utterance);
  const { emails, phones, orderNumbers, packageNumbers, formatted, ...found } = mask(
    normalized,
    orderNumberFormat,
    reading,
  );
  const { withoutAccounts, spelled, masked } = found;
  const own = new Set(formatted?.numbers);
  // A number that can only be an order number is not bare: its format gives its kind.
  const isKnown = formatted && isDistinctive(formatted.format) && formatted.numbers.length > 0;
  const bareIdentifier = isKnown
    ? null
    : findBareIdentifier({ ...normalized, text: withoutAccounts });
  const { locale, isOther } = identifyLanguage(
    spelled.replace(/<[a-z]+>/g, " ").replace(bareIdentifier?.toLowerCase() ?? " ", " "),
    { before: fallbackLocale, written: normalized.folded },
  );
  const context = readContext(splitClauses(masked));
  const { describeReasons, likely, ...classification } = classifyIntent(masked, {
    emails: emails.length + phones.filter(({ number }) => number === null).length,
    orderNumbers: orderNumbers.length,
    packageNumbers: packageNumbers.length,
    isBareIdentifier: bareIdentifier !== null,
    concern: context.concern,
  });
  const recognition: Recognition = {
    text: utterance,
    ...classification,
    entities: {
      emails: emails.map((span) => toEntity(utterance, normalized, span, span.value)),
      ...(reading && { phones: phones.map((span) => toPhone(utterance, normalized, span)) }),
      orderNumbers: orderNumbers.map((span) =>
        own.has(span)
          ? toEntity(utterance, normalized, span, span.value)
          : toIdentifier(utterance, normalized, span),
      ),
      packageNumbers: packageNumbers.map((span) => toPackageNumber(utterance, normalized, span)),
    },
    bareIdentifier,
    code: findCode(withoutAccounts),
    picked: readPick(normalized.text),
    filter: readFilter(masked),
    ...context,
    topic: likely?.counts ? { id: likely.id, confidence: likely.likelihood, example: null } : null,
    locale: locale ?? fallbackLocale,
    isOtherLanguage: isOther,
  };
  return { recognition, describeReasons, masked, likely };
}

function toEntity(utterance: string, { locate }: Normalized, span: Span, value: string): Entity {
  const place = locate(span.start, span.end);
  return { value, text: utterance.slice(place.start, place.end), ...place };
}

/** Identifiers keep their letter case but lose the spaces between groups. */
function toIdentifier(utterance: string, normalized: Normalized, span: Span): Entity {
  const value = normalized.folded.slice(span.start, span.end).replaceAll(" ", "");
  return toEntity(utterance, normalized, span, value);
}

function toPhone(utterance: string, normalized: Normalized, span: PhoneOrNumber): Phone {
  return { ...toEntity(utterance, normalized, span, span.value), number: span.number };
}

function toPackageNumber(
  utterance: string,
  normalized: Normalized,
  span: PackageSpan,
): PackageNumber {
  return { ...toIdentifier(utterance, normalized, span), carrier: span.carrier };
}
