/** The files of one area, what they are, and in which coordinates: then one import of them all. @module */
import { Button, Input, Progress } from "antd";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ChosenFile, FILE_PARTS, type FilePart, startImport } from "../../client/imports.ts";
import { useArea } from "../../parts/area-context.tsx";
import { ProblemText } from "../../parts/states.tsx";
import { changeView } from "../../state/use-view.ts";
import { FileRow } from "./file-row.tsx";

const AREA_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** OSM is WGS 84, H3 cells are too, and a raster says it itself. */
const NAMES_ITS_CRS: ReadonlySet<FilePart> = new Set(["osm", "population"]);

export function ImportForm() {
  const { t } = useTranslation();
  const id = useId();
  const { list, area: current } = useArea();
  const [area, setArea] = useState(current?.demo === false ? current.id : "");
  const [name, setName] = useState(current?.demo === false ? current.name : "");
  const [files, setFiles] = useState<ReadonlyMap<FilePart, ChosenFile>>(new Map());
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const abort = useRef<AbortController | null>(null);

  const known = list?.some((one) => one.id === area) === true;
  const faults = {
    area: AREA_ID.test(area) ? null : t("data.areaBad"),
    files: files.size === 0 ? t("data.nothing") : !known && !files.has("osm") ? t("data.needOsm") : null,
    crs: new Set(
      [...files].filter(([part, { crs }]) => !NAMES_ITS_CRS.has(part) && (crs ?? "") === "").map(([part]) => part),
    ),
  };
  const start = () => {
    setTried(true);
    if (faults.area !== null || faults.files !== null || faults.crs.size > 0) return;
    setError(null);
    setSent(0);
    abort.current = new AbortController();
    startImport({ area, name: name.trim() === "" ? area : name.trim(), files }, setSent, abort.current.signal)
      .then((run) => changeView({ run: run.id }))
      .catch((reason: Error) => setError(reason))
      .finally(() => setSent(null));
  };
  const put = (part: FilePart, chosen: ChosenFile | null) => {
    const next = new Map(files);
    if (chosen === null) next.delete(part);
    else next.set(part, chosen);
    setFiles(next);
  };
  return (
    <form
      className="panel"
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <h2 id={`${id}-title`}>{t("data.import")}</h2>
      <p className="hint">{t("data.importHint")}</p>
      <div className="two">
        <div className="field">
          <label htmlFor={`${id}-area`}>{t("data.area")}</label>
          <Input
            id={`${id}-area`}
            value={area}
            placeholder={t("data.areaHint")}
            status={tried && faults.area !== null ? "error" : ""}
            aria-invalid={tried && faults.area !== null}
            aria-describedby={`${id}-area-bad`}
            onChange={({ target }) => setArea(target.value.trim())}
          />
          <p className="bad" id={`${id}-area-bad`} role="alert">
            {tried && faults.area}
          </p>
        </div>
        <div className="field">
          <label htmlFor={`${id}-name`}>{t("data.name")}</label>
          <Input
            id={`${id}-name`}
            value={name}
            placeholder={t("data.nameHint")}
            onChange={({ target }) => setName(target.value)}
          />
        </div>
      </div>
      <h3>{t("data.files")}</h3>
      {FILE_PARTS.map((part) => (
        <FileRow
          key={part}
          part={part}
          chosen={files.get(part) ?? null}
          crsMissing={tried && faults.crs.has(part)}
          disabled={sent !== null}
          onChange={(chosen) => put(part, chosen)}
        />
      ))}
      <p className="bad" role="alert">
        {tried && faults.files}
        {error !== null && <ProblemText error={error} />}
      </p>
      {sent === null ? (
        <Button type="primary" htmlType="submit" size="large">
          {t("data.start")}
        </Button>
      ) : (
        <div className="progress-row">
          <span>{t("data.sending")}</span>
          <Progress percent={Math.floor(sent * 100)} size="small" aria-label={t("data.sending")} />
          <Button onClick={() => abort.current?.abort()}>{t("data.cancel")}</Button>
        </div>
      )}
    </form>
  );
}
