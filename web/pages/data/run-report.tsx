/** What one import took, refused and set aside, or would take and refuse, file by file, with the refused rows to download. @module */
import { useTranslation } from "react-i18next";
import type { CheckReport, ImportReport } from "../../../server/api/schemas/runs.ts";
import { refusalsAddress } from "../../client/uploads.ts";
import { kindName } from "../../parts/how.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { countShown } from "../../state/figures.ts";
import { useView } from "../../state/use-view.ts";
import { zh } from "../../words/zh.ts";

const SHOWN = 20;

type Report = ImportReport | CheckReport;

export function RunReport({ id, report }: { readonly id: string; readonly report: Report }) {
  const { t } = useTranslation();
  const { language } = useView();
  const refused = report.files.reduce((sum, file) => sum + file.refused, 0);
  const shown = report.refusals.slice(0, SHOWN);
  return (
    <>
      {report.warnings.map((warning) => (
        <p key={warning.en} className="doubt" role="alert">
          <b>{t("data.warnings")}</b> {warning[language]}
        </p>
      ))}
      <TableScroll label={t("data.done")}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t("data.head.kind")}</th>
              <th scope="col">{t("data.head.file")}</th>
              <th scope="col" className="numeric">
                {t("data.head.taken")}
              </th>
              <th scope="col" className="numeric">
                {t("data.head.refused")}
              </th>
              <th scope="col">{t("data.head.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {report.files.map((file) => (
              <tr key={`${file.kind} ${file.file}`}>
                <th scope="row">{kindName(t, file.kind)}</th>
                <td>{file.file}</td>
                <td className="numeric">{countShown(file.taken)}</td>
                <td className={`numeric${file.refused > 0 ? " attention" : ""}`}>{countShown(file.refused)}</td>
                <td>
                  {Object.entries(file.refusedBy)
                    .map(([reason, n]) => `${refusalName(t, reason)} ${countShown(n)}`)
                    .concat(
                      Object.entries("setAside" in file ? file.setAside : {}).map(([reason, n]) =>
                        t("data.setAside", { n: countShown(n), why: asideName(t, reason) }),
                      ),
                    )
                    .join(t("answer.join"))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {refused > 0 && (
        <>
          <h3>{t("data.refusedTitle", { n: countShown(shown.length) })}</h3>
          <TableScroll label={t("data.refused", { n: countShown(refused) })}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t("data.head.file")}</th>
                  <th scope="col" className="numeric">
                    {t("data.head.row")}
                  </th>
                  <th scope="col">{t("data.head.reason")}</th>
                  <th scope="col">{t("data.head.field")}</th>
                  <th scope="col">{t("data.head.value")}</th>
                  <th scope="col">{t("data.head.expected")}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <tr key={`${row.file} ${row.row ?? row.ref} ${row.field} ${row.reason}`}>
                    <td>{row.file}</td>
                    <td className="numeric">{row.row ?? row.ref ?? ""}</td>
                    <td>{refusalName(t, row.reason)}</td>
                    <td>{row.field}</td>
                    <td>{row.value}</td>
                    <td>{row.expected}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          <p>
            <a href={refusalsAddress(id)} download>
              {t("data.refusals")}
            </a>
          </p>
        </>
      )}
      {report.notes.length > 0 && (
        <div className="notes">
          <h3>{t("data.notes")}</h3>
          <ul>
            {report.notes.map((note) => (
              <li key={note.en}>{note[language]}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

type Aside = keyof typeof zh.data.aside;

function asideName(t: (key: `data.aside.${Aside}`) => string, reason: string): string {
  return reason in zh.data.aside ? t(`data.aside.${reason as Aside}`) : reason;
}

type Refusal = keyof typeof zh.data.refusal;

/** In words where the console has them; else the code of the service. */
function refusalName(t: (key: `data.refusal.${Refusal}`) => string, reason: string): string {
  return reason in zh.data.refusal ? t(`data.refusal.${reason as Refusal}`) : reason;
}
