/** What a plan must keep: only what goes with the objective may be asked for, and why the rest may not is said. @module */
import { Checkbox, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { SpacingRule } from "../../../server/api/schemas/spacing.ts";
import { useSpacingRules } from "../../client/spacing.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { type Condition, refusalOf } from "../../state/siting/offers.ts";
import { useWords } from "../coverage/use-words.ts";
import { changeSiting } from "./change.ts";
import type { Siting } from "./use-siting.ts";

const NONE = "";
const MOST_M = 100_000;
const MOST_PRICE = 1_000_000_000;

export function AskConditions({ siting: { asked, wanted, solving } }: { readonly siting: Siting }) {
  const { t } = useTranslation();
  const { spacingM, mostPerCommunity, onePerCommunity, elderlyWeight, equity, budget, capacities } = wanted;
  const whyNot = (condition: Condition) => {
    const refusal = refusalOf(condition, wanted);
    if (refusal === null) return null;
    return refusal === "objective" ? t(`siting.goesWith.${condition}`) : t(`siting.refusal.${refusal}`);
  };
  const [noEquity, noCapacities, noBudget] = [whyNot("equity"), whyNot("capacities"), whyNot("budget")];
  const isElderlyUnknown = elderlyWeight > 1 && solving.answer !== null && solving.answer.elderlyGained === null;
  return (
    <div className="more-fields">
      <NumberField
        label={t("siting.spacing")}
        unit={t("siting.metres")}
        value={spacingM}
        least={1}
        most={MOST_M}
        optional
        placeholder={t("siting.none")}
        hint={t("siting.spacingHint")}
        onValue={(next) => changeSiting({ spacingM: next }, "replace")}
      />
      <AskRule area={asked.area.id} category={asked.category.code} rule={wanted.rule} />
      <NumberField
        label={t("siting.mostPerCommunity")}
        unit={t("siting.sitesUnit")}
        value={mostPerCommunity}
        least={1}
        most={1000}
        optional
        placeholder={t("siting.noLimit")}
        onValue={(next) => changeSiting({ mostPerCommunity: next }, "replace")}
      />
      <Checkbox checked={onePerCommunity} onChange={({ target }) => changeSiting({ onePerCommunity: target.checked })}>
        {t("siting.onePerCommunity")}
      </Checkbox>
      <NumberField
        label={t("siting.elderlyWeight")}
        unit={t("siting.times")}
        value={elderlyWeight}
        least={1}
        most={100}
        hint={isElderlyUnknown ? t("siting.elderlyUnknown") : null}
        onValue={(next) => changeSiting({ elderlyWeight: next ?? 1 }, "replace")}
      />
      <div className="field">
        <Checkbox
          checked={equity && noEquity === null}
          disabled={noEquity !== null}
          onChange={({ target }) => changeSiting({ equity: target.checked })}
        >
          {t("siting.equity")}
        </Checkbox>
        <p className="hint">{noEquity ?? t("siting.equityHint")}</p>
      </div>
      <div className="field">
        <Checkbox
          checked={capacities && noCapacities === null}
          disabled={noCapacities !== null}
          onChange={({ target }) => changeSiting({ capacities: target.checked })}
        >
          {t("siting.capacities")}
        </Checkbox>
        {noCapacities !== null && <p className="hint">{noCapacities}</p>}
      </div>
      <NumberField
        label={t("siting.budget")}
        unit={t("siting.budgetUnit")}
        value={budget}
        least={0}
        most={MOST_PRICE}
        optional
        placeholder={t("siting.noLimit")}
        disabled={noBudget !== null}
        hint={noBudget ?? t("siting.budgetHint")}
        onValue={(next) => changeSiting({ budget: next }, "replace")}
      />
    </div>
  );
}

interface RuleProps {
  readonly area: string;
  readonly category: string;
  readonly rule: string | null;
}

function AskRule({ area, category, rule }: RuleProps) {
  const { t } = useTranslation();
  const words = useWords();
  const id = useId();
  const rules = useSpacingRules(area, undefined).data?.items ?? [];
  const whyNot = (one: SpacingRule) => {
    if (one.measure !== "straight_line") return t("siting.ruleWalking");
    if (one.parcelsUnknown) return t("siting.ruleParcels");
    const classes = one.between === null ? one.sameClass : one.between.flat();
    return classes.includes(category) ? null : t("siting.ruleElse");
  };
  const chosen = rules.find((one) => one.id === rule);
  return (
    <div className="field">
      <label htmlFor={`${id}-rule`}>{t("siting.rule")}</label>
      <Select
        id={`${id}-rule`}
        value={rule ?? NONE}
        popupMatchSelectWidth={360}
        options={[
          { value: NONE, label: t("siting.none") },
          ...rules.map((one) => {
            const why = whyNot(one);
            const label = words(one.title);
            return {
              value: one.id,
              label: why === null ? label : t("lines.aside", { what: label, more: why }),
              disabled: why !== null,
            };
          }),
        ]}
        onChange={(value) => changeSiting({ rule: value === NONE ? null : value })}
      />
      {chosen !== undefined && !chosen.inForce && <p className="hint attention">{t("siting.ruleNotInForce")}</p>}
    </div>
  );
}
