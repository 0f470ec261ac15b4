/** A compact ranked table: sortable heads, one stop for the Tab key and arrows from row to row, each row a place on the map. @module */
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import "../style/rank-table.css";
import { useFirst } from "./use-first.tsx";

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  /** Sorted by; null always comes last. Columns without it are not sortable. */
  readonly sortBy?: (row: Row) => number | null;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
}

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly initial: Sorting;
  readonly keyOf: (row: Row) => string;
  readonly selected: string | null;
  /** Accessible name of the row's button. */
  readonly rowLabel: (row: Row) => string;
  readonly onPick: (row: Row) => void;
  /** Rows shown before "show all". */
  readonly first: number;
}

export function RankTable<Row>({
  label,
  rows,
  columns,
  initial,
  keyOf,
  selected,
  rowLabel,
  onPick,
  first,
}: Props<Row>) {
  const { t } = useTranslation();
  const [sorting, setSorting] = useState(initial);
  const [stop, setStop] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const sorted = sortRows(rows, columns.find(({ id }) => id === sorting.column)?.sortBy, sorting.descending);
  const { shown, more } = useFirst(sorted, first, "units");
  const tabStop = Math.min(stop, shown.length - 1);
  const walk = (event: KeyboardEvent) => {
    const to = { ArrowDown: tabStop + 1, ArrowUp: tabStop - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined || to < 0 || to >= shown.length) return;
    event.preventDefault();
    setStop(to);
    body.current?.querySelectorAll<HTMLButtonElement>("button.row-button")[to]?.focus();
  };
  const [lead, ...others] = columns;
  return (
    <>
      <table className="rank" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={column.numeric === true ? "numeric" : ""}
                aria-sort={ariaSort(column.id, sorting)}
              >
                {column.sortBy === undefined ? (
                  column.head
                ) : (
                  <button
                    type="button"
                    className="sort"
                    title={t("units.sortBy", { column: column.head })}
                    onClick={() =>
                      setSorting({
                        column: column.id,
                        descending: sorting.column === column.id ? !sorting.descending : true,
                      })
                    }
                  >
                    {column.head}
                    <span aria-hidden="true">
                      {sorting.column === column.id ? (sorting.descending ? " ↓" : " ↑") : ""}
                    </span>
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={walk}>
          {shown.map((row, k) => (
            <tr key={keyOf(row)} className={keyOf(row) === selected ? "selected" : ""} onClick={() => onPick(row)}>
              <th scope="row">
                <button
                  type="button"
                  className="row-button"
                  tabIndex={k === tabStop ? 0 : -1}
                  aria-label={rowLabel(row)}
                  aria-pressed={keyOf(row) === selected}
                  onFocus={() => setStop(k)}
                  onClick={(event) => {
                    event.stopPropagation();
                    onPick(row);
                  }}
                >
                  {lead.cell(row)}
                </button>
              </th>
              {others.map((column) => (
                <td key={column.id} className={column.numeric === true ? "numeric" : ""}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

/** Ties keep the order that the service gave. */
function sortRows<Row>(
  rows: readonly Row[],
  by: ((row: Row) => number | null) | undefined,
  descending: boolean,
): readonly Row[] {
  if (by === undefined) return rows;
  return rows.toSorted((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return descending ? y - x : x - y;
  });
}

function ariaSort(column: string, sorting: Sorting): "ascending" | "descending" | "none" {
  if (column !== sorting.column) return "none";
  return sorting.descending ? "descending" : "ascending";
}
