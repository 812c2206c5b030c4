import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState, LoadingState } from "./states.tsx";

/** Shows a query's data, or that it is loading or has failed. */
export function QueryView<Data>(props: {
  query: UseQueryResult<Data>;
  /** Approximate height of the loaded content. */
  height?: number;
  children: (data: Data) => ReactNode;
}) {
  const { query, height, children } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return <ErrorState problem={query.error} retry={() => void query.refetch()} />;
  }
  return <LoadingState {...(height !== undefined && { height })} />;
}
