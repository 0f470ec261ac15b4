/** Communities or subdistricts, most uncovered first; each row zooms the map to its unit. @module */
import { useTranslation } from "react-i18next";
import type { Coverage } from "../../../server/api/schemas/coverage.ts";
import { How } from "../../parts/how.tsx";
import { LevelSwitch } from "../../parts/level-switch.tsx";
import { Notice } from "../../parts/states.tsx";
import { countShown, shareShown } from "../../state/figures.ts";
import { useView } from "../../state/use-view.ts";
import { type Measure, shareOf } from "./headline.ts";
import { UnitTable } from "./unit-table.tsx";

export function RankedUnits({ coverage, measure }: { readonly coverage: Coverage; readonly measure: Measure }) {
  const { t } = useTranslation();
  const { by } = useView();
  const { units, pins, limitM } = coverage;
  const counted = measure === "residents" ? "residents" : "residences";
  return (
    <section aria-labelledby="units-title">
      <div className="section-head">
        <h3 id="units-title">
          {t("units.title")} <How topic="units" what={t("units.title")} pins={pins} limitM={limitM} />
        </h3>
        <LevelSwitch />
      </div>
      {units.every(({ ref }) => ref === null) ? (
        <Notice tone="empty" title={t("units.none", { level: t(`units.${by}`) })} text={t("units.noneNext")} />
      ) : (
        <UnitTable
          label={t("units.title")}
          rows={units}
          unitOf={(one) => one}
          columns={[
            {
              id: "share",
              head: t("units.share"),
              numeric: true,
              sortBy: (one) => shareOf(one, measure),
              cell: (one) => <ShareBar share={shareOf(one, measure)} />,
            },
            {
              id: "uncovered",
              head: measure === "residents" ? t("units.uncovered") : t("units.uncoveredResidences"),
              numeric: true,
              sortBy: (one) => one[counted].uncovered,
              cell: (one) => countShown(one[counted].uncovered),
            },
          ]}
          by="uncovered"
        />
      )}
    </section>
  );
}

function ShareBar({ share }: { readonly share: number | null }) {
  if (share === null) return <span>–</span>;
  return (
    <span className="share-bar">
      <i aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
      </i>
      <b>{shareShown(share)}</b>
    </span>
  );
}
