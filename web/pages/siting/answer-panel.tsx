/** The answer: people gained first, how good the plan is known to be, its sites, what holds it back, and what to do with it. @module */
import { useTranslation } from "react-i18next";
import "../../style/answer.css";
import type { SitingAnswer } from "../../../server/api/schemas/siting.ts";
import { BeforeAfter } from "../../parts/before-after.tsx";
import { Notice, Waiting } from "../../parts/states.tsx";
import { countShown } from "../../state/figures.ts";
import { useWords } from "../coverage/use-words.ts";
import { BindingList } from "./binding-list.tsx";
import { changeSiting } from "./change.ts";
import { CommunityTable } from "./community-table.tsx";
import { CurveChart } from "./curve-chart.tsx";
import { FailedPlan } from "./failed-plan.tsx";
import { gainUnit, valueShown } from "./figures.ts";
import { ProofTold } from "./proof-told.tsx";
import { SiteTable } from "./site-table.tsx";
import { SolvingBar } from "./solving-bar.tsx";
import { SitingTakeAlong } from "./take-along.tsx";
import type { Siting } from "./use-siting.ts";

export function SitingAnswerPanel({ siting }: { readonly siting: Siting }) {
  const { t } = useTranslation();
  const { solving, wanted, lostPremises } = siting;
  const { answer, outdated, error, run } = solving;
  if (lostPremises)
    return (
      <Notice
        tone="empty"
        title={t("siting.premisesLost")}
        text={t("siting.premisesLostNext")}
        action={{ label: t("siting.premisesDrop"), onClick: () => changeSiting({ premises: null }) }}
      />
    );
  if (!wanted.solve)
    return (
      <Notice
        tone="empty"
        title={t("siting.notYet")}
        text={t("siting.notYetNext")}
        action={{ label: t("siting.solve"), onClick: () => changeSiting({ solve: true }) }}
      />
    );
  if (error !== null) return <FailedPlan error={error} siting={siting} />;
  if (answer === null)
    return (
      <div className="panel answer">
        <SolvingBar siting={siting} />
        {run?.state === "cancelled" ? <p className="hint">{t("siting.stoppedBefore")}</p> : <Waiting lines={8} />}
      </div>
    );
  return (
    <div
      className={`panel answer${outdated ? " outdated" : ""}`}
      aria-busy={outdated}
      data-state={outdated ? "outdated" : (run?.state ?? "")}
      data-sites={answer.sites.map(({ id }) => id).join(" ")}
    >
      <Whole siting={siting} answer={answer} />
      {answer.sites.length > 0 && (
        <>
          <SiteTable siting={siting} answer={answer} />
          <SitingTakeAlong siting={siting} answer={answer} />
          <BindingList siting={siting} answer={answer} />
          <CurveChart answer={answer} />
          <CommunityTable answer={answer} />
        </>
      )}
      <CandidatesTold answer={answer} />
    </div>
  );
}

function Whole({ siting, answer }: { readonly siting: Siting; readonly answer: SitingAnswer }) {
  const { t } = useTranslation();
  const words = useWords();
  const { asked } = siting;
  const { people, measure, minutes, sites, farthestMinutes, unit } = answer;
  const category = words(asked.category.name);
  const share = (covered: number) => (people.total === 0 ? null : covered / people.total);
  const uncovered = (covered: number) => people.total - covered;
  return (
    <section aria-labelledby="siting-title">
      <h2 id="siting-title">{t("siting.title", { area: asked.area.name, category })}</h2>
      <p className="headline siting-headline" aria-live="polite">
        <Headline answer={answer} />
        <span>
          {t(unit === "person_minutes" || unit === "seconds" ? `siting.headline.${unit}` : "siting.headline.gained", {
            minutes,
            category,
            sites: sites.length,
            who: t(`siting.who.${measure}`),
          })}
        </span>
      </p>
      <SolvingBar siting={siting} />
      <ProofTold answer={answer} running={siting.solving.run?.state === "running"} />
      {farthestMinutes !== null && (
        <p className="hint attention">{t("siting.capped", { minutes: countShown(farthestMinutes), limit: minutes })}</p>
      )}
      <BeforeAfter
        label={t("siting.beforeAfter")}
        rows={[
          {
            name: t("siting.row.share"),
            kind: "share",
            before: share(people.coveredBefore),
            after: share(people.covered),
          },
          {
            name: t(`siting.row.covered.${measure}`),
            kind: "count",
            before: people.coveredBefore,
            after: people.covered,
          },
          {
            name: t(`siting.row.uncovered.${measure}`),
            kind: "count",
            before: uncovered(people.coveredBefore),
            after: uncovered(people.covered),
          },
        ]}
      />
      {people.unknown > 0 && (
        <p className="hint">
          {t("siting.unknown", { n: countShown(people.unknown), who: t(`siting.who.${measure}`) })}
        </p>
      )}
      {answer.elderlyGained !== null && (
        <p className="hint">{t("siting.elderlyGained", { n: countShown(answer.elderlyGained) })}</p>
      )}
      {sites.length === 0 && (
        <Notice
          tone={uncovered(people.covered) <= 0 ? "good" : "empty"}
          title={t(uncovered(people.covered) <= 0 ? "siting.nobodyLeft" : "siting.nothingGained")}
          text={t(uncovered(people.covered) <= 0 ? "siting.nobodyLeftWhy" : "siting.nothingGainedWhy")}
        />
      )}
    </section>
  );
}

/** Whom the plan gains; where walks are counted, the walks. */
function Headline({ answer }: { readonly answer: SitingAnswer }) {
  const { t } = useTranslation();
  const { unit, value, curve, people, measure } = answer;
  if (unit === "seconds")
    return (
      <b>
        {valueShown(unit, value)}
        <small>{t("asked.minutesUnit")}</small>
      </b>
    );
  if (unit === "person_minutes")
    return (
      <b>
        {curve === null || curve.length === 0 ? countShown(value) : `−${countShown(curve[0].value - value)}`}
        <small>{t(gainUnit({ unit, measure }))}</small>
      </b>
    );
  return (
    <b>
      +{countShown(people.gained)}
      <small>{t(`siting.unitOf.${measure}`)}</small>
    </b>
  );
}

function CandidatesTold({ answer: { candidates } }: { readonly answer: SitingAnswer }) {
  const { t } = useTranslation();
  const { found, kept, squareM, withoutStreet, tooNearFacilities } = candidates;
  return (
    <p className="hint">
      {[
        squareM === null
          ? t("siting.candidatesAll", { n: countShown(kept) })
          : t("siting.candidatesFew", { found: countShown(found), kept: countShown(kept), metres: squareM }),
        withoutStreet > 0 && t("siting.withoutStreet", { n: countShown(withoutStreet) }),
        tooNearFacilities > 0 && t("siting.tooNear", { n: countShown(tooNearFacilities) }),
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}

/** The answer in one line, for the folded sheet of a phone. */
export function SitingSummary({ siting: { solving, asked } }: { readonly siting: Siting }) {
  const { t } = useTranslation();
  const words = useWords();
  const { answer } = solving;
  const category = words(asked.category.name);
  if (answer === null) return <span className="summary">{t("siting.notYetNext")}</span>;
  const { people, sites, minutes, measure } = answer;
  return (
    <>
      <b className="summary-figure">+{countShown(people.gained)}</b>
      <span>
        {t("siting.headline.gained", { minutes, category, sites: sites.length, who: t(`siting.who.${measure}`) })}
      </span>
    </>
  );
}
