/** One kind of file: chosen or dropped, and the coordinate system it is stated to be in. @module */
import { AutoComplete, Button } from "antd";
import { type DragEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChosenFile, FilePart } from "../../client/imports.ts";
import { bytesShown } from "../../state/figures.ts";
import { crsName, OFFERED_CRS } from "./crs.ts";

const ACCEPT: Readonly<Record<FilePart, string>> = {
  osm: ".pbf,.osm,.gz,.xml",
  residences: ".csv,.txt,.xlsx,.geojson,.json",
  facilities: ".csv,.txt,.xlsx,.geojson,.json",
  communities: ".geojson,.json",
  boundary: ".geojson,.json",
  population: ".tif,.tiff,.csv,.txt,.xlsx",
};

interface Props {
  readonly part: FilePart;
  readonly chosen: ChosenFile | null;
  readonly crsMissing: boolean;
  readonly disabled: boolean;
  readonly onChange: (chosen: ChosenFile | null) => void;
}

export function FileRow({ part, chosen, crsMissing, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const name = t(`data.part.${part}`);
  const take = (file: File | undefined) => {
    if (file !== undefined) onChange({ file, crs: part === "osm" ? null : (chosen?.crs ?? "") });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files[0]);
  };
  return (
    <fieldset
      className={`file-row${over ? " over" : ""}${chosen === null ? "" : " chosen"}`}
      aria-label={name}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="file-name">
        <b>{name}</b>
        <small>
          {chosen === null ? t(`data.partHint.${part}`) : `${chosen.file.name} · ${bytesShown(chosen.file.size)}`}
        </small>
      </div>
      <div className="file-actions">
        <input
          ref={input}
          id={id}
          data-part={part}
          type="file"
          hidden
          accept={ACCEPT[part]}
          onChange={({ target }) => {
            take(target.files?.[0]);
            // The same file may be chosen again after it was mended.
            target.value = "";
          }}
        />
        {chosen === null && <small className="hint">{t("data.drop")}</small>}
        <Button
          size="small"
          disabled={disabled}
          aria-label={t(chosen === null ? "data.chooseFor" : "data.changeFor", { part: name })}
          onClick={() => input.current?.click()}
        >
          {chosen === null ? t("data.choose") : t("data.change")}
        </Button>
        {chosen !== null && (
          <Button
            size="small"
            type="text"
            disabled={disabled}
            aria-label={t("data.remove", { part: name })}
            onClick={() => onChange(null)}
          >
            ✕
          </Button>
        )}
      </div>
      {chosen !== null && part !== "osm" && (
        <div className="file-crs">
          <label htmlFor={`${id}-crs`}>{t("data.crs")}</label>
          <AutoComplete
            id={`${id}-crs`}
            aria-label={t("data.crsFor", { part: name })}
            value={chosen.crs ?? ""}
            disabled={disabled}
            placeholder={t(part === "population" ? "data.crsOwn" : "data.crsHint")}
            status={crsMissing ? "error" : ""}
            popupMatchSelectWidth={false}
            options={OFFERED_CRS.map((code) => ({ value: code, label: crsName(t, code) }))}
            onChange={(crs: string) => onChange({ ...chosen, crs: crs.trim() })}
          />
          {chosen.crs !== null && crsName(t, chosen.crs) !== chosen.crs && (
            <small className="hint crs-name">{crsName(t, chosen.crs)}</small>
          )}
          {crsMissing && (
            <p className="bad" role="alert">
              {t("data.crsMissing", { part: name })}
            </p>
          )}
        </div>
      )}
    </fieldset>
  );
}
