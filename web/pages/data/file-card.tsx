/** One file that was brought in: what it is, how it is read, and what stands in the way of taking it. @module */
import { Button, Progress, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { FileKind } from "../../../server/api/schemas/uploads.ts";
import { FILE_KINDS } from "../../client/uploads.ts";
import { ProblemText } from "../../parts/states.tsx";
import { bytesShown, countShown } from "../../state/figures.ts";
import { Columns } from "./columns.tsx";
import type { DraftFile } from "./draft.ts";
import { FirstRows } from "./first-rows.tsx";
import { Readings } from "./readings.tsx";
import type { LookedAt } from "./use-looks.ts";

interface Props {
  readonly looked: LookedAt;
  readonly isShown: boolean;
  readonly crsMissing: boolean;
  readonly onShow: () => void;
  readonly onChange: (patch: Partial<DraftFile>) => void;
  readonly onRemove: () => void;
}

export function FileCard({ looked, isShown, crsMissing, onShow, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const { file, look, error, kind, isLooking } = looked;
  const format = look && t(`data.format.${look.format}`);
  const facts = look === null ? [bytesShown(file.size)] : [format, bytesShown(file.size)];
  return (
    <article className={`file-card${isShown ? " shown" : ""}`} aria-label={file.name} aria-busy={isLooking}>
      <header>
        <div className="file-name">
          <b>{file.name}</b>
          <small>{facts.join(" · ")}</small>
        </div>
        <div className="file-actions">
          {look !== null && (
            <Select<FileKind | "">
              size="small"
              aria-label={t("data.kindFor", { file: file.name })}
              value={kind ?? ""}
              status={kind === null ? "error" : ""}
              disabled={look.format === "osm" || look.format === "raster"}
              popupMatchSelectWidth={false}
              options={[
                ...(kind === null ? [{ value: "" as const, label: t("data.kindUnknown") }] : []),
                ...FILE_KINDS.filter((one) => one !== "osm" || look.format === "osm").map((one) => ({
                  value: one,
                  label: t(`data.part.${one}`),
                })),
              ]}
              onChange={(chosen) => onChange({ kind: chosen === "" ? null : chosen, mapping: {} })}
            />
          )}
          {look !== null && look.sketch.box !== null && (
            <Button
              size="small"
              type={isShown ? "primary" : "default"}
              ghost={isShown}
              aria-pressed={isShown}
              onClick={onShow}
            >
              {t("data.onMap")}
            </Button>
          )}
          <Button size="small" type="text" aria-label={t("data.remove", { part: file.name })} onClick={onRemove}>
            ✕
          </Button>
        </div>
      </header>
      {file.upload === null && error === null && (
        <div className="progress-row">
          <span>{t("data.sending")}</span>
          <Progress percent={Math.floor(file.sent * 100)} size="small" aria-label={t("data.sending")} />
        </div>
      )}
      {file.upload !== null && look === null && error === null && (
        <p className="hint" role="status">
          {t("data.looking")}
        </p>
      )}
      {error !== null && (
        <p className="bad" role="alert">
          <ProblemText error={error} />
        </p>
      )}
      {look !== null && (
        <>
          {look.extract !== null && (
            <p>
              {t("data.extract", {
                streets: countShown(look.extract.streetsKm),
                facilities: countShown(look.extract.facilities),
                residences: countShown(look.extract.residences),
                communities: countShown(look.extract.communities),
              })}
            </p>
          )}
          {look.raster !== null && (
            <p>
              {t("data.raster", {
                columns: countShown(look.raster.columns),
                rows: countShown(look.raster.rows),
                crs: look.crsWritten,
              })}
            </p>
          )}
          {kind === null && (
            <p className="doubt" role="alert">
              {t("data.kindAsk")}
            </p>
          )}
          {look.problem !== null && (
            <p className="doubt" role="alert">
              {look.problem.detail}
            </p>
          )}
          {file.recalled === "used" && (
            <p className="hint">
              {t("data.recalled")}{" "}
              <Button
                size="small"
                type="link"
                onClick={() => onChange({ kind: null, mapping: {}, recalled: "nothing" })}
              >
                {t("data.guessAgain")}
              </Button>
            </p>
          )}
          {look.crsNeeded && (
            <Readings
              look={look}
              crs={file.crs}
              file={file.name}
              isMissing={crsMissing}
              onChange={(crs) => onChange({ crs })}
            />
          )}
          <Columns look={look} mapping={file.mapping} onChange={(mapping) => onChange({ mapping })} />
          <FirstRows look={look} file={file.name} />
        </>
      )}
    </article>
  );
}
