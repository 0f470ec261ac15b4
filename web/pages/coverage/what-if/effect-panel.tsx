/** What the changes do: who gains and who loses, the figures before and after, and the units in which cover changes. @module */
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import "../../../style/answer.css";
import type { Effect } from "../../../../server/api/schemas/scenario-effect.ts";
import { useCoverage } from "../../../client/queries.ts";
import { BeforeAfter, type BeforeAfterRow } from "../../../parts/before-after.tsx";
import { Failed, Waiting } from "../../../parts/states.tsx";
import { DemoTag } from "../../../parts/tags.tsx";
import { countShown } from "../../../state/figures.ts";
import { signedCount } from "../../../state/signed.ts";
import { useView } from "../../../state/use-view.ts";
import { type Measure, measureOf } from "../headline.ts";
import type { Asked } from "../use-asked.ts";
import { useWords } from "../use-words.ts";
import { EffectUnits } from "./effect-units.tsx";
import type { Effects } from "./use-effects.ts";

type Shows = "change" | "base";

interface Props {
  readonly asked: Asked;
  readonly effects: Effects;
  readonly hasChanges: boolean;
  readonly shows: Shows;
  readonly onShow: (shows: Shows) => void;
}

export function EffectPanel({ asked, effects, hasChanges, shows, onShow }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { head, outdated, error, retry } = effects;
  const category = words(asked.category.name);
  if (error !== null) return <Failed error={error} retry={retry} />;
  if (!hasChanges) return <AsItIs asked={asked} />;
  if (head === null) return <Waiting lines={8} />;
  const measure = measureOf({ residents: head.whole.residents.before, households: head.whole.households.before });
  return (
    <div
      className={`panel answer${outdated ? " outdated" : ""}`}
      aria-busy={outdated}
      data-effect={outdated ? "old" : "now"}
    >
      <section aria-labelledby="effect-title">
        <h2 id="effect-title">{t("whatIf.effect.title", { category })}</h2>
        <Turned head={head} measure={measure} />
        <BeforeAfter label={t("whatIf.effect.title", { category })} rows={figuresOf(t, head, measure, category)} />
        <div className="field-head">
          <span id="effect-show">{t("whatIf.effect.show")}</span>
          <Segmented<Shows>
            size="small"
            value={shows}
            aria-labelledby="effect-show"
            options={[
              { value: "change", label: t("whatIf.effect.showChange") },
              { value: "base", label: t("whatIf.effect.showBase") },
            ]}
            onChange={onShow}
          />
        </div>
      </section>
      <EffectUnits units={effects.units} measure={measure} />
    </div>
  );
}

/** The two figures that everybody asks for first. */
function Turned({ head: { whole }, measure }: { readonly head: Effect; readonly measure: Measure }) {
  const { t } = useTranslation();
  const { gained, lost, gainedFromUnknown, lostToUnknown } = whole[measure];
  const unit = {
    residents: t("answer.peopleUnit"),
    households: t("answer.householdsUnit"),
    residences: t("answer.places"),
  }[measure];
  return (
    <div aria-live="polite">
      <dl className="turned">
        <div className="turned-gain">
          <dt>{t("whatIf.effect.gained")}</dt>
          <dd>
            <b>{signedCount(gained)}</b> <small>{unit}</small>
          </dd>
        </div>
        <div className="turned-loss">
          <dt>{t("whatIf.effect.lost")}</dt>
          <dd>
            <b>{signedCount(-lost)}</b> <small>{unit}</small>
          </dd>
        </div>
      </dl>
      {gained === 0 && lost === 0 && <p className="hint">{t("whatIf.effect.same")}</p>}
      {(gainedFromUnknown > 0 || lostToUnknown > 0) && (
        <p className="hint">
          {t("whatIf.effect.unknownTurned", { from: countShown(gainedFromUnknown), to: countShown(lostToUnknown) })}
        </p>
      )}
    </div>
  );
}

