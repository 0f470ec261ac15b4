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
import { AgesChanged } from "../ages.tsx";
import { beforeAfterRows } from "../before-after-rows.ts";
import { type Measure, measureOf } from "../headline.ts";
import type { Asked } from "../use-asked.ts";
import { useMeasureUnit } from "../use-measure-unit.ts";
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
      <AgesChanged ages={head.whole.ages} />
      <EffectUnits units={effects.units} measure={measure} />
    </div>
  );
}

/** The two figures that everybody asks for first. */
function Turned({ head: { whole }, measure }: { readonly head: Effect; readonly measure: Measure }) {
  const { t } = useTranslation();
  const { gained, lost, gainedFromUnknown, lostToUnknown } = whole[measure];
  const unit = useMeasureUnit()(measure);
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

function figuresOf(
  t: ReturnType<typeof useTranslation>["t"],
  { whole, facilities, minutes }: Effect,
  measure: Measure,
  category: string,
): readonly BeforeAfterRow[] {
  const { before, after } = whole[measure];
  return [
    ...beforeAfterRows(
      t,
      measure,
      minutes,
      { tally: before, meanSeconds: whole.meanSecondsBefore },
      { tally: after, meanSeconds: whole.meanSecondsAfter },
    ),
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
  return (
    <div className="panel answer">
      <section aria-labelledby="effect-title">
        <h2 id="effect-title">{t("whatIf.effect.title", { category })}</h2>
        <p className="hint">{t("whatIf.effect.none")}</p>
        <BeforeAfter
          label={t("whatIf.effect.title", { category })}
          rows={[
            ...beforeAfterRows(t, measure, minutes, { tally: whole[measure], meanSeconds: whole.meanSeconds }),
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
