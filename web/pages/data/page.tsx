/** Data: bring an area's files in, see what is stored of it, and go back to an earlier version. @module */
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PreviewScene } from "../../map/open-preview.ts";
import { useArea } from "../../parts/area-context.tsx";
import { DropAnywhere } from "../../parts/drop-anywhere.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { changeView, useView } from "../../state/use-view.ts";
import { Datasets } from "./datasets.tsx";
import { useDraft } from "./draft.ts";
import { ImportForm } from "./import-form.tsx";
import { keep, readKept } from "./kept-draft.ts";
import { PreviewMap } from "./preview-map.tsx";
import { proposedId } from "./proposed-id.ts";
import { RunPanel } from "./run-panel.tsx";
import type { Aim } from "./target.tsx";
import { type LookedAt, useLooks } from "./use-looks.ts";
import { Versions } from "./versions.tsx";
import "../../style/data.css";

export function DataPage() {
  const { t } = useTranslation();
  const { run } = useView();
  const { list, area, error, retry } = useArea();
  const draft = useDraft();
  const [aim, setAim] = useState<Aim | null>(() => readKept().aim);
  useEffect(() => keep({ aim }), [aim]);
  // Until somebody chooses: the area that is looked at, unless it is invented.
  const usual: Aim = {
    known: area !== null && !area.demo ? area.id : null,
    id: "",
    idTyped: false,
    name: "",
    office: "",
  };
  const stated = aim ?? usual;
  const target = list?.find(({ id }) => id === (stated.known ?? (stated.idTyped ? stated.id : null))) ?? null;
  const looked = useLooks(draft, target?.id ?? null);
  const { clear } = draft;
  const imported = useCallback(() => {
    clear();
    setAim(null);
  }, [clear]);
  const [chosen, setChosen] = useState<number | null>(null);
  const drawable = looked.filter(({ look }) => look?.sketch.box);
  const shown = drawable.find(({ file }) => file.key === chosen) ?? drawable.at(-1) ?? null;
  const extract = looked.find(({ look }) => look?.extract);
  const taken = (list ?? []).map(({ id }) => id);
  const aimed = stated.idTyped ? stated : { ...stated, id: proposedId(stated.name, extract?.file.name ?? null, taken) };
  const base = useMemo(() => target && { area: target.id, release: target.release }, [target]);
  const scene = useMemo(() => sceneOf(shown, extract, base), [shown, extract, base]);
  return (
    <main className="data-page" id="map" tabIndex={-1} aria-label={t("data.title")}>
      <DropAnywhere
        label={t("data.dropNow")}
        onFiles={(files) => {
          draft.add(files);
          changeView({ run: null });
        }}
      />
      <div className="data-column">
        {run === null ? (
          <ImportForm
            draft={draft}
            looked={looked}
            aim={aimed}
            onAim={setAim}
            shown={shown?.file.key ?? null}
            onShow={setChosen}
          />
        ) : (
          <RunPanel id={run} onImported={imported} />
        )}
      </div>
      <div className="data-column">
        {run === null && scene !== null && shown !== null && (
          <section className="panel map-panel" aria-label={t("data.mapOf", { file: shown.file.name })}>
            <PreviewMap scene={scene} label={t("data.mapOf", { file: shown.file.name })} />
            <p className="hint">{captionOf(shown)}</p>
          </section>
        )}
        {error !== null && <Failed error={error} retry={retry} />}
        {error === null && list === null && <Waiting />}
        {area !== null && <Versions area={area} office={aimed.office} />}
        {area !== null && <Datasets area={area} />}
      </div>
    </main>
  );

  function captionOf({ file, look }: LookedAt): string {
    const crs = look?.sketch.crs ?? "";
    const isStated = file.crs !== "" || look?.crsNeeded === false;
    return t(isStated ? "data.drawn" : "data.drawnGuessed", { file: file.name, crs });
  }
}

/** The streets of an extract lie below whatever else of the batch is shown. */
function sceneOf(
  shown: LookedAt | null,
  extract: LookedAt | undefined,
  base: PreviewScene["base"],
): PreviewScene | null {
  const sketch = shown?.look?.sketch;
  if (!sketch) return null;
  return {
    base: extract === undefined ? base : null,
    points: sketch.points.map((at) => ({ at: [...at], tone: "plain" })),
    lines: extract?.look?.sketch.lines.map((line) => line.map((at) => [...at])) ?? [],
    rings: sketch.rings.map((ring) => ring.map((at) => [...at])),
    box: sketch.box,
  };
}
