/** Figures in two columns with their difference: today and the scenario, or left and right. @module */
import { useTranslation } from "react-i18next";
import "../style/before-after.css";
import { countShown, minutesShown, shareShown } from "../state/figures.ts";
import { signedCount, signedTenths } from "../state/signed.ts";

interface Row {
  readonly name: string;
  /** Null where it cannot be told; `after` undefined while there is nothing to hold against. */
  readonly before: number | null;
  readonly after: number | null | undefined;
}

export type BeforeAfterRow =
  /** Shares 0 … 1, shown as per cent. */
  | (Row & { readonly kind: "share" | "count" })
  /** Seconds, shown as minutes and never rounded across the limit. */
  | (Row & { readonly kind: "seconds"; readonly limitMinutes: number });

interface Props {
  readonly label: string;
  readonly rows: readonly BeforeAfterRow[];
  /** Heads of the columns; today and the scenario when left out. */
  readonly heads?: readonly [before: string, after: string, difference: string];
}

export function BeforeAfter({ label, rows, heads }: Props) {
  const { t } = useTranslation();
  const isAlone = rows.every(({ after }) => after === undefined);
  const [before, after, difference] = heads ?? [
    t("whatIf.effect.base"),
    t("whatIf.effect.plan"),
    t("whatIf.effect.difference"),
  ];
  return (
    <table className="before-after" aria-label={label}>
      <thead>
        <tr>
          <td />
          <th scope="col">{before}</th>
          {!isAlone && (
            <>
              <th scope="col">{after}</th>
              <th scope="col">{difference}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>{shown(row, row.before)}</td>
            {row.after !== undefined && (
              <>
                <td>
                  <b>{shown(row, row.after)}</b>
                </td>
                <td>{differenceShown(row)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shown(row: BeforeAfterRow, value: number | null): string {
  if (value === null) return "–";
  if (row.kind === "seconds") return minutesShown(value, row.limitMinutes);
  return row.kind === "share" ? shareShown(value) : countShown(value);
}

function differenceShown({ kind, before, after }: BeforeAfterRow): string {
  if (before === null || after === null || after === undefined) return "–";
  if (kind === "count") return signedCount(after - before);
  return signedTenths((after - before) * (kind === "share" ? 100 : 1 / 60));
}
