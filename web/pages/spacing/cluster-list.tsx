/** Clusters of facilities that stand too close to one another, with the fewest moves that heal each. @module */
import { useTranslation } from "react-i18next";
import type { SpacingClustersPage, SpacingRule } from "../../../server/api/schemas/spacing.ts";
import { useMap } from "../../parts/map-context.tsx";
import { countShown } from "../../state/figures.ts";
import { changeView, useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";

const FIRST = 12;

interface Props {
  readonly clusters: SpacingClustersPage["items"];
  readonly rules: readonly SpacingRule[];
}

export function ClusterList({ clusters, rules }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { pair: picked } = useView();
  const { map } = useMap();
  if (clusters.length === 0) return null;
  const titleOf = (id: string) => {
    const rule = rules.find((one) => one.id === id);
    return rule === undefined ? id : words(rule.title);
  };
  return (
    <section aria-labelledby="spacing-clusters">
      <h3 id="spacing-clusters">{t("spacing.clusters")}</h3>
      <p className="hint">{t("spacing.clustersHint")}</p>
      <div className="gap-list">
        {clusters.slice(0, FIRST).map(({ rule, id, facilities, pairs, leastMoves, mostMoves, members, bbox }) => (
          <button
            key={`${rule} ${id}`}
            type="button"
            className="gap"
            aria-pressed={`${rule} ${id}` === picked}
            onClick={() => {
              changeView({ pair: `${rule} ${id}`, place: null, residence: null });
              map?.fit(bbox);
            }}
          >
            <span className="gap-name">
              {members[0].name ?? id} {facilities > 1 && t("spacing.andOthers", { n: countShown(facilities) })}
              <span className="gap-why">{titleOf(rule)}</span>
            </span>
            <span className="gap-figures">
              <span>{t("spacing.clusterPairs", { n: countShown(pairs) })}</span>
              <span>
                {t("spacing.moves", {
                  n:
                    leastMoves === mostMoves
                      ? countShown(leastMoves)
                      : `${countShown(leastMoves)}–${countShown(mostMoves)}`,
                })}
              </span>
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
