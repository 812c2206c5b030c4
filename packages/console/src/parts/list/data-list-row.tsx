// biome-ignore-all lint/a11y/useSemanticElements: rows are put to places of their own, which a table does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and tells its active row.
import { memo, type ReactNode } from "react";

/** A column of a list. */
export interface Column<Row> {
  key: string;
  title: string;
  /** A track of the grid, such as `120px` or `minmax(80px, 1fr)`. */
  width: string;
  cell(row: Row): ReactNode;
  /** Whether the column is aligned at its end, as numbers are. */
  isEnd?: boolean;
}

interface Props<Row> {
  id: string;
  row: Row;
  index: number;
  top: number;
  height: number;
  tracks: string;
  /** `null` when there is no room for columns. */
  columns: readonly Column<Row>[] | null;
  narrow(row: Row): ReactNode;
  isOpen: boolean;
  isActive: boolean;
  isNew: boolean;
  onChoose(row: Row): void;
}

function PlainRow<Row>(props: Props<Row>) {
  const { id, row, index, top, height, tracks, columns, narrow, onChoose } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys for all its rows.
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.isOpen}
      data-active={props.isActive || undefined}
      data-new={props.isNew || undefined}
      className="data-list-row"
      style={{ gridTemplateColumns: tracks, height, transform: `translateY(${top}px)` }}
      onClick={() => onChoose(row)}
    >
      {columns === null ? (
        <div role="gridcell" className="data-list-cell">
          {narrow(row)}
        </div>
      ) : (
        columns.map(({ key, cell, isEnd }) => (
          <div key={key} role="gridcell" className="data-list-cell" data-end={isEnd || undefined}>
            {cell(row)}
          </div>
        ))
      )}
    </div>
  );
}

/** One row in its place. While a list is scrolled, rows that stay in sight are not drawn again. */
export const DataListRow = memo(PlainRow) as typeof PlainRow;
