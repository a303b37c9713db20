import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useCallbackRef, useMediaQuery } from '@mantine/hooks';
import { rowSelectionFeature, tableFeatures, useTable, type RowSelectionState } from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import classes from './data-table.module.css';
import { Loading } from './states.js';

const features = tableFeatures({ rowSelectionFeature });

/** A column: its heading, what a row shows in it, and how much room it takes. */
export interface Column<Row> {
  readonly id: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** CSS width; columns without one share what is left. */
  readonly width?: number | string;
  readonly align?: 'right';
  /** Left out on screens narrower than this, in pixels. */
  readonly from?: 560 | 768 | 992 | 1200 | 1400;
  /** How the rows are sorted by this column, if they are. */
  readonly sorted?: 'ascending' | 'descending';
  /** Sorts by this column, or the other way round; its heading is a button then. */
  readonly onSort?: () => void;
}

interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Ids of the selected rows; rows have boxes to tick when there is a setter. */
  readonly selection?: ReadonlySet<string>;
  readonly onSelect?: (selection: ReadonlySet<string>) => void;
  /** More rows can be had; asked for when the end comes into sight. */
  readonly hasMore?: boolean;
  readonly isLoadingMore?: boolean;
  /** The last try to get more failed; then more is asked for only by hand. */
  readonly hasLoadMoreFailed?: boolean;
  readonly loadMore?: () => void;
  readonly rowHeight?: number;
  /** Told which rows are drawn, the first and the last by their place; keep it stable. */
  readonly onVisible?: (first: number, last: number) => void;
}

const ROW_PX = 44;
/** Rows beyond the visible ones that are drawn, and how many rows before the end more are asked for. */
const OVERSCAN = 12;
const AHEAD = 60;

/**
 * A table of any length: only the rows in sight are drawn, and the page itself is what scrolls.
 * Every row has the same height, so that live changes move nothing.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, selection, onSelect, rowHeight = ROW_PX } = props;
  const drawn = useDrawnColumns(columns);
  const definitions = useMemo(() => columns.map(({ id }) => ({ id })), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const rowSelection = useMemo<RowSelectionState>(
    () => Object.fromEntries([...(selection ?? [])].map((id) => [id, true])),
    [selection],
  );
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowId,
    state: { rowSelection },
    enableRowSelection: onSelect !== undefined,
    onRowSelectionChange: (updater) => {
      const next = typeof updater === 'function' ? updater(rowSelection) : updater;
      onSelect?.(new Set(Object.keys(next).filter((id) => next[id])));
    },
  });
  const body = useRef<HTMLTableSectionElement>(null);
  const visible = table.getRowModel().rows;
  const { items, before, after } = useVisibleRows(visible.length, rowHeight, body, props);
  const tick = useRangeTicks(visible, selection, onSelect);

  return (
    <>
      <table
        className={classes.table}
        aria-label={label}
        aria-rowcount={props.hasMore ? -1 : rows.length + 1}
      >
        <thead>
          <tr>
            {onSelect && (
              <th className={classes.tick} scope="col">
                <Checkbox
                  size="xs"
                  aria-label="Select all rows shown"
                  checked={table.getIsAllRowsSelected() && rows.length > 0}
                  indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                />
              </th>
            )}
            {drawn.map((column) => (
              <th
                key={column.id}
                scope="col"
                aria-sort={column.sorted}
                style={{ width: column.width, textAlign: column.align }}
              >
                {column.onSort ? <SortButton column={column} /> : column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {before > 0 && <Room px={before} />}
          {items.map((index) => {
            const row = visible[index];
            if (!row) return null;
            return (
              <DrawnRow
                key={row.id}
                id={row.id}
                row={row.original}
                index={index}
                columns={drawn}
                height={rowHeight}
                isSelected={row.getIsSelected()}
                onTick={onSelect && tick}
              />
            );
          })}
          {after > 0 && <Room px={after} />}
        </tbody>
      </table>
      {props.isLoadingMore && <Loading label="Loading more rows" />}
      {props.hasMore && !props.isLoadingMore && <More {...props} />}
    </>
  );
}

interface DrawnRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly height: number;
  readonly isSelected: boolean;
  readonly onTick: ((index: number, event: ChangeEvent<HTMLInputElement>) => void) | undefined;
}

function DrawRow<Row>({ id, row, index, columns, height, isSelected, onTick }: DrawnRowProps<Row>) {
  return (
    <tr aria-rowindex={index + 2} data-selected={isSelected || undefined} style={{ height }}>
      {onTick && (
        <td className={classes.tick}>
          <Checkbox
            size="xs"
            aria-label={`Select row ${id}`}
            checked={isSelected}
            onChange={(event) => onTick(index, event)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} style={{ textAlign: column.align }}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** Drawn once for as long as it stays the same: while one scrolls, only the rows that come are new. */
