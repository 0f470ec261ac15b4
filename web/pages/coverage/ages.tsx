/** People by age group, where files tell of them: how many are covered, and what a plan changes for them. @module */
import { useTranslation } from "react-i18next";
import "../../style/before-after.css";
import type { WholeCoverage } from "../../../server/api/schemas/coverage.ts";
import type { Effect } from "../../../server/api/schemas/scenario-effect.ts";
import { countShown, shareOrDash } from "../../state/figures.ts";
import { zh } from "../../words/zh.ts";
import { shareOfTally } from "./headline.ts";

export function AgesCovered({ ages }: { readonly ages: WholeCoverage["ages"] }) {
  const { t } = useTranslation();
  return (
    <AgeTable
      id="ages-covered"
      title={t("age.title")}
      heads={[t("units.share"), t("whatIf.effect.uncovered"), t("whatIf.effect.unknown")]}
      rows={Object.entries(ages).map(([group, tally]) => ({
        group,
        cells: [shareOrDash(shareOfTally(tally)), countShown(tally.uncovered), countShown(tally.unknown)],
        untold: tally.unknownResidences,
      }))}
    />
  );
}

export function AgesChanged({ ages }: { readonly ages: Effect["whole"]["ages"] }) {
  const { t } = useTranslation();
  return (
    <AgeTable
      id="ages-changed"
      title={t("age.changed")}
      heads={[
        t("whatIf.effect.gainedHead"),
        t("whatIf.effect.lostHead"),
        t("whatIf.effect.before"),
        t("whatIf.effect.after"),
      ]}
      rows={Object.entries(ages).map(([group, { residents, residentsUnknown }]) => ({
        group,
        cells: [
          countShown(residents.gained),
          countShown(residents.lost),
          shareOrDash(shareOfTally(residents.before)),
          shareOrDash(shareOfTally(residents.after)),
        ],
        untold: residentsUnknown.before.total,
      }))}
    />
  );
}

interface AgeRow {
  /** Code of the group. */
  readonly group: string;
  readonly cells: readonly string[];
  /** Residences of which nobody knows how many of the group live there: in none of its figures. */
  readonly untold: number;
}

interface Props {
  readonly id: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly AgeRow[];
}

function AgeTable({ id, title, heads, rows }: Props) {
  const { t } = useTranslation();
  const untold = Math.max(0, ...rows.map((row) => row.untold));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <table className="before-after" aria-labelledby={id}>
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, cells }) => (
            <tr key={group}>
              <th scope="row">{groupName(t, group)}</th>
              {cells.map((cell, k) => (
                <td key={heads[k]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">
        {t("age.overlap")}
        {untold > 0 && t("age.untold", { n: countShown(untold) })}
      </p>
    </section>
  );
}

type Group = keyof typeof zh.age.group;

/** The code itself where we have no word for it. */
function groupName(t: (key: `age.group.${Group}`) => string, group: string): string {
  return group in zh.age.group ? t(`age.group.${group as Group}`) : group;
}
