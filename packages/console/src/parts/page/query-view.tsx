import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState, LoadingState } from "./states.tsx";

/** Shows what a query brings, or where it is: on its way, or failed. */
export function QueryView<Data>(props: {
  query: UseQueryResult<Data>;
  /** How high what comes is, about. */
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
