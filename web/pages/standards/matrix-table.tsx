/** The table: heads that stay, a cell for each community and item, sums by street and district; arrows walk from cell to cell. @module */
import { Fragment, type KeyboardEvent, memo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { changeView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { MatrixCell } from "./matrix-cell.tsx";
import { askedIn, type Column, type Row, type Shape, sumOf, type Total, tallyOf } from "./matrix-shape.ts";
import type { PickedCell } from "./matrix-view.tsx";

interface Props {
  readonly shape: Shape;
  readonly pinned: PickedCell | null;
  readonly onPoint: (cell: PickedCell | null) => void;
  readonly onPin: (cell: PickedCell) => void;
}

export const MatrixTable = memo(function MatrixTable({ shape, pinned, onPoint, onPin }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const body = useRef<HTMLTableElement>(null);
  const { columns, sections, own, total } = shape;
  const [stop, setStop] = useState<PickedCell | null>(null);
  const stopsAt = stop ?? firstCell(shape);
  const propsOf = (row: Row) => ({
    ...{ row, columns, onStop: setStop, onPoint, onPin },
    pinned: pinned?.unit === row.unit.id ? pinned.item : null,
    stop: stopsAt?.unit === row.unit.id ? stopsAt.item : null,
  });
  const isOneStreet = sections.length === 1;
  return (
    <TableScroll label={t("standards.matrix")}>
      <table
        className="matrix"
        ref={body}
        aria-label={t("standards.matrix")}
        onKeyDown={(event) => walk(event, body.current)}
        onPointerLeave={() => onPoint(null)}
      >
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {t("standards.community")}
            </th>
            {columns.map(({ item }) => (
              <th key={item.id} scope="col" title={item.lead.map(words).join("、")}>
                <span>{words(item.name)}</span>
                {item.unverified > 0 && (
                  <small className="unverified-mark" title={t("standards.unverifiedWhy")}>
                    {t("standards.unverified")}
                  </small>
                )}
              </th>
            ))}
            <th scope="col" className="matrix-sum">
              {t("standards.passOf")}
            </th>
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => (
            <Fragment key={section.street ?? "–"}>
              {section.rows.map((row) => (
                <UnitRow key={row.unit.id} {...propsOf(row)} />
              ))}
              {section.own !== null && <UnitRow {...propsOf(section.own)} isOwn />}
              {section.total !== null && <TotalRow total={section.total} columns={columns} />}
            </Fragment>
          ))}
          {own !== null && <UnitRow {...propsOf(own)} isOwn />}
        </tbody>
        {total !== null && !isOneStreet && (
          <tfoot>
            <TotalRow total={total} columns={columns} />
          </tfoot>
        )}
      </table>
    </TableScroll>
  );
});

interface RowProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  /** Item of the cell that was clicked; null where it is in another row. */
  readonly pinned: string | null;
  /** Item of the one cell that the Tab key stops at; null where it is in another row. */
  readonly stop: string | null;
  readonly onStop: (cell: PickedCell) => void;
  readonly onPoint: (cell: PickedCell | null) => void;
  readonly onPin: (cell: PickedCell) => void;
  /** A street or a district and what is asked of itself. */
  readonly isOwn?: boolean;
}

/** Drawn again only where it changes: an arrow key concerns two rows of twenty. */
const UnitRow = memo(function UnitRow({ row, columns, pinned, stop, onStop, onPoint, onPin, isOwn = false }: RowProps) {
  const { t } = useTranslation();
  const { unit, cells } = row;
  const tally = tallyOf(row, columns);
  return (
    <tr>
      <th scope="row" className={isOwn ? "matrix-own-name" : ""}>
        {isOwn ? (
          t("standards.ownOf", { name: unit.level === "district" ? t("standards.everywhere") : unit.name })
        ) : (
          <button
            type="button"
            className="unit-link"
            title={t("standards.openSheet")}
            onClick={() => changeView({ tab: "community", community: unit.id })}
          >
            {unit.name}
          </button>
        )}
      </th>
      {columns.map(({ item, at }) => (
        <MatrixCell
          key={item.id}
          cell={cells[at]}
          unit={unit}
          item={item}
          isPinned={pinned === item.id}
          isStop={stop === item.id}
          onStop={onStop}
          onPoint={onPoint}
          onPin={onPin}
        />
      ))}
      <td className="matrix-sum">
        {tally.pass}/{askedIn(tally)}
      </td>
    </tr>
  );
});

/** Communities that pass, of those that are asked. */
function TotalRow({ total, columns }: { readonly total: Total; readonly columns: readonly Column[] }) {
  const { t } = useTranslation();
  const { unit, communities, tallies } = total;
  const shown = columns.map(({ item, at }) => ({ id: item.id, tally: tallies[at] }));
  const sum = sumOf(total, columns);
  return (
    <tr className="matrix-total">
      <th scope="row">
        {unit.level === "district" ? t("standards.everywhere") : unit.name}
        <small className="total-count">{t("standards.communities", { n: communities })}</small>
      </th>
      {shown.map(({ id, tally }) => (
        <td key={id} className="total-cell">
          {tally !== null && askedIn(tally) > 0 && (
            <>
              {tally.pass}/{askedIn(tally)}
              {tally.fail > 0 && <small className="total-fail">{t("standards.failShort", { n: tally.fail })}</small>}
            </>
          )}
        </td>
      ))}
      <td className="matrix-sum">
        {sum.pass}/{sum.asked}
      </td>
    </tr>
  );
}

function firstCell({ sections, columns }: Shape): PickedCell | null {
  for (const { rows } of sections)
    for (const { unit, cells } of rows)
      for (const { item, at } of columns) if (cells[at] !== null) return { unit: unit.id, item: item.id };
  return null;
}

const STEPS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** One stop for the Tab key, arrows from there. */
function walk(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const step = STEPS[event.key];
  const from = event.target as HTMLElement;
  if (step === undefined || table === null || !from.classList.contains("cell")) return;
  const rows = [...table.querySelectorAll("tr")].filter((row) => row.querySelector("button.cell") !== null);
  const row = from.closest("tr");
  const cell = from.closest("td");
  if (row === null || cell === null) return;
  event.preventDefault();
  let [x, y] = [cell.cellIndex, rows.indexOf(row)];
  for (;;) {
    x += step[0];
    y += step[1];
    const target = rows[y]?.cells[x];
    if (target === undefined) return;
    const button = target.querySelector<HTMLButtonElement>("button.cell");
    if (button === null) continue;
    button.focus();
    return;
  }
}
