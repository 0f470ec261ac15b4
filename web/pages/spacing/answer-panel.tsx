/** The answer: how many pairs stand too close, whom the rules bind, clusters to heal, and every pair by its shortfall. @module */
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import "../../style/answer.css";
import type { SpacingClustersPage, SpacingPage, SpacingServing } from "../../../server/api/schemas/spacing.ts";
import { PAIRS_LISTED } from "../../client/spacing.ts";
import { Figure } from "../../parts/figure.tsx";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { countShown } from "../../state/figures.ts";
import { ClusterList } from "./cluster-list.tsx";
import { PairTable } from "./pair-table.tsx";
import { ServingList } from "./serving-list.tsx";
import type { AskedSpacing } from "./use-spacing.ts";

interface Props {
  readonly spacing: AskedSpacing;
  readonly pairs: UseQueryResult<SpacingPage>;
  readonly clusters: UseQueryResult<SpacingClustersPage>;
  readonly serving: UseQueryResult<SpacingServing>;
}

export function SpacingAnswer({ spacing, pairs, clusters, serving }: Props) {
  const { t } = useTranslation();
  if (pairs.error !== null) return <Failed error={pairs.error} retry={() => void pairs.refetch()} />;
  if (pairs.data === undefined) return <Waiting lines={10} />;
  const { rules, total, items, date, binding, maybeSame } = pairs.data;
  const sum = (of: (rule: SpacingPage["rules"][number]) => number) => rules.reduce((all, rule) => all + of(rule), 0);
  const inForce = rules.filter((rule) => rule.inForce);
  const unit = t("spacing.pairsUnit");
  return (
    <div className={`panel answer${pairs.isPlaceholderData ? " outdated" : ""}`} aria-busy={pairs.isPlaceholderData}>
      <section aria-labelledby="spacing-title">
        <h2 id="spacing-title">{spacing.asked.area.name}</h2>
        {inForce.length === 0 ? (
          <Notice tone="empty" title={t("spacing.noRule", { date })} text={t("spacing.noRuleNext")} />
        ) : (
          <>
            <p className="headline">
              <b className={total > 0 ? "is-fail" : ""}>{countShown(total)}</b>
              <span>{t("spacing.headline", { date })}</span>
            </p>
            <dl className="figures">
              <Figure name={t("spacing.binding.binds")} value={countShown(binding.binds)} unit={unit} />
              <Figure name={t("spacing.binding.does_not_bind")} value={countShown(binding.does_not_bind)} unit={unit} />
              <Figure
                tone="unknown"
                name={t("spacing.binding.unknown")}
                value={countShown(binding.unknown)}
                unit={unit}
              />
            </dl>
            <p className="hint">
              {t("spacing.among", {
                facilities: countShown(sum(({ facilities }) => facilities)),
                involved: countShown(sum(({ facilitiesInPairs }) => facilitiesInPairs)),
                unknown: countShown(sum(({ openingUnknown }) => openingUnknown)),
              })}
            </p>
            {maybeSame > 0 && <p className="hint attention">{t("spacing.maybeSame", { n: countShown(maybeSame) })}</p>}
            {sum(({ offNetwork }) => offNetwork) > 0 && (
              <p className="hint">{t("spacing.offNetwork", { n: countShown(sum(({ offNetwork }) => offNetwork)) })}</p>
            )}
          </>
        )}
      </section>
      <ServingList spacing={spacing} serving={serving} />
      {items.length > 0 && (
        <section aria-labelledby="spacing-pairs">
          <h3 id="spacing-pairs">{t("spacing.list")}</h3>
          {total > PAIRS_LISTED && <p className="hint">{t("spacing.onlyListed", { n: countShown(PAIRS_LISTED) })}</p>}
          <PairTable items={items} />
        </section>
      )}
      <ClusterList clusters={clusters.data?.items ?? []} rules={spacing.rules} />
    </div>
  );
}
