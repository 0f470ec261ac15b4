/** The table of applications, the system of its positions, which must be stated, and the class of rows that name none. @module */
import { Button, Select } from "antd";
import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PickedTable } from "../../client/spacing.ts";
import { Templates } from "../../parts/templates.tsx";
import { PLACE_CRS, type PlaceCrs } from "../../state/view.ts";
import { useCategoryName } from "../coverage/use-category-name.ts";
import { useWords } from "../coverage/use-words.ts";
import type { AskedSpacing } from "../spacing/use-spacing.ts";

interface Props {
  readonly spacing: AskedSpacing;
  readonly table: PickedTable | null;
  readonly crs: PlaceCrs | null;
  readonly category: string | null;
  readonly onTable: (files: readonly File[]) => void;
  readonly onCrs: (crs: PlaceCrs) => void;
  readonly onCategory: (category: string | null) => void;
}

const NONE = "";

export function BatchAsked({ spacing, table, crs, category, onTable, onCrs, onCategory }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const { asked, chosen, classes, date } = spacing;
  const nameOf = useCategoryName(asked);
  return (
    <section className="panel" aria-label={t("asked.title")}>
      <p className="hint">
        {t("batch.asOf", { date, rules: chosen.map(({ title }) => words(title)).join(t("batch.join")) })}
      </p>
      <div className="drop-zone">
        <p>
          <b>{table === null ? t("batch.dropHere") : table.file.name}</b>
          <span>{t("batch.dropHint")}</span>
        </p>
        <Button type={table === null ? "primary" : "default"} onClick={() => chooser.current?.click()}>
          {t("data.choose")}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".csv,.xlsx,.txt"
          hidden
          aria-label={t("batch.dropHere")}
          onChange={({ target }) => {
            onTable([...(target.files ?? [])]);
            // The same file may be chosen again after it was mended.
            target.value = "";
          }}
        />
      </div>
      <Templates kinds={["applications"]} />
      <div className="batch-fields">
        <div className="field">
          <label htmlFor={`${id}-crs`}>{t("spacing.crs")}</label>
          <Select<PlaceCrs>
            id={`${id}-crs`}
            value={crs}
            placeholder={t("batch.crsAsk")}
            status={table !== null && crs === null ? "error" : ""}
            options={PLACE_CRS.map((value) => ({ value, label: t(`data.crsName.${value}`) }))}
            onChange={onCrs}
          />
          {table !== null && crs === null && (
            <p className="attention" role="status">
              {t("batch.crsNeeded")}
            </p>
          )}
        </div>
        <div className="field">
          <label htmlFor={`${id}-class`}>{t("batch.category")}</label>
          <Select
            id={`${id}-class`}
            value={category ?? NONE}
            options={[
              { value: NONE, label: t("batch.categoryNone") },
              ...classes.map((code) => ({ value: code, label: nameOf(code) })),
            ]}
            onChange={(code) => onCategory(code === NONE ? null : code)}
          />
        </div>
      </div>
    </section>
  );
}
