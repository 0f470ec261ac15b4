/** What the printed list says: how many and whom the rules bind, pair after pair, clusters to heal, and on what it rests. @module */
import { useTranslation } from "react-i18next";
import type { SpacingClustersPage, SpacingPage, SpacingPair } from "../../../server/api/schemas/spacing.ts";
import { useCommunities } from "../../client/queries.ts";
import { Figure } from "../../parts/figure.tsx";
import { DemoTag } from "../../parts/tags.tsx";
import { countShown } from "../../state/figures.ts";
import { useView } from "../../state/use-view.ts";
import type { Asked } from "../coverage/use-asked.ts";
import { useWords } from "../coverage/use-words.ts";
import { distanceShown, marginShown } from "../spacing/figures.ts";
import { PinLines } from "../spacing/grounds.tsx";
import { pairId } from "../spacing/use-scene.ts";
import { RuleLines } from "./rule-lines.tsx";

interface Props {
  readonly asked: Asked;
  readonly pairs: SpacingPage;
  readonly clusters: SpacingClustersPage["items"];
}

export function ViolationsSheet({ asked, pairs, clusters }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { unit } = useView();
  const { data: units } = useCommunities(asked.area);
  const { rules, items, total, date, binding } = pairs;
  const within = units?.items.find(({ ref }) => ref === unit)?.name ?? unit ?? t("spacing.everywhere");
  const pairsUnit = t("spacing.pairsUnit");
  const titleOf = (id: string) => {
    const rule = rules.find((one) => one.id === id);
    return rule === undefined ? id : words(rule.title);
  };
  const nameOf = ({ name, ref }: SpacingPair["a"]) => (
    <>
      {name ?? ref} {name !== null && <small>{ref}</small>}
    </>
  );
  const remarkOf = ({ maybeSame, withinUncertainty }: SpacingPair) =>
    [maybeSame && t("spacing.same"), withinUncertainty && t("spacing.unsure")].filter(Boolean).join(" · ");
  return (
    <>
      <header>
        <h1>{t("violations.title", { area: asked.area.name })}</h1>
        <p className="report-sub">
          {t("spacing.asOf", { date })} · {t("violations.scope", { unit: within })} {asked.area.demo && <DemoTag />}
        </p>
      </header>
      <div className="report-figures">
        <dl className="figures">
          <Figure name={t("violations.total")} value={countShown(total)} unit={pairsUnit} />
          <Figure name={t("spacing.binding.binds")} value={countShown(binding.binds)} unit={pairsUnit} />
          <Figure
            name={t("spacing.binding.does_not_bind")}
            value={countShown(binding.does_not_bind)}
            unit={pairsUnit}
          />
          <Figure
            tone="unknown"
            name={t("spacing.binding.unknown")}
            value={countShown(binding.unknown)}
            unit={pairsUnit}
          />
        </dl>
      </div>
      {items.length === 0 ? (
        <p>{t("violations.none")}</p>
      ) : (
        <section>
          <h2>
            {t("violations.pairs")}{" "}
            {items.length < total && (
              <small>{t("violations.pairsCut", { n: countShown(items.length), of: countShown(total) })}</small>
            )}
          </h2>
          <table className="report-table">
            <thead>
              <tr>
                <th scope="col">#</th>
                <th scope="col">{t("violations.a")}</th>
                <th scope="col" className="text">
                  {t("violations.b")}
                </th>
                <th scope="col" className="text">
                  {t("violations.where")}
                </th>
                <th scope="col">{t("spacing.distanceHead")}</th>
                <th scope="col">{t("violations.least")}</th>
                <th scope="col">{t("spacing.shortfall")}</th>
                <th scope="col" className="text">
                  {t("violations.binding")}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((pair, k) => (
                <tr key={pairId(pair)}>
                  <td>{k + 1}</td>
                  <th scope="row">{nameOf(pair.a)}</th>
                  <td className="text">{nameOf(pair.b)}</td>
                  <td className="text">{whereOf(pair)}</td>
                  <td>{distanceShown(pair.distanceM, pair.leastM)}</td>
                  <td>{countShown(pair.leastM)}</td>
                  <td>{marginShown(pair.shortfallM)}</td>
                  <td className="text">
                    {t(`spacing.binding.${pair.binding.verdict}`)} <small className="remark">{remarkOf(pair)}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {clusters.length > 0 && (
        <section>
          <h2>{t("violations.clusters")}</h2>
          <table className="report-table">
            <thead>
              <tr>
                <th scope="col">#</th>
                <th scope="col">{t("violations.members")}</th>
                <th scope="col">{t("violations.facilities")}</th>
                <th scope="col">{t("violations.pairsHead")}</th>
                <th scope="col">{t("violations.moves")}</th>
                <th scope="col" className="text">
                  {t("violations.moveWhom")}
                </th>
              </tr>
            </thead>
            <tbody>
              {clusters.map(({ rule, id, facilities, pairs: count, leastMoves, mostMoves, move, members }, k) => (
                <tr key={`${rule} ${id}`}>
                  <td>{k + 1}</td>
                  <th scope="row">
                    {members.map(({ name, ref }) => name ?? ref).join(t("answer.join"))}{" "}
                    {rules.length > 1 && <small>{titleOf(rule)}</small>}
                  </th>
                  <td>{countShown(facilities)}</td>
                  <td>{countShown(count)}</td>
                  <td>
                    {leastMoves === mostMoves
                      ? countShown(leastMoves)
                      : `${countShown(leastMoves)}–${countShown(mostMoves)}`}
                  </td>
                  <td className="text">
                    {move?.map((ref) => members.find((one) => one.ref === ref)?.name ?? ref).join(t("answer.join")) ??
                      "–"}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <RuleLines rules={rules} />
      <PinLines pins={pairs.pins}>
        <p>{asked.area.attribution}</p>
        {asked.area.demo && <p>{t("tag.demoWhy")}</p>}
      </PinLines>
    </>
  );
}

/** Both subdistricts where they differ. */
function whereOf({ a, b }: SpacingPair): string {
  const names = [...new Set([a.subdistrict, b.subdistrict].filter((name) => name !== null))];
  return names.length === 0 ? "–" : names.join(" / ");
}
