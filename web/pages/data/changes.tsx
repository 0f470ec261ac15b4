/** What is different between an earlier version and the one that stands: counts, rows, and where they lie. @module */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Area } from "../../../server/api/schemas/areas.ts";
import type { VersionChanges } from "../../../server/api/schemas/versions.ts";
import { useChanges } from "../../client/versions.ts";
import type { PreviewScene } from "../../map/open-preview.ts";
import { kindName } from "../../parts/how.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { countShown } from "../../state/figures.ts";
import { zh } from "../../words/zh.ts";
import { PreviewMap } from "./preview-map.tsx";

type KindChange = VersionChanges["kinds"][number];

/** Of each kind; the command line gives them all. */
const SHOWN = 50;

export function Changes({ area, from }: { readonly area: Area; readonly from: number }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useChanges(area.id, from, area.release);
  const scene = useMemo(() => data && sceneOf(data, area), [data, area]);
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined || scene === undefined) return <Waiting lines={3} />;
  const different = data.kinds.filter(({ sameDataset }) => !sameDataset);
  const label = t("data.changes", { from, to: area.release });
  return (
    <section className="changes" aria-label={label}>
      <h3>{label}</h3>
      {different.length === 0 && <p className="hint">{t("data.noChanges")}</p>}
      {different.length > 0 && (
        <ul className="change-sums">
          {different.map((one) => (
            <li key={one.kind}>
              <b>{kindName(t, one.kind)}</b> {sumOf(one)}
            </li>
          ))}
        </ul>
      )}
      {scene.points.length > 0 && <PreviewMap scene={scene} label={label} />}
      {different.map((one) => one.listed.length > 0 && <Rows key={one.kind} change={one} />)}
    </section>
  );

  function sumOf({ rows, before, after }: KindChange): string {
    if (before === null) return t("data.kindAdded", { file: after?.file });
    if (after === null) return t("data.kindRemoved", { file: before.file });
    if (rows === null) return t("data.kindReplaced", { before: before.file, after: after.file });
    return t("data.rowSums", {
      added: countShown(rows.added),
      changed: countShown(rows.changed),
      removed: countShown(rows.removed),
      same: countShown(rows.same),
    });
  }
}

function Rows({ change: { kind, listed } }: { readonly change: KindChange }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t("data.changedRows", { kind: kindName(t, kind), n: Math.min(SHOWN, listed.length) })}</summary>
      <TableScroll label={t("data.changedRows", { kind: kindName(t, kind), n: Math.min(SHOWN, listed.length) })}>
        <table className="plain">
          <tbody>
            {listed.slice(0, SHOWN).map(({ change, ref, name, fields }) => (
              <tr key={`${change} ${ref}`}>
                <td className={`nowrap change-${change}`}>{t(`data.change.${change}`)}</td>
                <td>{ref}</td>
                <td>{name}</td>
                <td>{fields.map((field) => columnName(t, field)).join("、")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}

type Column = keyof typeof zh.data.column;

function columnName(t: (key: `data.column.${Column}`) => string, column: string): string {
  return column in zh.data.column ? t(`data.column.${column as Column}`) : column;
}

function sceneOf({ kinds }: VersionChanges, { id, release, bbox }: Area): PreviewScene {
  const points = kinds.flatMap(({ listed }) =>
    listed.flatMap(({ position, change }) => (position === null ? [] : [{ at: position, tone: change }])),
  );
  return { base: { area: id, release }, points, lines: [], rings: [], box: bbox };
}
