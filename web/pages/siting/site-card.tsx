/** One site, or one place that was not chosen: what it is worth, why, what could take its place; to be pinned or refused. @module */
import { LeftOutlined, PushpinOutlined, StopOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import "../../style/card.css";
import type { SitingAnswer } from "../../../server/api/schemas/siting.ts";
import { useEscape } from "../../parts/use-escape.ts";
import { countShown } from "../../state/figures.ts";
import { degrees } from "../../state/view.ts";
import { changeSiting, pin, refuse } from "./change.ts";
import { gainUnit, savesWalks } from "./figures.ts";
import { type Called, useCalled, usePlaceWords } from "./use-place-words.ts";
import type { Candidate, Site, Siting } from "./use-siting.ts";

const close = () => changeSiting({ site: null });

interface Props {
  readonly siting: Siting;
  readonly answer: SitingAnswer;
  readonly place: Called;
}

export function SiteCard({ siting, answer, place }: Props) {
  const { t } = useTranslation();
  const { nameOf, whereOf } = usePlaceWords();
  useEscape(close);
  const { wanted, candidates } = siting;
  const site = answer.sites.find(({ id }) => id === place.id);
  const candidate = candidates.find(({ id }) => id === place.id);
  const isPinned = wanted.force.includes(place.id);
  const isRefused = wanted.forbid.includes(place.id);
  return (
    <section className="card" aria-label={t("siting.siteCard")} aria-live="polite">
      <button type="button" className="back" onClick={close}>
        <LeftOutlined aria-hidden="true" /> {t("card.back")}
      </button>
      <div className="card-where site-name">
        {site !== undefined && <i className={`site-number${isPinned ? " is-pinned" : ""}`}>{site.rank}</i>}
        <div>
          <h2>{nameOf(place)}</h2>
          <p>{whereOf(place)}</p>
        </div>
      </div>
      {site === undefined ? (
        <NotChosen siting={siting} answer={answer} id={place.id} candidate={candidate} />
      ) : (
        <Chosen siting={siting} answer={answer} site={site} />
      )}
      <div className="row-of-buttons">
        <Button icon={<PushpinOutlined />} type={isPinned ? "primary" : "default"} onClick={() => pin(place.id)}>
          {t(isPinned ? "siting.unpin" : "siting.pin")}
        </Button>
        <Button icon={<StopOutlined />} danger={isRefused} onClick={() => refuse(place.id)}>
          {t(isRefused ? "siting.unrefuse" : "siting.refuse")}
        </Button>
      </div>
      <p className="card-foot">
        {t("card.position")} {degrees(place.position[0])}, {degrees(place.position[1])}
      </p>
    </section>
  );
}

interface ChosenProps {
  readonly siting: Siting;
  readonly answer: SitingAnswer;
  readonly site: Site;
}

function Chosen({ siting: { candidates }, answer: { unit, measure }, site }: ChosenProps) {
  const { t } = useTranslation();
  const called = useCalled(candidates);
  const { gained, elderlyGained, around, nearestTo, gain, loss, replacement } = site;
  const people = t(`siting.unitOf.${measure}`);
  const saves = savesWalks({ unit });
  const inUnit = t(gainUnit({ unit, measure }));
  const rows: readonly (readonly [string, number | null, string])[] = [
    [t("siting.fact.gained"), gained, people],
    [t("siting.fact.elderly"), elderlyGained, people],
    ...(saves ? [[t("siting.fact.saved"), gain, inUnit] as const] : []),
    [t("siting.fact.around"), around, people],
    [t("siting.fact.nearestTo"), nearestTo, people],
    [t("siting.fact.loss"), loss, inUnit],
  ];
  return (
    <>
      <dl className="site-facts">
        {rows.map(([name, value, own]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <b>{countShown(value)}</b> <small>{own}</small>
              </dd>
            </div>
          ),
        )}
      </dl>
      {replacement !== null && (
        <p>
          {t("siting.ifRefused")}{" "}
          <button type="button" className="more" onClick={() => changeSiting({ site: replacement.id })}>
            {called(replacement.id)}
          </button>{" "}
          {t("siting.stillLost", { n: countShown(replacement.loss), unit: inUnit })}
        </p>
      )}
    </>
  );
}

interface NotChosenProps {
  readonly siting: Siting;
  readonly answer: SitingAnswer;
  readonly id: string;
  readonly candidate: Candidate | undefined;
}

/** Why it is not in the plan, as far as anything says so. */
function NotChosen({ siting: { wanted }, answer: { binds, sites, unit, measure }, id, candidate }: NotChosenProps) {
  const { t } = useTranslation();
  const bind = binds.find((one) => one.id === id);
  const replaced = sites.filter(({ replacement }) => replacement?.id === id).map(({ rank }) => rank);
  const inUnit = t(gainUnit({ unit, measure }));
  const reasons = [
    wanted.forbid.includes(id) && t("siting.isRefused"),
    candidate?.tooNear === true && t("siting.isTooNear"),
    bind !== undefined && t(`siting.keptOut.${bind.kind}`, { n: countShown(bind.gain), unit: inUnit }),
    replaced.length > 0 && t("siting.wouldReplace", { ranks: replaced.join(t("siting.and")) }),
  ].filter((reason) => reason !== false);
  return (
    <>
      <p>{t("siting.notChosen")}</p>
      {(reasons.length === 0 ? [t("siting.addsLess")] : reasons).map((reason) => (
        <p key={reason} className="hint">
          {reason}
        </p>
      ))}
      {candidate !== undefined && candidate.price !== null && (
        <p className="hint">{t("siting.price", { n: countShown(candidate.price) })}</p>
      )}
    </>
  );
}