const DrawnRow = memo(DrawRow) as typeof DrawRow;

function More({
  hasLoadMoreFailed,
  loadMore,
}: Pick<DataTableProps<object>, 'hasLoadMoreFailed' | 'loadMore'>) {
  if (!hasLoadMoreFailed) {
    return (
      <Text c="dimmed" size="xs" ta="center" p="xs">
        Scroll for more
      </Text>
    );
  }
  return (
    <Group justify="center" gap="xs" p="xs" role="status">
      <Text size="sm">Could not load more</Text>
      <Button variant="default" size="xs" onClick={loadMore}>
        Try again
      </Button>
    </Group>
  );
}

/** With the shift key, a tick holds for all rows since the last one, as in mail programs. */
function useRangeTicks(
  rows: readonly { readonly id: string }[],
  selection: ReadonlySet<string> | undefined,
  onSelect: DataTableProps<object>['onSelect'],
) {
  const lastId = useRef<string>(undefined);
  return useCallbackRef((index: number, { currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    const last = rows.findIndex(({ id }) => id === lastId.current);
    const isRange = last >= 0 && nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
    const other = isRange ? last : index;
    const next = new Set(selection);
    for (const { id } of rows.slice(Math.min(index, other), Math.max(index, other) + 1)) {
      if (currentTarget.checked) next.add(id);
      else next.delete(id);
    }
    lastId.current = rows[index]?.id;
    onSelect?.(next);
  });
}

function SortButton<Row>({ column }: { readonly column: Column<Row> }) {
  const { heading, sorted, onSort } = column;
  return (
    <button type="button" className={classes.sort} onClick={onSort} data-sorted={sorted}>
      {heading}
      <span aria-hidden>{sorted === 'ascending' ? '↑' : '↓'}</span>
    </button>
  );
}

/** Those that there is room for. */
function useDrawnColumns<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const widths = [
    [1400, useMediaQuery('(min-width: 1400px)', true)],
    [1200, useMediaQuery('(min-width: 1200px)', true)],
    [992, useMediaQuery('(min-width: 992px)', true)],
    [768, useMediaQuery('(min-width: 768px)', true)],
    [560, useMediaQuery('(min-width: 560px)', true)],
  ] as const;
  const width = widths.find(([, isThere]) => isThere)?.[0] ?? 0;
  return useMemo(() => columns.filter(({ from = 0 }) => from <= width), [columns, width]);
}

/** Which rows are drawn, and how much room those before and after them take. */
function useVisibleRows<Row>(
  count: number,
  rowHeight: number,
  body: React.RefObject<HTMLTableSectionElement | null>,
  { hasMore, isLoadingMore, hasLoadMoreFailed, loadMore, onVisible }: DataTableProps<Row>,
) {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const measure = () => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    // What is above the table may grow or go.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body]);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: top,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && !hasLoadMoreFailed && last >= count - AHEAD) loadMore?.();
  }, [hasMore, isLoadingMore, hasLoadMoreFailed, loadMore, last, count]);
  const first = items[0]?.index ?? 0;
  useEffect(() => onVisible?.(first, last), [onVisible, first, last]);
  return {
    items: items.map(({ index }) => index),
    before: first * rowHeight,
    // Before anything is measured the page has its full height all the same: there may be a place to go back to.
    after: (items.length === 0 ? count : count - 1 - last) * rowHeight,
  };
}

function Room({ px }: { readonly px: number }) {
  return (
    <tr aria-hidden style={{ height: px }} className={classes.room}>
      <td />
    </tr>
  );
}
