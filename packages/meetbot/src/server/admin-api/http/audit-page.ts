import type { AuditPageRequest } from "../../../store/bots/audit.ts";
import { ApiError } from "./api-error.ts";

/** The requested page of an audit log. */
interface AuditQuery extends Pick<AuditPageRequest, "limit" | "action"> {
  cursor?: string | undefined;
}

/**
 * Returns a page of an audit log, newest first, and the cursor of the next page. Throws an {@link ApiError} if the
 * cursor is invalid.
 */
export async function serializeAuditPage<Entry extends { entry: string; at: Date }>(
  { limit, cursor, action }: AuditQuery,
  read: (wish: AuditPageRequest) => Promise<Entry[]>,
) {
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) throw unknownCursor;
  // Reads one entry more than it returns, to see whether there is another page.
  const found = await read({ limit: limit + 1, before: cursor, action });
  const data = found
    .slice(0, limit)
    .map(({ entry, at, ...change }) => ({ id: entry, at: at.toISOString(), ...change }));
  return { data, next_cursor: found.length > limit ? (data.at(-1)?.id ?? null) : null };
}

const unknownCursor = new ApiError(
  400,
  "invalid_cursor",
  "The cursor is none that a page before ended with. Begin with the first page.",
);
