/** A place by its coordinates, with the system that they are written in and how they were found. @module */
import { Button, Input, Select } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../../state/use-view.ts";
import { PLACE_CRS, type PlaceSource, readPlace, written } from "../../state/view.ts";
import { CRS_NAME } from "./place-crs.ts";

const SOURCES: readonly PlaceSource[] = ["surveyed", "gps", "map", "geocoded", "unstated"];

export function AskPoint() {
  const { t } = useTranslation();
  const { place, crs, source } = useView();
  const id = useId();
  const asked = place === null ? "" : place.map(written).join(", ");
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readPlace(typed ?? asked);
    setWrong(read === null);
    if (read === null) return;
    setTyped(null);
    changeView({ place: read, residence: null });
  };
  return (
    <form className="field" onSubmit={submit}>
      <label htmlFor={`${id}-point`}>{t("spacing.point")}</label>
      <Input
        id={`${id}-point`}
        value={typed ?? asked}
        placeholder="113.650000, 34.750000"
        status={wrong ? "error" : ""}
        onChange={({ target }) => setTyped(target.value)}
      />
      {wrong && (
        <p className="hint" role="alert">
          {t("spacing.pointWrong")}
        </p>
      )}
      <div className="point-row">
        <Select
          aria-label={t("spacing.crs")}
          value={crs}
          options={PLACE_CRS.map((value) => ({ value, label: CRS_NAME[value] }))}
          onChange={(next) => changeView({ crs: next }, "replace")}
        />
        <Select
          aria-label={t("spacing.source")}
          value={source}
          popupMatchSelectWidth={false}
          options={SOURCES.map((value) => ({ value, label: t(`spacing.sources.${value}`) }))}
          onChange={(next) => changeView({ source: next }, "replace")}
        />
        <Button htmlType="submit">{t("spacing.check")}</Button>
      </div>
    </form>
  );
}