const FIGURES = {
  residents: ["covered", "uncovered", "unknown"],
  households: ["coveredHouseholds", "uncoveredHouseholds", "unknownHouseholds"],
  residences: ["coveredResidences", "uncoveredResidences", "unknownResidences"],
} as const;

function figuresOf(
  t: ReturnType<typeof useTranslation>["t"],
  { whole, facilities, minutes }: Effect,
  measure: Measure,
  category: string,
): readonly BeforeAfterRow[] {
  const { before, after } = whole[measure];
  const share = ({ covered, uncovered }: typeof before) =>
    covered + uncovered === 0 ? null : covered / (covered + uncovered);
  const [covered, uncovered, unknown] = FIGURES[measure];
  return [
    { name: t("whatIf.effect.share"), kind: "share", before: share(before), after: share(after) },
    { name: t(`whatIf.effect.${covered}`), kind: "count", before: before.covered, after: after.covered },
    { name: t(`whatIf.effect.${uncovered}`), kind: "count", before: before.uncovered, after: after.uncovered },
    { name: t(`whatIf.effect.${unknown}`), kind: "count", before: before.unknown, after: after.unknown },
    {
      name: t("whatIf.effect.mean"),
      kind: "seconds",
      limitMinutes: minutes,
      before: whole.meanSecondsBefore,
      after: whole.meanSecondsAfter,
    },
    { name: t("whatIf.effect.facilities", { category }), kind: "count", ...facilities },
  ];
}

/** Before the first change: today's figures alone. */
function AsItIs({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const words = useWords();
  const { by } = useView();
  const { data, error, refetch } = useCoverage(asked.question, by);
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={8} />;
  const { whole, minutes } = data;
  const measure = measureOf(whole);
  const category = words(asked.category.name);
  const { covered, uncovered, unknown } = whole[measure];
  const names = FIGURES[measure];
  const share = covered + uncovered === 0 ? null : covered / (covered + uncovered);
  return (
    <div className="panel answer">
      <section aria-labelledby="effect-title">
        <h2 id="effect-title">{t("whatIf.effect.title", { category })}</h2>
        <p className="hint">{t("whatIf.effect.none")}</p>
        <BeforeAfter
          label={t("whatIf.effect.title", { category })}
          rows={[
            { name: t("whatIf.effect.share"), kind: "share", before: share, after: undefined },
            { name: t(`whatIf.effect.${names[0]}`), kind: "count", before: covered, after: undefined },
            { name: t(`whatIf.effect.${names[1]}`), kind: "count", before: uncovered, after: undefined },
            { name: t(`whatIf.effect.${names[2]}`), kind: "count", before: unknown, after: undefined },
            {
              name: t("whatIf.effect.mean"),
              kind: "seconds",
              limitMinutes: minutes,
              before: whole.meanSeconds,
              after: undefined,
            },
            {
              name: t("whatIf.effect.facilities", { category }),
              kind: "count",
              before: asked.category.count,
              after: undefined,
            },
          ]}
        />
      </section>
    </div>
  );
}

/** The effect in one line, for the folded sheet of a phone. */
export function EffectSummary({ asked, effects: { head } }: { readonly asked: Asked; readonly effects: Effects }) {
  const { t } = useTranslation();
  const words = useWords();
  const category = words(asked.category.name);
  if (head === null)
    return (
      <>
        <span>{t("whatIf.openHint")}</span>
        {asked.area.demo && <DemoTag />}
      </>
    );
  const measure = measureOf({ residents: head.whole.residents.before, households: head.whole.households.before });
  const { gained, lost } = head.whole[measure];
  return (
    <>
      <b className="summary-figure">{signedCount(gained - lost)}</b>
      <span>
        {t("whatIf.effect.title", { category })}
        <small className="summary-line">
          {t("whatIf.effect.gained")} {countShown(gained)} · {t("whatIf.effect.lost")} {countShown(lost)}
        </small>
      </span>
      {asked.area.demo && <DemoTag />}
    </>
  );
}
