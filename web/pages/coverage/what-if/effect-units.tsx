/** Communities or subdistricts in which cover changes: how many gain, how many lose, and the share before and after. @module */
import { useTranslation } from "react-i18next";
import type { Effect } from "../../../../server/api/schemas/scenario-effect.ts";
import { LevelSwitch } from "../../../parts/level-switch.tsx";
import type { Column } from "../../../parts/rank-table.tsx";
import { Waiting } from "../../../parts/states.tsx";
import { countShown, shareOrDash } from "../../../state/figures.ts";
import { useView } from "../../../state/use-view.ts";
import { type Measure, shareOfTally } from "../headline.ts";
import { UnitTable } from "../unit-table.tsx";

type UnitEffect = NonNullable<Effect["units"]>[number];

export function EffectUnits({ units, measure }: { readonly units: Effect["units"]; readonly measure: Measure }) {
  const { t } = useTranslation();
  const { by } = useView();
  const level = t(`whatIf.effect.of.${by}`);
  const changed = units?.filter((one) => one[measure].gained > 0 || one[measure].lost > 0 || turned(one, measure));
  const countColumn = (which: "gained" | "lost"): Column<UnitEffect> => ({
    id: which,
    head: t(`whatIf.effect.${which}Head`),
    numeric: true,
    sortBy: (one) => one[measure][which],
    cell: (one) => countShown(one[measure][which]),
  });
  const shareColumn = (when: "before" | "after"): Column<UnitEffect> => ({
    id: when,
    head: t(`whatIf.effect.${when}`),
    numeric: true,
    sortBy: (one) => shareOfTally(one[measure][when]),
    cell: (one) => shareOrDash(shareOfTally(one[measure][when])),
  });
  return (
    <section aria-labelledby="effect-units">
      <div className="section-head">
        <h3 id="effect-units">{t("whatIf.effect.table", { level })}</h3>
        <LevelSwitch />
      </div>
      {changed === undefined && <Waiting lines={3} />}
      {changed?.length === 0 && <p className="hint">{t("whatIf.effect.tableNone", { level })}</p>}
      {changed !== undefined && changed.length > 0 && (
        <UnitTable
          label={t("whatIf.effect.table", { level })}
          rows={changed}
          unitOf={(one) => one}
          columns={[countColumn("gained"), countColumn("lost"), shareColumn("before"), shareColumn("after")]}
          by="gained"
        />
      )}
    </section>
  );
}

function turned(one: UnitEffect, measure: Measure): boolean {
  return one[measure].gainedFromUnknown > 0 || one[measure].lostToUnknown > 0;
}
