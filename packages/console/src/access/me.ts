import { useQuery } from "@tanstack/react-query";
import { routeQuery } from "../api/use-route.ts";

/** Who is signed in. */
export const meQuery = routeQuery("GET /me", {}, { staleTime: 60_000 });

export function useMe() {
  return useQuery(meQuery);
}

/** The bots on which the operator has a role. */
export const botsQuery = routeQuery("GET /bots", {});
