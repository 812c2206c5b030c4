import type { OrderNumberFormat } from "../model/bot/order-number-format.ts";
import { correctSpelling } from "./correct-spelling.ts";
import { findEmails } from "./entities/email.ts";
import { findFormattedNumbers } from "./entities/formatted-number.ts";
import { type Formatted, findIdentifiers, type PackageSpan } from "./entities/identifiers.ts";
import type { Normalized } from "./text/normalize.ts";
import { replaceSpans, type Span } from "./text/span.ts";

/** What names somebody or something in an utterance, and the words that are left. */
export interface Masked {
  emails: Span[];
  orderNumbers: Span[];
  packageNumbers: PackageSpan[];
  /** The numbers of the shop's own format among the order numbers. */
  formatted: Formatted | null;
  /** Blanks stand for the emails. */
  withoutEmails: string;
  /** Placeholders stand for what was found: the words around them say what it is wanted for. */
  spelled: string;
  /** The same with the words the lexicon turns on as they are meant. */
  masked: string;
}

/** Finds emails and numbers and puts placeholders in their places: what recognition and training read. */
export function mask(normalized: Normalized, format: OrderNumberFormat | null = null): Masked {
  const emails = findEmails(normalized.text);
  const withoutEmails = blank(normalized.text, emails);
  const formatted = format && {
    format,
    numbers: findFormattedNumbers(blank(normalized.folded, emails), format),
  };
  const identifiers = findIdentifiers(withoutEmails, formatted);
  const spelled = putPlaceholders(normalized.text, emails, [
    ...identifiers.orderNumbers,
    ...identifiers.packageNumbers,
  ]);
  return {
    emails,
    ...identifiers,
    formatted,
    withoutEmails,
    spelled,
    masked: correctSpelling(spelled),
  };
}

const blank = (text: string, spans: readonly Span[]): string =>
  replaceSpans(text, spans, ({ start, end }) => " ".repeat(end - start));

function putPlaceholders(
  text: string,
  emails: readonly Span[],
  identifiers: readonly Span[],
): string {
  const spans = [
    ...emails.map((span) => ({ ...span, value: "<email>" })),
    ...identifiers.map((span) => ({ ...span, value: "<id>" })),
  ].sort((a, b) => a.start - b.start);
  return replaceSpans(text, spans, (span) => span.value);
}
