/** Templates of tables, to be filled in and dropped on the page again. @module */
import { useTranslation } from "react-i18next";
import "../style/drop.css";
import { templateAddress } from "../client/uploads.ts";

type Kind = "facilities" | "residences" | "population" | "applications";

export function Templates({ kinds }: { readonly kinds: readonly Kind[] }) {
  const { t } = useTranslation();
  return (
    <div className="templates">
      <span>{t("data.templates")}</span>
      <ul>
        {kinds.map((kind) => (
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
