import type { Question } from "@meetbot/model/conversation/ask.ts";
import { isPushStatus, parseQuery } from "@meetbot/protocol";
import { LONG_PAGE_LIMIT } from "./ask.ts";

/**
 * Returns the question of a sent query so that it can be repeated; `null` for a test or for the status of a push, which
 * contain no question. Throws a `ProtocolError` if the body is not a query of this version.
 */
export function readQuestion(requestBody: string): Question | null {
  if (isPushStatus(requestBody)) return null;
  const query = parseQuery(requestBody);
  if (query.method === "test") return null;
  const { id, pageId, context: _, ...asked } = query;
  if (!("pagination" in asked)) return asked;
  const { pagination, ...question } = asked;
  const { page, limit } = pagination;
  if (!("userAccount" in question) || limit < LONG_PAGE_LIMIT) return { ...question, page };
  return { ...question, page, isLong: true };
}
