import { Checkbox, Loader, Text } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { ErrorState, LoadingState } from "../../../parts/page/states.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { useWatch } from "../alerts/use-watch.ts";
import type { InboxList as List, ListedRow } from "../data/inbox-data.ts";
import { InboxRowView } from "./inbox-row.tsx";
import type { Picking } from "./use-picking.ts";

const rowHeight = 92;
/** How many rows before the end to fetch the next page. */
const loadAhead = 20;

/** A list of conversations of any length: only the rows in sight are drawn. */
export function InboxList(props: {
  botId: string;
  list: Pick<List, "isError" | "error" | "hasNextPage" | "isFetchingNextPage"> & {
    data: unknown;
    refetch(): unknown;
    fetchNextPage(): unknown;
  };
  /** The name of the list. */
  label: string;
  /** Text shown when the list is empty. */
  none: string;
  rows: readonly ListedRow[];
  openId: string | undefined;
  /** Several are chosen; absent: nothing is. */
  picking?: Picking | undefined;
}) {
  const { botId, list, rows, openId, label, none, picking } = props;
  const words = useWords("inbox.main");
  const picks = useWords("inbox.pick");
  const { data: watch } = useWatch(botId);
  const called = new Set(watch?.mentions.map(({ conversation_id }) => conversation_id));
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => rows[index]?.conversation_id ?? index,
  });
  const openAt = rows.findIndex(({ conversation_id }) => conversation_id === openId);
  useEffect(() => {
    if (openAt >= 0) virtualizer.scrollToIndex(openAt, { align: "auto" });
  }, [openAt, virtualizer]);
  const lastSeen = virtualizer.range?.endIndex ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    const isNear = lastSeen >= rows.length - loadAhead;
    if (hasNextPage && !isFetchingNextPage && isNear) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastSeen, rows.length]);

  if (list.isError && !list.data) {
    return <ErrorState problem={list.error} retry={() => void list.refetch()} />;
  }
  if (!list.data) return <LoadingState />;
  return (
    <div className="inbox-rows" ref={scroller}>
      {rows.length === 0 && none !== "" && (
        <Text size="sm" c="dimmed" p="md" role="status">
          {none}
        </Text>
      )}
      <ul aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={key}
                aria-setsize={hasNextPage ? -1 : rows.length}
                aria-posinset={index + 1}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                {picking?.isOn && (
                  <Checkbox
                    size="md"
                    aria-label={picks.pick({ id: row.conversation_id.slice(-4) })}
                    checked={picking.isPicked(row.conversation_id)}
                    disabled={picking.isAll}
                    onChange={() => picking.toggle(row.conversation_id)}
                  />
                )}
                <InboxRowView
                  {...{ botId, row }}
                  isOpen={index === openAt}
                  isCalled={called.has(row.conversation_id)}
                />
              </li>
            )
          );
        })}
      </ul>
      {isFetchingNextPage && <Loader size="sm" m="sm" aria-label={words.loadingMore} />}
    </div>
  );
}
