import { Button, Stack, Text } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { useWords } from "../../../words/speaking.tsx";

/** Rows loaded page by page, with a button for more. `none`: the text shown when there are no rows. */
export function PageOfRows<Row>(props: {
  query: UseInfiniteQueryResult<InfiniteData<{ data: Row[] }>>;
  label: string;
  none: ReactNode;
  children(row: Row): ReactNode;
}) {
  const { query, label, none, children } = props;
  const words = useWords("customer-news.main");
  return (
    <QueryView query={query} height={120}>
      {({ pages }) => {
        const rows = pages.flatMap(({ data }) => data);
        if (rows.length === 0) {
          return (
            <Text size="sm" c="dimmed">
              {none}
            </Text>
          );
        }
        return (
          <Stack gap="sm" align="flex-start">
            <ul className="news-rows" aria-label={label}>
              {rows.map(children)}
            </ul>
            {query.hasNextPage && (
              <Button
                variant="default"
                size="xs"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {words.more}
              </Button>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}
