/** A table of vacant premises, pasted out of a spreadsheet. @module */
import { Button, Input, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { countShown } from "../../state/figures.ts";
import { keepPremises, type PremisesFault, premisesKept, readPremises } from "../../state/siting/premises.ts";
import type { PlaceCrs } from "../../state/view.ts";
import { CRS_NAME } from "../spacing/place-crs.ts";
import { changeSiting } from "./change.ts";

/** What maps in use in China give comes first. */
const CRS: readonly PlaceCrs[] = ["gcj02", "bd09", "wgs84"];

export function AskPremises({ premises }: { readonly premises: string | null }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState("");
  const [crs, setCrs] = useState<PlaceCrs | null>(null);
  const [fault, setFault] = useState<PremisesFault | null>(null);
  const kept = premises === null ? null : premisesKept(window.sessionStorage, premises);
  const take = () => {
    if (crs === null) return;
    const read = readPremises(text);
    setFault(read.fault);
    if (read.fault !== null) return;
    changeSiting({ premises: keepPremises(window.sessionStorage, { crs, places: read.places }) });
    setText("");
  };
  if (kept !== null)
    return (
      <div className="field">
        <span className="field-head">{t("siting.source.listed")}</span>
        <p>
          {t("siting.premisesKept", { n: countShown(kept.places.length) })}{" "}
          <Button size="small" onClick={() => changeSiting({ premises: null })}>
            {t("siting.premisesDrop")}
          </Button>
        </p>
        <p className="hint">{t("siting.premisesOnlyHere")}</p>
      </div>
    );
  return (
    <div className="field">
      <label htmlFor={`${id}-table`}>{t("siting.source.listed")}</label>
      <Input.TextArea
        id={`${id}-table`}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={text}
        placeholder={t("siting.premisesHint")}
        onChange={({ target }) => setText(target.value)}
      />
      {text !== "" && (
        <div className="point-row">
          <Select<PlaceCrs>
            aria-label={t("spacing.crs")}
            placeholder={t("spacing.crs")}
            value={crs}
            options={CRS.map((value) => ({ value, label: CRS_NAME[value] }))}
            onChange={setCrs}
          />
          <Button disabled={crs === null} onClick={take}>
            {t("siting.use")}
          </Button>
        </div>
      )}
      {fault !== null && (
        <p className="bad" role="alert">
          {t(`siting.premisesFault.${fault.kind}`, { ...fault })}
        </p>
      )}
    </div>
  );
}
