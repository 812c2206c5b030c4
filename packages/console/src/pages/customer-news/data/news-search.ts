import { oneOf, onlySet } from "../../../parts/list/read-search.ts";
import type { NewsState } from "../../../parts/news/news-names.ts";
import type { Method, PushFilter } from "./news-data.ts";

const methods: readonly Method[] = ["order.placed", "order.changed", "package.changed"];

const states: readonly NewsState[] = [
  ...(["accepted", "held", "queued", "sent", "delivered", "read"] as const),
  ...(["skipped", "failed", "expired"] as const),
];

/** Parses the log's filters from the page's URL parameters. */
export function readNewsSearch(search: Record<string, unknown>): PushFilter {
  return onlySet<PushFilter>({
    method: oneOf(search.method, methods),
    state: oneOf(search.state, states),
    tests: oneOf(search.tests, ["only", "none"]),
  });
}
