/** Communities or subdistricts, most uncovered first; each row zooms the map to its unit. @module */
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import type { Coverage, UnitCoverage } from "../../../server/api/schemas/coverage.ts";
import { How } from "../../parts/how.tsx";
import { useMap } from "../../parts/map-context.tsx";
import { type Column, RankTable } from "../../parts/rank-table.tsx";
import { Notice } from "../../parts/states.tsx";
import { countShown, shareShown } from "../../state/figures.ts";
import { changeView, useView } from "../../state/use-view.ts";
import type { UnitLevel } from "../../state/view.ts";
import { type Measure, shareOf } from "./headline.ts";

const FIRST = 8;
/** Rows without a unit of their own: residences outside every one. */
const OUTSIDE = "outside";

export function RankedUnits({ coverage, measure }: { readonly coverage: Coverage; readonly measure: Measure }) {
  const { t } = useTranslation();
  const { by, unit } = useView();
  const { map } = useMap();
  const { units, pins, limitM } = coverage;
  const name = (one: UnitCoverage) =>
    one.name ?? (one.ref === null ? t(by === "community" ? "units.outside" : "units.outsideSubdistrict") : one.ref);
  const columns: readonly [Column<UnitCoverage>, ...Column<UnitCoverage>[]] = [
    { id: "name", head: t("units.name"), cell: name },
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
      sortBy: (one) => one[measure === "residents" ? "residents" : "residences"].uncovered,
      cell: (one) => countShown(one[measure === "residents" ? "residents" : "residences"].uncovered),
    },
  ];
  const pick = (one: UnitCoverage) => {
    changeView({ unit: one.ref });
    if (one.bbox !== null) map?.fit(one.bbox);
  };
  return (
    <section aria-labelledby="units-title">
      <div className="section-head">
        <h3 id="units-title">
          {t("units.title")} <How topic="units" what={t("units.title")} pins={pins} limitM={limitM} />
        </h3>
        <Segmented<UnitLevel>
          size="small"
          value={by}
          aria-label={t("units.level")}
          options={[
            { value: "community", label: t("units.community") },
            { value: "subdistrict", label: t("units.subdistrict") },
          ]}
          onChange={(level) => changeView({ by: level, unit: null }, "replace")}
        />
      </div>
      {units.every(({ ref }) => ref === null) ? (
        <Notice tone="empty" title={t("units.none", { level: t(`units.${by}`) })} text={t("units.noneNext")} />
      ) : (
        <RankTable
          label={t("units.title")}
          rows={units}
          columns={columns}
          initial={{ column: "uncovered", descending: true }}
          keyOf={({ ref }) => ref ?? OUTSIDE}
          selected={unit}
          rowLabel={(one) => t("units.zoom", { name: name(one) })}
          onPick={pick}
          first={FIRST}
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
