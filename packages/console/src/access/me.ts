import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../api/api.ts";

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => api("GET /me", {}, { signal }),
  staleTime: 60_000,
});

export function useMe() {
  return useQuery(meQuery);
}

/** The bots on which the operator has a role. */
export const botsQuery = queryOptions({
  queryKey: ["bots"],
  queryFn: ({ signal }) => api("GET /bots", {}, { signal }),
});
