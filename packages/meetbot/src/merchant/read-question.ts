import type { Question } from "@meetbot/model/conversation/ask.ts";
import { isPushStatus, parseQuery } from "@meetbot/protocol";
import { LONG_PAGE_LIMIT } from "./ask.ts";

/**
 * The question in a query that was sent, to ask it again; `null`: a test asks nothing, nor does what became of a push. Throws a
 * `ProtocolError` where it is no query of this version's.
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
