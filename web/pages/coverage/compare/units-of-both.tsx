/** Communities or subdistricts by how far the two sides lie apart in them. @module */
import { useTranslation } from "react-i18next";
import type { Coverage, UnitCoverage } from "../../../../server/api/schemas/coverage.ts";
import { LevelSwitch } from "../../../parts/level-switch.tsx";
import type { Column } from "../../../parts/rank-table.tsx";
import { shareOrDash } from "../../../state/figures.ts";
import { signedCount } from "../../../state/signed.ts";
import { useView } from "../../../state/use-view.ts";
import { measureOf, shareOf } from "../headline.ts";
import { UnitTable } from "../unit-table.tsx";

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
  const { by } = useView();
  const measure = measureOf(left.whole);
  const label = t("compare.by", { level: t(`whatIf.effect.of.${by}`) });
  const ofRight = new Map(right.units.map((one) => [one.ref, one]));
  const rows = left.units.flatMap((one): Pair[] => {
    const other = ofRight.get(one.ref);
    return other === undefined ? [] : [{ left: one, right: other }];
  });
  const apart = (pair: Pair) => pair.right[measure].covered - pair.left[measure].covered;
  const shareColumn = (side: keyof Pair): Column<Pair> => ({
    id: side,
    head: `${t(`compare.${side}`)} %`,
    numeric: true,
    sortBy: (pair) => shareOf(pair[side], measure),
    cell: (pair) => shareOrDash(shareOf(pair[side], measure)),
  });
  return (
    <section aria-labelledby="both-units">
      <div className="section-head">
        <h3 id="both-units">{label}</h3>
        <LevelSwitch />
      </div>
      <UnitTable
        label={label}
        rows={rows}
        unitOf={(pair) => pair.left}
        columns={[
          shareColumn("left"),
          shareColumn("right"),
          {
            id: "apart",
            head: t(`whatIf.effect.${COVERED[measure]}`),
            numeric: true,
            sortBy: (pair) => Math.abs(apart(pair)),
            cell: (pair) => signedCount(apart(pair)),
          },
        ]}
        by="apart"
      />
    </section>
  );
}
