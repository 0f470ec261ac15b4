/** The card about one place or residence: where it is, the verdict for the chosen category, what it reaches, what it lacks, and why. @module */
import { LeftOutlined } from "@ant-design/icons";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import "../../style/card.css";
import type { NearestFacility } from "../../../server/api/schemas/walks.ts";
import { useCommunities } from "../../client/queries.ts";
import { How } from "../../parts/how.tsx";
import { ProblemText, Waiting } from "../../parts/states.tsx";
import { EstimateTag } from "../../parts/tags.tsx";
import { useEscape } from "../../parts/use-escape.ts";
import { useReason } from "../../parts/use-reason.ts";
import { countShown, metresShown } from "../../state/figures.ts";
import { changeView, useView } from "../../state/use-view.ts";
import { degrees } from "../../state/view.ts";
import { ReachedList } from "./reached-list.tsx";
import type { Asked } from "./use-asked.ts";
import type { Looked } from "./use-looked.ts";
import { Verdict } from "./verdict.tsx";

const close = () => changeView({ place: null, residence: null });

export function PlaceCard({ asked, looked }: { readonly asked: Asked; readonly looked: Looked }) {
  const { t } = useTranslation();
  const { residence: ref, place } = useView();
  const { residence, reach, error } = looked;
  const answered = ref === null ? reach !== null : residence !== null;
  useEscape(close);
  return (
    <section
      className={`card${looked.outdated ? " outdated" : ""}`}
      aria-label={ref === null ? t("card.point") : t("card.residence")}
      aria-live="polite"
    >
      <button type="button" className="back" onClick={close}>
        <LeftOutlined aria-hidden="true" /> {t("card.back")}
      </button>
      <Where asked={asked} looked={looked} />
      {error !== null ? (
        <div className="card-failed" role="alert">
          <ProblemText error={error} />
          <button type="button" className="more" onClick={looked.retry}>
            {t("state.retry")}
          </button>
        </div>
      ) : answered ? (
        <Answered asked={asked} looked={looked} />
      ) : (
        <Waiting lines={3} />
      )}
      {place !== null && (
        <p className="card-foot">
          {t("card.position")} {degrees(place[0])}, {degrees(place[1])}
        </p>
      )}
    </section>
  );
}

function Where({ asked, looked: { residence, reach } }: { readonly asked: Asked; readonly looked: Looked }) {
  const { t } = useTranslation();
  const { data: communities } = useCommunities(asked.area);
  const street = (residence?.snapped ?? reach?.snapped)?.street ?? null;
  const unit = residence?.residence.community ?? reach?.community ?? null;
  // The service gives a community by its ref or by its name.
  const community = communities?.items.find(({ ref }) => ref === unit)?.name ?? unit;
  const name =
    residence?.residence.name ?? (street === null ? (community ?? t("card.noStreet")) : t("card.near", { street }));
  const of = residence?.residence;
  const parts = [
    ...(community === null || community === name ? [] : [{ text: community, figure: null }]),
    ...(of?.households == null
      ? []
      : [{ text: t("card.households", { n: countShown(of.households) }), figure: "households" as const }]),
    ...(of?.residents == null
      ? []
      : [{ text: t("card.people", { n: countShown(of.residents) }), figure: "residents" as const }]),
  ];
  return (
    <div className="card-where">
      <h2>{name}</h2>
      <p>
        {parts.map(({ text, figure }, i) => (
          <Fragment key={text}>
            {i > 0 && " · "}
            {text} {figure !== null && of?.estimates.includes(figure) && <EstimateTag />}
          </Fragment>
        ))}
      </p>
    </div>
  );
}

function Answered({ asked, looked }: { readonly asked: Asked; readonly looked: Looked }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { residence, reach } = looked;
  const told = residence ?? reach;
  if (told === null) return null;
  const { status, snapped, pins, limitM } = told;
  if (status !== "ok") {
    // Streets that are closed to this walker are a finding, not a lack of knowledge.
    const closed = status === "closed_to_profile";
    return (
      <p className={`verdict ${closed ? "verdict-beyond" : "verdict-unknown"}`}>
        <b>{t(closed ? "card.uncovered" : "card.unknown")}</b> {reason(status)}
      </p>
    );
  }
  const nearest: readonly NearestFacility[] = told.nearest;
  const unknown = told.unknown.find(({ category }) => category === asked.category.code);
  return (
    <>
      {unknown ? (
        <p className="verdict verdict-unknown">
          <b>{t("card.unknown")}</b> {reason(unknown.reason)}
        </p>
      ) : (
        <Verdict asked={asked} nearest={nearest.find(({ category }) => category === asked.category.code) ?? null} />
      )}
      {snapped !== null && (
        <p className="hint reach-told">
          {snapped.street === null
            ? t("card.offset", { metres: metresShown(snapped.offsetM) })
            : t("card.offsetNamed", { street: snapped.street, metres: metresShown(snapped.offsetM) })}
          <span className="nowrap">
            {reach?.isochroneAreaM2 != null && (
              <>
                <i className="reach-key" aria-hidden="true" />
                {t("card.area", { minutes: reach.minutes, km2: (reach.isochroneAreaM2 / 1e6).toFixed(2) })}
              </>
            )}{" "}
            <How
              topic="reach"
              what={t("card.reach", { minutes: asked.question.minutes, metres: countShown(limitM) })}
              pins={pins}
              limitM={limitM}
            />
          </span>
        </p>
      )}
      <ReachedList
        asked={asked}
        looked={looked}
        nearest={nearest}
        missing={told.missing}
        counts={reach?.facilitiesWithin ?? null}
      />
    </>
  );
}
