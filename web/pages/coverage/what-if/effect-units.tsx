/** Communities or subdistricts in which cover changes: how many gain, how many lose, and the share before and after. @module */
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import type { Effect } from "../../../../server/api/schemas/scenario-effect.ts";
import { useMap } from "../../../parts/map-context.tsx";
import { type Column, RankTable } from "../../../parts/rank-table.tsx";
import { Waiting } from "../../../parts/states.tsx";
import { countShown, shareShown } from "../../../state/figures.ts";
import { changeView, useView } from "../../../state/use-view.ts";
import type { UnitLevel } from "../../../state/view.ts";
import type { Measure } from "../headline.ts";

type UnitEffect = NonNullable<Effect["units"]>[number];

const FIRST = 8;
/** The row of residences outside every unit. */
const OUTSIDE = "outside";

export function EffectUnits({ units, measure }: { readonly units: Effect["units"]; readonly measure: Measure }) {
  const { t } = useTranslation();
  const { by, unit } = useView();
  const { map } = useMap();
  const level = t(`whatIf.effect.of.${by}`);
  const name = (one: UnitEffect) =>
    one.name ?? (one.ref === null ? t(by === "community" ? "units.outside" : "units.outsideSubdistrict") : one.ref);
  const changed = units?.filter((one) => one[measure].gained > 0 || one[measure].lost > 0 || turned(one, measure));
  const columns: readonly [Column<UnitEffect>, ...Column<UnitEffect>[]] = [
    { id: "name", head: t("units.name"), cell: name },
    {
      id: "gained",
      head: t("whatIf.effect.gainedHead"),
      numeric: true,
      sortBy: (one) => one[measure].gained,
      cell: (one) => countShown(one[measure].gained),
    },
    {
      id: "lost",
      head: t("whatIf.effect.lostHead"),
      numeric: true,
      sortBy: (one) => one[measure].lost,
      cell: (one) => countShown(one[measure].lost),
    },
    {
      id: "before",
      head: t("whatIf.effect.before"),
      numeric: true,
      sortBy: (one) => shareOf(one[measure].before),
      cell: (one) => shown(shareOf(one[measure].before)),
    },
    {
      id: "after",
      head: t("whatIf.effect.after"),
      numeric: true,
      sortBy: (one) => shareOf(one[measure].after),
      cell: (one) => shown(shareOf(one[measure].after)),
    },
  ];
  return (
    <section aria-labelledby="effect-units">
      <div className="section-head">
        <h3 id="effect-units">{t("whatIf.effect.table", { level })}</h3>
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
      {changed === undefined && <Waiting lines={3} />}
      {changed?.length === 0 && <p className="hint">{t("whatIf.effect.tableNone", { level })}</p>}
      {changed !== undefined && changed.length > 0 && (
        <RankTable
          label={t("whatIf.effect.table", { level })}
          rows={changed}
          columns={columns}
          initial={{ column: "gained", descending: true }}
          keyOf={({ ref }) => ref ?? OUTSIDE}
          selected={unit}
          rowLabel={(one) => t("units.zoom", { name: name(one) })}
          onPick={(one) => {
            changeView({ unit: one.ref });
            if (one.bbox !== null) map?.fit(one.bbox);
          }}
          first={FIRST}
        />
      )}
    </section>
  );
}

function turned(one: UnitEffect, measure: Measure): boolean {
  return one[measure].gainedFromUnknown > 0 || one[measure].lostToUnknown > 0;
}

function shareOf({ covered, uncovered }: UnitEffect["residents"]["before"]): number | null {
  return covered + uncovered === 0 ? null : covered / (covered + uncovered);
}

function shown(share: number | null): string {
  return share === null ? "–" : shareShown(share);
}
