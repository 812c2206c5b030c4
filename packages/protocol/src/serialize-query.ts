import type { QueryContext } from "./context.ts";
import type { Query } from "./query.ts";

/** Writes a query as it travels. Sign and send this very text: another spacing is another signature. */
export function serializeQuery(query: Query): string {
  return JSON.stringify({
    request: {
      category: "ecommerce",
      method: query.method,
      id: query.id,
      page_id: query.pageId,
      meta: "",
    },
    params: toParams(query),
    ...("pagination" in query && { pagination: query.pagination }),
    ...("context" in query && query.context && { context: toContext(query.context) }),
  });
}

function toParams(query: Query): Record<string, string> {
  if (query.method === "test") return { test_token: query.testToken };
  if ("userAccount" in query) return { user_account: query.userAccount, filter: query.filter };
  if ("packageNumber" in query) return { package_number: query.packageNumber };
  return { order_number: query.orderNumber };
}

function toContext({ locale, timeZone }: QueryContext): Record<string, string> {
  return { locale, ...(timeZone !== undefined && { time_zone: timeZone }) };
}
