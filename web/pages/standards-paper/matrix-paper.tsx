/** The matrix on paper: every community and item of the chosen group, symbols that read in grey, sums, and their key. @module */
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Verdict } from "../../../server/api/schemas/standards.ts";
import { useMatrix } from "../../client/standards.ts";
import { Failed, Waiting } from "../../parts/states.tsx";
import { useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import {
  ALL,
  askedIn,
  type Column,
  groupChoices,
  type Row,
  shapeOf,
  sumOf,
  type Total,
  tallyOf,
} from "../standards/matrix-shape.ts";
import { useGroupName } from "../standards/use-group-name.ts";
import type { AskedStandards } from "../standards/use-standards.ts";
import { VerdictMark } from "../standards/verdict-mark.tsx";
import { PaperHead } from "./paper-head.tsx";

const KEY: readonly Verdict[] = ["pass", "fail", "unknown", "not_due", "waived", "not_applicable"];

export function MatrixPaper({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  const { group: wanted } = useView();
  const words = useWords();
  const matrix = useMatrix(asked.question);
  if (matrix.error !== null) return <Failed error={matrix.error} retry={() => void matrix.refetch()} />;
  if (matrix.data === undefined) return <Waiting lines={12} />;
  const choices = groupChoices(matrix.data, asked.pack.groups);
  const choice = choices.find(({ id }) => id === wanted) ?? choices[0];
  const { columns, sections, total, own } = shapeOf(matrix.data, choice?.id ?? ALL, null);
  const group = groupName(choice?.id ?? ALL, choice?.name ?? null);
  const place = asked.question.street ?? asked.area.name;
  return (
    <>
      <PaperHead asked={asked} title={t("paper.matrixTitle", { place, group })} />
      <p className="paper-key">
        {KEY.map((verdict) => (
          <span key={verdict}>
            <i className={`cell-key verdict-${verdict}`}>
              <VerdictMark verdict={verdict} />
            </i>
            {t(`standards.verdicts.${verdict}`)}
          </span>
        ))}
        <span>{t("paper.cellHint")}</span>
      </p>
      <table className="paper-matrix">
        <thead>
          <tr>
            <th scope="col">{t("standards.community")}</th>
            {columns.map(({ item }) => (
              <th key={item.id} scope="col">
                {words(item.name)}
                {item.unverified > 0 && <small>{t("standards.unverified")}</small>}
              </th>
            ))}
            <th scope="col">{t("standards.passOf")}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => (
            <Fragment key={section.street ?? "–"}>
              {section.rows.map((row) => (
                <PaperRow key={row.unit.id} row={row} columns={columns} name={row.unit.name} />
              ))}
              {section.own !== null && (
                <PaperRow row={section.own} columns={columns} name={t("standards.ownOf", { name: section.street })} />
              )}
              {section.total !== null && <PaperTotal total={section.total} columns={columns} />}
            </Fragment>
          ))}
          {own !== null && (
            <PaperRow row={own} columns={columns} name={t("standards.ownOf", { name: t("standards.everywhere") })} />
          )}
          {total !== null && sections.length > 1 && <PaperTotal total={total} columns={columns} />}
        </tbody>
      </table>
    </>
  );
}

function PaperRow({
  row,
  columns,
  name,
}: {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly name: string;
}) {
  const tally = tallyOf(row, columns);
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map(({ item, at }) => {
        const cell = row.cells[at];
        return cell === null ? (
          <td key={item.id} />
        ) : (
          <td key={item.id} className={`verdict-${cell.verdict}${cell.binds ? "" : " is-encouraged"}`}>
            <VerdictMark verdict={cell.verdict} />
            {askedIn(cell.tally) > 1 && `${cell.tally.pass}/${askedIn(cell.tally)}`}
          </td>
        );
      })}
      <td>
        {tally.pass}/{askedIn(tally)}
      </td>
    </tr>
  );
}

function PaperTotal({ total, columns }: { readonly total: Total; readonly columns: readonly Column[] }) {
  const { t } = useTranslation();
  const tallies = columns.map(({ item, at }) => ({ id: item.id, tally: total.tallies[at] }));
  const sum = sumOf(total, columns);
  return (
    <tr className="paper-total">
      <th scope="row">{total.unit.level === "district" ? t("standards.everywhere") : total.unit.name}</th>
      {tallies.map(({ id, tally }) => (
        <td key={id}>{tally !== null && askedIn(tally) > 0 && `${tally.pass}/${askedIn(tally)}`}</td>
      ))}
      <td>
        {sum.pass}/{sum.asked}
      </td>
    </tr>
  );
}
