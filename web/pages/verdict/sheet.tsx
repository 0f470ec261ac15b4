/** What the sheet says: number, verdict, place, who stands near, under which rule, from which data, and room to sign. @module */
import { useTranslation } from "react-i18next";
import type { SpacingCheck } from "../../../server/api/schemas/spacing.ts";
import { DemoTag } from "../../parts/tags.tsx";
import { countShown } from "../../state/figures.ts";
import type { Asked } from "../coverage/use-asked.ts";
import { useCategoryName } from "../coverage/use-category-name.ts";
import { useWords } from "../coverage/use-words.ts";
import { distanceShown, marginShown } from "../spacing/figures.ts";
import { PinLines, RuleSource, Validity } from "../spacing/grounds.tsx";
import { whyOf } from "../spacing/why.ts";
import { VerdictSketch } from "./sketch.tsx";

interface Props {
  readonly asked: Asked;
  readonly check: SpacingCheck;
}

/** More neighbours than these go with the file. */
const LISTED = 10;

export function VerdictSheet({ asked, check }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { place, pins } = check;
  const category = useCategoryName(asked)(check.category);
  return (
    <>
      <header>
        <h1>{t("spacing.sheetTitle", { area: asked.area.name, category })}</h1>
        <p className="report-sub">
          {t("spacing.number")} <b>{check.number}</b> · {t("spacing.asOf", { date: check.date })}{" "}
          {asked.area.demo && <DemoTag />}
        </p>
      </header>
      <div className="verdict-head">
        <div>
          <p className={`spacing-verdict is-${check.verdict}`}>
            <b>{t(`spacing.verdicts.${check.verdict}`)}</b>
            <span>{t(`spacing.verdictWhy.${whyOf(check)}`)}</span>
          </p>
          <dl className="sheet-facts">
            <Fact
              name={t("spacing.place")}
              text={`${place.position.map((value) => value.toFixed(7)).join(", ")} (WGS 84)`}
            />
            {place.original.crs !== "wgs84" && (
              <Fact
                name={t("spacing.asGiven")}
                text={`${place.original.x}, ${place.original.y} (${place.original.crs.toUpperCase()})`}
              />
            )}
            <Fact
              name={t("spacing.source")}
              text={`${t(`spacing.sources.${place.positionSource as "map"}`)} · ${t("spacing.offBy", { metres: place.uncertaintyM })}`}
            />
            <Fact
              name={t("spacing.within")}
              text={[place.subdistrict, place.community].filter((one) => one !== null).join(" ") || "—"}
            />
          </dl>
          {check.warnings.map((warning) => (
            <p key={warning} className="hint attention">
              {t(`spacing.warnings.${warning}`)}
            </p>
          ))}
        </div>
        <VerdictSketch check={check} />
      </div>
      {check.rules.map(({ rule, near, verdict }) => (
        <section key={rule.id}>
          <h2>
            {words(rule.title)} <small>{t(`spacing.short.${verdict}`)}</small>
          </h2>
          <p className="rule-line">
            {t(`spacing.measure.${rule.measure}`, { metres: countShown(rule.leastM) })} · <Validity rule={rule} /> ·{" "}
            <RuleSource source={rule.source} />
          </p>
          {rule.source.quote !== null && <blockquote>{rule.source.quote}</blockquote>}
          {rule.validityNote !== null && <p className="rule-line">{words(rule.validityNote)}</p>}
          <table className="report-table">
            <thead>
              <tr>
                <th scope="col">{t("spacing.facility")}</th>
                <th scope="col" className="text">
                  {t("spacing.opened")}
                </th>
                <th scope="col">{t("spacing.distanceHead")}</th>
                <th scope="col">{t("spacing.marginHead")}</th>
                <th scope="col">{t("spacing.uncertaintyHead")}</th>
                <th scope="col">{t("spacing.verdict")}</th>
              </tr>
            </thead>
            <tbody>
              {near.slice(0, LISTED).map((one) => (
                <tr key={one.facility.ref}>
                  <th scope="row">
                    {one.facility.name ?? one.facility.ref}{" "}
                    {one.facility.name !== null && <small>{one.facility.ref}</small>}
                  </th>
                  <td className="text">{one.facility.openedOn ?? t("spacing.notKnown")}</td>
                  <td>{one.distanceM === null ? "–" : distanceShown(one.distanceM, rule.leastM)}</td>
                  <td>{one.marginM === null ? "–" : marginShown(one.marginM)}</td>
                  <td>± {one.uncertaintyM}</td>
                  <td>{t(`spacing.short.${one.verdict}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {near.length > LISTED && (
            <p className="rule-line">{t("spacing.moreNear", { n: countShown(near.length - LISTED) })}</p>
          )}
        </section>
      ))}
      <PinLines pins={pins}>
        <p>
          SHA-256 <code>{check.hash}</code>
        </p>
        <p>{t("spacing.hashHint")}</p>
        <p>{asked.area.attribution}</p>
      </PinLines>
      <footer className="sheet-sign">
        {(["signCheck", "signReview", "signDate"] as const).map((who) => (
          <span key={who}>{t(`spacing.${who}`)}</span>
        ))}
      </footer>
    </>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
