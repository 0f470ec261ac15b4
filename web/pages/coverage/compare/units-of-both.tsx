/** Communities or subdistricts by how far the two sides lie apart in them. @module */
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import type { Coverage, UnitCoverage } from "../../../../server/api/schemas/coverage.ts";
import { useMap } from "../../../parts/map-context.tsx";
import { type Column, RankTable } from "../../../parts/rank-table.tsx";
import { shareShown } from "../../../state/figures.ts";
import { signedCount } from "../../../state/signed.ts";
import { changeView, useView } from "../../../state/use-view.ts";
import type { UnitLevel } from "../../../state/view.ts";
import { measureOf, shareOf } from "../headline.ts";

const FIRST = 8;
/** The row of residences outside every unit. */
const OUTSIDE = "outside";

const COVERED = {
  residents: "covered",
  households: "coveredHouseholds",
  residences: "coveredResidences",
} as const;

interface Pair {
  readonly left: UnitCoverage;
  readonly right: UnitCoverage;
}

export function UnitsOfBoth({ left, right }: { readonly left: Coverage; readonly right: Coverage }) {
  const { t } = useTranslation();
  const { by, unit } = useView();
  const { map } = useMap();
  const measure = measureOf(left.whole);
  const level = t(`whatIf.effect.of.${by}`);
  const ofRight = new Map(right.units.map((one) => [one.ref, one]));
  const rows = left.units.flatMap((one): Pair[] => {
    const other = ofRight.get(one.ref);
    return other === undefined ? [] : [{ left: one, right: other }];
  });
  const apart = (pair: Pair) => pair.right[measure].covered - pair.left[measure].covered;
  const name = ({ left: { name: own, ref } }: Pair) =>
    own ?? (ref === null ? t(by === "community" ? "units.outside" : "units.outsideSubdistrict") : ref);
  const shareColumn = (side: keyof Pair): Column<Pair> => ({
    id: side,
    head: `${t(`compare.${side}`)} %`,
    numeric: true,
    sortBy: (pair) => shareOf(pair[side], measure),
    cell: (pair) => shown(shareOf(pair[side], measure)),
  });
  const columns: readonly [Column<Pair>, ...Column<Pair>[]] = [
    { id: "name", head: t("units.name"), cell: name },
    shareColumn("left"),
    shareColumn("right"),
    {
      id: "apart",
      head: t(`whatIf.effect.${COVERED[measure]}`),
      numeric: true,
      sortBy: (pair) => Math.abs(apart(pair)),
      cell: (pair) => signedCount(apart(pair)),
    },
  ];
  return (
    <section aria-labelledby="both-units">
      <div className="section-head">
        <h3 id="both-units">{t("compare.by", { level })}</h3>
        <Segmented<UnitLevel>
          size="small"
          value={by}
          aria-label={t("units.level")}
          options={[
            { value: "community", label: t("units.community") },
            { value: "subdistrict", label: t("units.subdistrict") },
          ]}
          onChange={(next) => changeView({ by: next, unit: null }, "replace")}
        />
      </div>
      <RankTable
        label={t("compare.by", { level })}
        rows={rows}
        columns={columns}
        initial={{ column: "apart", descending: true }}
        keyOf={({ left: { ref } }) => ref ?? OUTSIDE}
        selected={unit}
        rowLabel={(pair) => t("units.zoom", { name: name(pair) })}
        onPick={({ left: { ref, bbox } }) => {
          changeView({ unit: ref });
          if (bbox !== null) map?.fit(bbox);
        }}
        first={FIRST}
      />
    </section>
  );
}

function shown(share: number | null): string {
  return share === null ? "–" : shareShown(share);
}
