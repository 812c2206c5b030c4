import type { Locale } from "../model/bot.ts";
import type { Entity, Recognition } from "../model/recognition.ts";
import { classifyIntent, type Reason } from "./classify-intent.ts";
import { correctSpelling } from "./correct-spelling.ts";
import { findBareIdentifier } from "./entities/bare-identifier.ts";
import { findCode } from "./entities/code.ts";
import { findEmails } from "./entities/email.ts";
import { findIdentifiers } from "./entities/identifiers.ts";
import { readFilter } from "./filter.ts";
import { detectLocale } from "./locale.ts";
import { type Normalized, normalize } from "./normalize.ts";
import { replaceSpans, type Span } from "./span.ts";

export type { Reason };

/** What the customer is known to speak where the utterance does not tell. */
export interface RecognizeOptions {
  fallbackLocale?: Locale;
}

/** Understands one utterance. Pure and total: same input, same answer, and it never throws. */
export function recognize(utterance: string, options: RecognizeOptions = {}): Recognition {
  return explain(utterance, options).recognition;
}

/** Recognizes and tells which rules decided on which words, for whoever tunes the lexicon. */
export function explain(
  utterance: string,
  { fallbackLocale = "en" }: RecognizeOptions = {},
): { recognition: Recognition; reasons: Reason[] } {
  const normalized = normalize(utterance);
  const emails = findEmails(normalized.text);
  const withoutEmails = replaceSpans(normalized.text, emails, ({ start, end }) =>
    " ".repeat(end - start),
  );
  const { orderNumbers, packageNumbers } = findIdentifiers(withoutEmails);
  const bareIdentifier = findBareIdentifier({ ...normalized, text: withoutEmails });
  const masked = correctSpelling(
    mask(normalized.text, emails, [...orderNumbers, ...packageNumbers]),
  );
  const { reasons, ...classification } = classifyIntent(masked, {
    emails: emails.length,
    orderNumbers: orderNumbers.length,
    packageNumbers: packageNumbers.length,
    isBareIdentifier: bareIdentifier !== null,
  });
  const recognition: Recognition = {
    text: utterance,
    ...classification,
    entities: {
      emails: emails.map((span) => toEntity(utterance, normalized, span, span.value)),
      orderNumbers: orderNumbers.map((span) => toIdentifier(utterance, normalized, span)),
      packageNumbers: packageNumbers.map((span) => toIdentifier(utterance, normalized, span)),
    },
    bareIdentifier,
    code: findCode(withoutEmails),
    filter: readFilter(masked),
    locale: detectLocale(masked.replace(/<[a-z]+>/g, " ")) ?? fallbackLocale,
  };
  return { recognition, reasons };
}

/** Puts placeholders for what is already read: the words around it say what it is wanted for. */
function mask(text: string, emails: readonly Span[], identifiers: readonly Span[]): string {
  const spans = [
    ...emails.map((span) => ({ ...span, value: "<email>" })),
    ...identifiers.map((span) => ({ ...span, value: "<id>" })),
  ].sort((a, b) => a.start - b.start);
  return replaceSpans(text, spans, (span) => span.value);
}

function toEntity(utterance: string, { locate }: Normalized, span: Span, value: string): Entity {
  const place = locate(span.start, span.end);
  return { value, text: utterance.slice(place.start, place.end), ...place };
}

/** Identifiers keep their letter case, and lose the spaces between groups. */
function toIdentifier(utterance: string, normalized: Normalized, span: Span): Entity {
  const value = normalized.folded.slice(span.start, span.end).replaceAll(" ", "");
  return toEntity(utterance, normalized, span, value);
}
