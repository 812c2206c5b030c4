import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import { correctSpelling } from "./correct-spelling.ts";
import { findBareIdentifier } from "./entities/bare-identifier.ts";
import { findEmails } from "./entities/email.ts";
import { findFormattedNumbers, isDistinctive } from "./entities/formatted-number.ts";
import { type Formatted, findIdentifiers, type PackageSpan } from "./entities/identifiers.ts";
import { findPhones } from "./entities/phone.ts";
import type { Normalized } from "./text/normalize.ts";
import { replaceSpans, type Span } from "./text/span.ts";

/** How to read telephone numbers without `+`: as numbers of this country; `null` to ignore them. */
export interface PhoneReading {
  country: string | null;
}

/** A telephone number; `number`: that of an order or a parcel, which it may be as well, as it was written. */
export interface PhoneOrNumber extends Span {
  number: string | null;
}

/** The entities found in an utterance, and the text without them. */
export interface Masked {
  emails: Span[];
  /** Empty when the bot does not accept telephone numbers. */
  phones: PhoneOrNumber[];
  orderNumbers: Span[];
  packageNumbers: PackageSpan[];
  /** The numbers of the shop's own format among the order numbers. */
  formatted: Formatted | null;
  /** The text with blanks in place of emails and definite telephone numbers. */
  withoutAccounts: string;
  /** The text with placeholders for what was found: the words around them say what the customer wants it for. */
  spelled: string;
  /** The same as `spelled`, with misspelled words of the lexicon corrected. */
  masked: string;
}

/**
 * Finds emails and numbers and replaces them with placeholders, for recognition and training. With `phones` it finds
 * telephone numbers too, and labels them like an email: both say whose orders the customer means.
 */
export function mask(
  normalized: Normalized,
  format: OrderNumberFormat | null = null,
  reading: PhoneReading | null = null,
): Masked {
  const emails = findEmails(normalized.text);
  const phones = reading === null ? [] : readPhones(normalized, emails, { format, ...reading });
  const accounts = [...emails, ...phones.filter(({ number }) => number === null)].sort(
    (one, other) => one.start - other.start,
  );
  const { withoutAccounts, ...found } = findNumbers(normalized, accounts, format);
  const { orderNumbers, packageNumbers } = found;
  const spelled = putPlaceholders(normalized.text, accounts, [...orderNumbers, ...packageNumbers]);
  return {
    ...{ emails, phones, withoutAccounts, spelled },
    ...found,
    masked: correctSpelling(spelled),
  };
}

/** Finds the numbers of orders and parcels in the text without `accounts`, which are sorted. */
function findNumbers(
  { text, folded }: Normalized,
  accounts: readonly Span[],
  format: OrderNumberFormat | null,
) {
  const withoutAccounts = blank(text, accounts);
  const formatted = format && {
    format,
    numbers: findFormattedNumbers(blank(folded, accounts), format),
  };
  return { withoutAccounts, formatted, ...findIdentifiers(withoutAccounts, formatted, folded) };
}

/**
 * Returns the telephone numbers in the text. An uncertain match still counts as one; `number` is set if it may also be
 * an order or package number. A number in the shop's own format is not a telephone number if its prefix is distinctive.
 * If the shop has set a format, only numbers in that format are ambiguous.
 */
function readPhones(
  normalized: Normalized,
  emails: readonly Span[],
  { format, country }: PhoneReading & { format: OrderNumberFormat | null },
): PhoneOrNumber[] {
  const written = findPhones(blank(normalized.text, emails), country);
  if (written.every(({ isSure }) => isSure)) {
    return written.map(({ isSure: _, ...span }) => ({ ...span, number: null }));
  }
  const sure = [...emails, ...written.filter(({ isSure }) => isSure)].sort(
    (one, other) => one.start - other.start,
  );
  const { formatted, orderNumbers, packageNumbers, withoutAccounts } = findNumbers(
    normalized,
    sure,
    format,
  );
  const bare = findBareIdentifier({ ...normalized, text: withoutAccounts });
  return written.flatMap(({ isSure, ...span }) => {
    if (isSure) return [{ ...span, number: null }];
    const taken = [...orderNumbers, ...packageNumbers].find(
      ({ start, end }) => start <= span.start && end >= span.end,
    );
    const isOwn = taken !== undefined && formatted?.numbers.includes(taken) === true;
    if (isOwn && isDistinctive(formatted.format)) return [];
    if (formatted && !isOwn) return [{ ...span, number: null }];
    return [{ ...span, number: taken ? taken.value : bare }];
  });
}

const blank = (text: string, spans: readonly Span[]): string =>
  replaceSpans(text, spans, ({ start, end }) => " ".repeat(end - start));

function putPlaceholders(
  text: string,
  accounts: readonly Span[],
  identifiers: readonly Span[],
): string {
  const spans = [
    ...accounts.map((span) => ({ ...span, value: "<email>" })),
    ...identifiers.map((span) => ({ ...span, value: "<id>" })),
  ].sort((a, b) => a.start - b.start);
  return replaceSpans(text, spans, (span) => span.value);
}
