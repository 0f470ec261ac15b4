/** The versions of the area: who made them, when, of what; what changed since, and the way back. @module */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Area } from "../../../server/api/schemas/areas.ts";
import type { Version } from "../../../server/api/schemas/versions.ts";
import { goBack, useVersions, versionRefusals } from "../../client/versions.ts";
import { Failed, ProblemText, Waiting } from "../../parts/states.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { countShown, instantShown } from "../../state/figures.ts";
import { Changes } from "./changes.tsx";

interface Props {
  readonly area: Area;
  /** As typed for the next import: whoever goes back is the same. */
  readonly office: string;
}

/** More are shown when asked for. */
const SHOWN = 6;

export function Versions({ area, office }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, refetch } = useVersions(area.id, area.release);
  const [compared, setCompared] = useState<number | null>(null);
  const [isWhole, setWhole] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const [going, setGoing] = useState<number | null>(null);
  const restore = (release: number) => {
    setProblem(null);
    setGoing(release);
    goBack(area.id, release, office.trim() === "" ? null : office.trim())
      .then(() => {
        setCompared(null);
        return queries.invalidateQueries({ queryKey: ["areas"] });
      })
      .catch((reason: Error) => setProblem(reason))
      .finally(() => setGoing(null));
  };
  const items = data?.items ?? [];
  return (
    <section className="panel versions" aria-labelledby="versions-title">
      <h2 id="versions-title">{t("data.versions")}</h2>
      {error !== null && <Failed error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting lines={2} />}
      {data !== undefined && (
        <TableScroll label={t("data.versions")}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t("data.head.version")}</th>
                <th scope="col">{t("data.head.at")}</th>
                <th scope="col">{t("data.head.office")}</th>
                <th scope="col" className="numeric">
                  {t("data.head.facilities")}
                </th>
                <th scope="col" className="numeric">
                  {t("data.head.residences")}
                </th>
                <th scope="col">{t("data.head.actions")}</th>
              </tr>
            </thead>
            <tbody>
              {(isWhole ? items : items.slice(0, SHOWN)).map((one) => (
                <tr key={one.release} className={one.current ? "current" : ""}>
                  <th scope="row" className="nowrap">
                    {t("data.versionNumber", { n: one.release })}{" "}
                    {one.current && <span className="tag">{t("data.current")}</span>}
                    {one.restored !== null && <small>{t("data.restoredFrom", { n: one.restored })}</small>}
                  </th>
                  <td className="nowrap">{instantShown(one.releasedAt)}</td>
                  <td>{one.office ?? <span className="hint">{t("data.noOffice")}</span>}</td>
                  <td className="numeric">{countShown(one.counts.facilities)}</td>
                  <td className="numeric">{countShown(one.counts.residences)}</td>
                  <td>
                    <Actions
                      version={one}
                      area={area.id}
                      isCompared={compared === one.release}
                      isGoing={going === one.release}
                      onCompare={() => setCompared(compared === one.release ? null : one.release)}
                      onRestore={() => restore(one.release)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {!isWhole && items.length > SHOWN && (
        <Button size="small" onClick={() => setWhole(true)}>
          {t("data.allVersions", { n: items.length })}
        </Button>
      )}
      <div className="bad" role="alert">
        {problem !== null && <ProblemText error={problem} />}
      </div>
      {compared !== null && <Changes area={area} from={compared} />}
    </section>
  );
}

interface ActionsProps {
  readonly version: Version;
  readonly area: string;
  readonly isCompared: boolean;
  readonly isGoing: boolean;
  readonly onCompare: () => void;
  readonly onRestore: () => void;
}

function Actions({ version, area, isCompared, isGoing, onCompare, onRestore }: ActionsProps) {
  const { t } = useTranslation();
  const refused = version.datasets.reduce((sum, dataset) => sum + dataset.refused, 0);
  const n = version.release;
  return (
    <div className="version-actions">
      {!version.current && (
        <>
          <Button size="small" aria-pressed={isCompared} aria-label={t("data.compareOf", { n })} onClick={onCompare}>
            {t("data.compare")}
          </Button>
          <Popconfirm
            title={t("data.restoreAsk", { n })}
            description={t("data.restoreWhy")}
            okText={t("data.restore")}
            cancelText={t("data.cancel")}
            onConfirm={onRestore}
          >
            <Button size="small" loading={isGoing} aria-label={t("data.restoreOf", { n })}>
              {t("data.restore")}
            </Button>
          </Popconfirm>
        </>
      )}
      {refused > 0 && (
        <a
          href={versionRefusals(area, n)}
          download
          aria-label={t("data.refusedOf", { n, refused: countShown(refused) })}
        >
          {t("data.refused", { n: countShown(refused) })}
        </a>
      )}
    </div>
  );
}
