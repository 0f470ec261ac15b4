/** Which column of a table is read as what: guessed, and corrected here. @module */
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Preview } from "../../../server/api/schemas/uploads.ts";
import { zh } from "../../words/zh.ts";

interface Props {
  readonly look: Preview;
  readonly mapping: Readonly<Record<string, string>>;
  readonly onChange: (mapping: Readonly<Record<string, string>>) => void;
}

/** Stands for "no column": a select cannot hold the empty text as a choice. */
const NONE = "\u0000none";

export function Columns({ look, mapping, onChange }: Props) {
  const { t } = useTranslation();
  const header = (look.table?.header ?? []).filter((cell) => cell !== "");
  const found = look.fields.filter((field) => field.header !== null).length;
  const missing = look.fields.filter(({ isNeeded, header: column }) => isNeeded && column === null);
  if (look.fields.length === 0) return null;
  const of = (field: string) => look.fields.find((one) => one.field === field)?.header ?? null;
  return (
    <>
      {look.swapped && (
        <div className="doubt" role="alert">
          <p>{t("data.swapped")}</p>
          {of("lon") !== null && of("lat") !== null && (
            <Button size="small" onClick={() => onChange({ ...mapping, lon: of("lat") ?? "", lat: of("lon") ?? "" })}>
              {t("data.swap")}
            </Button>
          )}
        </div>
      )}
      <details className="columns" open={missing.length > 0 || look.problem !== null}>
        <summary>
          {t("data.columns", { found, of: header.length })}
          {missing.length > 0 && (
            <b className="attention">
              {" "}
              {t("data.columnsMissing", { list: missing.map(({ field }) => fieldName(t, field)).join("、") })}
            </b>
          )}
        </summary>
        <div className="column-grid">
          {look.fields.map(({ field, isNeeded, header: column }) => (
            <div key={field} className={isNeeded && column === null ? "missing" : ""}>
              <span>
                {fieldName(t, field)}
                {isNeeded && <i aria-hidden="true"> *</i>}
              </span>
              <Select
                size="small"
                showSearch
                aria-label={t("data.columnFor", { field: fieldName(t, field) })}
                value={column ?? NONE}
                popupMatchSelectWidth={false}
                options={[
                  { value: NONE, label: t("data.noColumn") },
                  ...[...new Set(header)].map((cell) => ({ value: cell, label: cell })),
                ]}
                onChange={(value: string) => onChange({ ...mapping, [field]: value === NONE ? "" : value })}
              />
            </div>
          ))}
        </div>
        {Object.keys(mapping).length > 0 && (
          <Button size="small" type="link" onClick={() => onChange({})}>
            {t("data.guessAgain")}
          </Button>
        )}
      </details>
    </>
  );
}

type Field = keyof typeof zh.data.fieldName;

export function fieldName(t: (key: `data.fieldName.${Field}`) => string, field: string): string {
  return field in zh.data.fieldName ? t(`data.fieldName.${field as Field}`) : field;
}
