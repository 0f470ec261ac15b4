/** In which coordinate system a file is: what the streets say of each, in words, and the statement of a person. @module */
import { AutoComplete, Button } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Preview } from "../../../server/api/schemas/uploads.ts";
import { metresShown } from "../../state/figures.ts";
import { crsName, OFFERED_CRS, shortCrsName } from "./crs.ts";

interface Props {
  readonly look: Preview;
  readonly crs: string;
  readonly file: string;
  readonly isMissing: boolean;
  readonly onChange: (crs: string) => void;
}

export function Readings({ look, crs, file, isMissing, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { readings, suggested, crsWritten } = look;
  const stated = crs === "" ? null : readings.find((one) => one.crs === alike(crs));
  const best = readings.find((one) => one.crs === suggested);
  const doubted = stated && best && stated.crs !== best.crs ? { stated, best } : null;
  return (
    <div className="readings">
      <div className="crs-line">
        <label htmlFor={id}>{t("data.crs")}</label>
        <AutoComplete
          id={id}
          aria-label={t("data.crsFor", { part: file })}
          value={crs}
          placeholder={t(look.crsNeeded ? "data.crsHint" : "data.crsOwn")}
          status={isMissing ? "error" : ""}
          popupMatchSelectWidth={false}
          options={OFFERED_CRS.map((code) => ({ value: code, label: crsName(t, code) }))}
          onChange={(value: string) => onChange(value.trim())}
        />
        {crs !== "" && crsName(t, crs) !== crs && <small className="hint">{crsName(t, crs)}</small>}
        {crs === "" && crsWritten !== null && (
          <Button size="small" onClick={() => onChange(crsWritten)}>
            {t("data.written", { crs: shortCrsName(t, crsWritten) })}
          </Button>
        )}
      </div>
      {isMissing && (
        <p className="bad" role="alert">
          {t("data.crsMissing", { part: file })}
        </p>
      )}
      {doubted !== null && (
        <p className="doubt" role="alert">
          {t(isMedianClear(doubted.stated, doubted.best) ? "data.doubt" : "data.doubtMost", {
            stated: shortCrsName(t, crs),
            far: distance(doubted.stated.medianM),
            farMost: distance(doubted.stated.nineInTenM),
            other: shortCrsName(t, doubted.best.crs),
            near: distance(doubted.best.medianM),
            nearMost: distance(doubted.best.nineInTenM),
          })}
        </p>
      )}
      {readings.length > 0 && !look.swapped && (
        <fieldset className="reading-list">
          <legend>{t("data.opinion", { n: readings[0].sampled })}</legend>
          {readings.map((one) => (
            <button
              key={one.crs}
              type="button"
              className={`reading${one.crs === alike(crs) ? " stated" : ""}`}
              aria-pressed={one.crs === alike(crs)}
              onClick={() => onChange(one.crs)}
            >
              <b>{shortCrsName(t, one.crs)}</b>
              <span>{readingShown(one)}</span>
              {one.crs === suggested && <em>{t("data.suggested")}</em>}
            </button>
          ))}
          {suggested === null && <p className="hint">{t("data.unclear")}</p>}
        </fieldset>
      )}
    </div>
  );

  function readingShown({ medianM, nineInTenM }: Reading): string {
    if (medianM === null) return t("data.noneNear");
    if (nineInTenM === null) return t("data.readingFar", { median: distance(medianM) });
    return t("data.reading", { median: distance(medianM), most: distance(nineInTenM) });
  }

  function distance(metres: number | null): string {
    return metres === null ? t("data.noStreet") : t("data.metres", { n: metresShown(metres) });
  }
}

type Reading = Preview["readings"][number];

/** As the service holds them against each other; else it was nine in ten that told. */
function isMedianClear(stated: Reading, best: Reading): boolean {
  return (best.medianM ?? Infinity) <= 0.67 * (stated.medianM ?? Infinity);
}

/** The same pairs of degrees, whatever they are called. */
function alike(crs: string): string {
  return ["cgcs2000", "EPSG:4326", "EPSG:4490"].includes(crs) ? "wgs84" : crs;
}
