/** Templates of the tables, to be filled in and dropped here again. @module */
import { useTranslation } from "react-i18next";
import { templateAddress } from "../../client/uploads.ts";

const KINDS = ["facilities", "residences", "population"] as const;

export function Templates() {
  const { t } = useTranslation();
  return (
    <div className="templates">
      <span>{t("data.templates")}</span>
      <ul>
        {KINDS.map((kind) => (
          <li key={kind}>
            {t(`data.template.${kind}`)}{" "}
            <a
              href={templateAddress(kind, "xlsx")}
              download
              aria-label={t("data.templateAs", { kind: t(`data.template.${kind}`), format: "XLSX" })}
            >
              XLSX
            </a>{" "}
            <a
              href={templateAddress(kind, "csv")}
              download
              aria-label={t("data.templateAs", { kind: t(`data.template.${kind}`), format: "CSV" })}
            >
              CSV
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
