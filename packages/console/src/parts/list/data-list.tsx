// biome-ignore-all lint/a11y/useSemanticElements: rows are put to places of their own, which a table does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and tells its active row.
import "./data-list.css";
import { useMediaQuery } from "@mantine/hooks";
import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { DataListFoot, type MoreRows } from "./data-list-foot.tsx";
import { type Column, DataListRow } from "./data-list-row.tsx";
import { placeAfter } from "./place-after.ts";
import { isPlainKey, useLetters } from "./use-letters.ts";
import { useOffsetTop } from "./use-offset-top.ts";

interface Props<Row> {
  /** Name of the list for screen readers. */
  label: string;
  rows: readonly Row[];
  keyOf(row: Row): string;
  columns: readonly Column<Row>[];
  /** Renders a row where columns do not fit. */
  narrow(row: Row): ReactNode;
  /** Key of the row that is open beside the list. */
  openKey: string | null;
  onOpen(row: Row): void;
  /** Handles other keys pressed on a row. */
  onKey?: (key: string, row: Row) => void;
  isNew?: (row: Row) => boolean;
  more: MoreRows;
  /** Text shown below the last row. */
  end?: ReactNode;
}

const rowHeight = 44;
const narrowRowHeight = 68;
/** How many rows before the end to fetch the next page. */
const loadAhead = 30;
/** Height of the page's header and the list's: rows must not be scrolled behind them. */
const coveredPx = 56 + 36;

/**
 * A long list: only the rows in sight are drawn, the next page is loaded before its end is reached.
 * One stop of the Tab key; inside, arrows or j and k move, Enter opens, Home and End jump. It scrolls
 * with the page.
 */
export function DataList<Row>(props: Props<Row>) {
  const { label, rows, keyOf, columns, narrow, openKey, onOpen, onKey, isNew, more, end } = props;
  const isNarrow = useMediaQuery("(max-width: 62em)", false, { getInitialValueInEffect: false });
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const shownKey = openKey ?? activeKey;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same row has the same key.
  const active = useMemo(
    () => (shownKey === null ? -1 : rows.findIndex((row) => keyOf(row) === shownKey)),
    [rows, shownKey],
  );
  const size = isNarrow ? narrowRowHeight : rowHeight;
  const scrollMargin = useOffsetTop(body);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => size,
    overscan: 12,
    scrollMargin,
    scrollPaddingStart: coveredPx,
    scrollPaddingEnd: 16,
    // The row that assistive technology announces must be rendered.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return active < 0 || seen.includes(active) ? seen : [...seen, active].sort((a, b) => a - b);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are estimated anew when they change.
  useLayoutEffect(() => virtualizer.measure(), [size]);

  const items = virtualizer.getVirtualItems();
  const lastSeen = virtualizer.range?.endIndex ?? 0;
  const { hasMore, isLoading, problem, load } = more;
  useEffect(() => {
    if (hasMore && !isLoading && !problem && lastSeen >= rows.length - loadAhead) load();
  }, [hasMore, isLoading, problem, load, lastSeen, rows.length]);

  const moveTo = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setActiveKey(keyOf(row));
    virtualizer.scrollToIndex(index);
    if (openKey !== null) onOpen(row);
  };
  const act = (key: string, event: { preventDefault(): void }) => {
    const page = Math.max(1, Math.floor((window.innerHeight - coveredPx) / size) - 1);
    const index = placeAfter(key, { active, last: rows.length - 1, page });
    const row = rows[active];
    if (index !== null) moveTo(index);
    else if (key === "Enter" && row) onOpen(row);
    else {
      if (row) onKey?.(key, row);
      return;
    }
    event.preventDefault();
  };
  const onGridKey = (event: KeyboardEvent) => {
    if (isPlainKey(event) && event.target === event.currentTarget) act(event.key, event);
  };
  useLetters((key, event) => {
    if (grid.current === document.activeElement) return;
    const isAlone = openKey === null;
    if (isAlone && (key === "j" || key === "k")) grid.current?.focus({ preventScroll: true });
    act(key, event);
  });

  const onChosen = useRef((_: Row) => {});
  onChosen.current = (row) => {
    grid.current?.focus({ preventScroll: true });
    setActiveKey(keyOf(row));
    onOpen(row);
  };
  const choose = useCallback((row: Row) => onChosen.current(row), []);
  const tracks = isNarrow ? "minmax(0, 1fr)" : columns.map(({ width }) => width).join(" ");
  const rowId = (index: number) => `${id}-${index}`;
  return (
    <div className="data-list">
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-colcount={isNarrow ? 1 : columns.length}
        aria-activedescendant={active < 0 ? undefined : rowId(active)}
        aria-busy={isLoading}
        tabIndex={0}
        className="data-list-grid"
        ref={grid}
        onKeyDown={onGridKey}
        onFocus={(event) => {
          const [first] = rows;
          if (event.target === grid.current && active < 0 && first) setActiveKey(keyOf(first));
        }}
      >
        <div role="rowgroup">
          <div
            role="row"
            aria-rowindex={1}
            className="data-list-row data-list-head"
            style={{ gridTemplateColumns: tracks }}
          >
            {isNarrow ? (
              <div role="columnheader" className="data-list-cell">
                {label}
              </div>
            ) : (
              columns.map(({ key, title, isEnd }) => (
                <div
                  key={key}
                  role="columnheader"
                  className="data-list-cell"
                  data-end={isEnd || undefined}
                >
                  {title}
                </div>
              ))
            )}
          </div>
        </div>
        <div
          role="rowgroup"
          className="data-list-body"
          ref={body}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = keyOf(row);
            return (
              <DataListRow
                key={key}
                id={rowId(index)}
                row={row}
                index={index}
                top={start - scrollMargin}
                height={size}
                tracks={tracks}
                columns={isNarrow ? null : columns}
                narrow={narrow}
                isOpen={key === openKey}
                isActive={index === active}
                isNew={isNew?.(row) ?? false}
                onChoose={choose}
              />
            );
          })}
        </div>
      </div>
      <div className="data-list-foot">
        <DataListFoot more={more} end={end} />
      </div>
    </div>
  );
}
