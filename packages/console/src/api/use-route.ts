import {
  type QueryKey,
  queryOptions,
  type UseQueryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api } from "./api.ts";
import type { InputOf, OutputOf, RouteKey } from "./routes.ts";

type ReadKey = Extract<RouteKey, `GET ${string}`>;
type Options<Key extends ReadKey> = Pick<
  UseQueryOptions<OutputOf<Key>>,
  "enabled" | "gcTime" | "refetchInterval" | "retry" | "staleTime"
>;

/**
 * Returns the query options for a route. The query key is the route's path, so that invalidating a path also
 * invalidates everything below it.
 */
export function routeQuery<Key extends ReadKey>(
  route: Key,
  input: InputOf<Key>,
  options: Options<Key> = {},
) {
  const path: Record<string, unknown> = input.path ?? {};
  const parts = route.slice("GET /".length).split("/");
  const key = parts.map((part) => (part.startsWith("{") ? path[part.slice(1, -1)] : part));
  return queryOptions({
    queryKey: input.query ? [...key, input.query] : key,
    queryFn: ({ signal }) => read(route, input, signal),
    ...options,
  });
}

const read = <Key extends ReadKey>(route: Key, input: InputOf<Key>, signal: AbortSignal) =>
  (api as (...given: unknown[]) => Promise<OutputOf<Key>>)(route, input, { signal });

/** Reads a route. */
export function useRoute<Key extends ReadKey>(
  route: Key,
  input: InputOf<Key>,
  options?: Options<Key>,
) {
  return useQuery(routeQuery(route, input, options));
}

/**
 * Makes a change, then refetches everything below a key, even on failure, because the data may have changed elsewhere.
 */
export function useChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  invalidates: QueryKey,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    // The input may contain a secret, so it is not cached.
    gcTime: 0,
    onSettled: () => queries.invalidateQueries({ queryKey: invalidates }),
  });
}
