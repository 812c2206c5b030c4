import type { z } from "@hono/zod-openapi";
import type { UnansweredUtterance } from "@meetbot/admin-api/contract/overview.ts";
import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { maskText } from "../../../merchant/masking/mask-text.ts";
import { phonesOf } from "../../../recognition/entities/read-phone.ts";
import type { UnansweredCursor, UnansweredEntry } from "../../../store/overview/read-unanswered.ts";
import { explainUtterance } from "../conversations/explain-utterance.ts";
import { ApiError } from "../http/api-error.ts";

/** Returns an unanswered utterance with the bot's reading of it today; it identifies no customer. */
export function serializeUnanswered(
  { text, reason, times, firstAt, lastAt, conversationId, seq }: UnansweredEntry,
  bot: Pick<Bot, "locale" | "orderNumberFormat" | "accountKind" | "phoneCountry">,
  book: AnswerBook,
): z.infer<typeof UnansweredUtterance> {
  const { locale: fallbackLocale, orderNumberFormat } = bot;
  const known = { fallbackLocale, orderNumberFormat, book, phones: phonesOf(bot) };
  return {
    text: maskText(text, orderNumberFormat),
    reason,
    times,
    first_at: firstAt.toISOString(),
    last_at: lastAt.toISOString(),
    conversation_id: conversationId,
    seq,
    explanation: explainUtterance(text, known, true),
  };
}

/** A place in the list as callers carry it from page to page. */
export function toCursor({ times, atUs, likeness }: UnansweredCursor): string {
  return Buffer.from(`${times} ${atUs} ${likeness}`).toString("base64url");
}

/** Parses a cursor from {@link toCursor}. Throws an {@link ApiError} if it is invalid. */
export function readCursor(cursor: string | undefined): UnansweredCursor | null {
  if (cursor === undefined) return null;
  const text = Buffer.from(cursor, "base64url").toString();
  const [, times, atUs, likeness] = /^(\d{1,9}) (\d{1,17}) ([0-9a-f]{64})$/.exec(text) ?? [];
  if (times === undefined || atUs === undefined || likeness === undefined) throw unknownCursor;
  return { times: Number(times), atUs, likeness };
}

const unknownCursor = new ApiError(
  400,
  "invalid_cursor",
  "The cursor is none of this list's. Begin again without one, and take `next_cursor` from each page.",
);
