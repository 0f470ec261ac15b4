/** The first rows of a table as they stand in the file, with what each column is read as above it. @module */
import { useTranslation } from "react-i18next";
import type { Preview } from "../../../server/api/schemas/uploads.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { countShown } from "../../state/figures.ts";
import { fieldName } from "./columns.tsx";

const SHOWN = 6;

export function FirstRows({ look, file }: { readonly look: Preview; readonly file: string }) {
  const { t } = useTranslation();
  if (look.table === null) return null;
  const { header, rows, total } = look.table;
  const readAs = new Map(look.fields.map((field) => [field.header, field.field]));
  return (
    <details className="first-rows" open>
      <summary>{t("data.firstRows", { n: Math.min(SHOWN, rows.length), total: countShown(total) })}</summary>
      <TableScroll label={t("data.firstRowsOf", { file })}>
        <table className="plain raw">
          <thead>
            <tr>
              <th scope="col" className="numeric">
                {t("data.head.row")}
              </th>
              {header.map((cell, c) => {
                const field = readAs.get(cell);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and columns never move
                  <th scope="col" key={c}>
                    {cell === "" ? "—" : cell}
                    <small>{field === undefined ? t("data.unused") : fieldName(t, field)}</small>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ row, cells }) => (
              <tr key={row}>
                <td className="numeric">{row}</td>
                {cells.map((cell, c) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={c}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}
