import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import type { OutputOf } from "../../../api/routes.ts";
import { type OverviewSearch, toQuery } from "./overview-search.ts";

export type Overview = OutputOf<"GET /bots/{bot_id}/overview">;
export type OverviewFigures = Overview["total"];
export type Part = Overview["series"][number];
export type UnansweredUtterance = OutputOf<"GET /bots/{bot_id}/unanswered">["data"][number];

/** Often enough for an operator who watches a day, without being noticed. */
const refreshMs = 60_000;

export const overviewQuery = (botId: string, search: OverviewSearch) =>
  queryOptions({
    queryKey: ["overview", botId, toQuery(search)],
    queryFn: ({ signal }) =>
      api(
        "GET /bots/{bot_id}/overview",
        { path: { bot_id: botId }, query: toQuery(search) },
        { signal },
      ),
    // Show the previous days until the new ones load, so that the layout does not jump.
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
