import type { LogCursor } from "@meetbot/model/log/log-page.ts";
import { ApiError } from "./api-error.ts";

/** A place in a log as callers carry it from page to page. */
export function toCursor(place: LogCursor | null): string | null {
  return place && Buffer.from(`${place.atUs} ${place.id}`).toString("base64url");
}

/** Parses a cursor from {@link toCursor}. Throws an {@link ApiError} if it is invalid. */
export function readCursor(cursor: string | undefined): LogCursor | null {
  if (cursor === undefined) return null;
  const text = Buffer.from(cursor, "base64url").toString();
  const [, atUs, id] = /^(-?\d{1,17}) ([\x21-\x7e]{1,200})$/.exec(text) ?? [];
  if (atUs === undefined || id === undefined) throw unknownCursor;
  return { atUs, id };
}

const unknownCursor = new ApiError(
  400,
  "invalid_cursor",
  "The cursor is none of this list's. Begin again without one, and take `next_cursor` from each page.",
);
