/** The question: what is wanted of how many sites, under which conditions, from which places; and what was pinned or refused. @module */
import { Button, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../parts/number-field.tsx";
import { OBJECTIVES, type Objective } from "../../state/siting/asked.ts";
import { conditionsAsked } from "../../state/siting/offers.ts";
import { AskWalk } from "../coverage/ask-walk.tsx";
import { CategorySelect } from "../coverage/category-select.tsx";
import { ScenarioTag } from "../coverage/scenario-tag.tsx";
import { AskConditions } from "./ask-conditions.tsx";
import { AskSources } from "./ask-sources.tsx";
import { changeSiting } from "./change.ts";
import { ChosenList } from "./chosen-list.tsx";
import type { Siting } from "./use-siting.ts";

const MOST_SITES = 200;
const SECONDS = [0, 10, 30, 120, 600] as const;

export function SitingAskedPanel({ siting }: { readonly siting: Siting }) {
  const { t } = useTranslation();
  const id = useId();
  const { asked, wanted } = siting;
  const { objective, sites, share, seconds, solve } = wanted;
  const conditions = conditionsAsked(wanted);
  const isFewest = objective === "fewest";
  return (
    <div className="panel siting-asked">
      <h2>{t("asked.title")}</h2>
      {asked.scenario && <ScenarioTag scenario={asked.scenario} />}
      <div className="field">
        <label htmlFor={`${id}-objective`}>{t("siting.objective")}</label>
        <Select<Objective>
          id={`${id}-objective`}
          value={objective}
          options={OBJECTIVES.map((value) => ({ value, label: t(`siting.objectives.${value}`) }))}
          onChange={(next) =>
            changeSiting({ objective: next, ...(next !== "fewest" && sites === null && { sites: 5 }) })
          }
        />
        <p className="hint">{t(`siting.objectiveWhy.${objective}`)}</p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-category`}>{t("asked.category")}</label>
        <CategorySelect id={`${id}-category`} asked={asked} />
      </div>
      <div className="siting-numbers">
        {isFewest && (
          <NumberField
            label={t("siting.share")}
            unit="%"
            value={share}
            least={1}
            most={100}
            onValue={(next) => changeSiting({ share: next ?? share }, "replace")}
          />
        )}
        <NumberField
          label={t(isFewest ? "siting.sitesAtMost" : "siting.sites")}
          unit={t("siting.sitesUnit")}
          value={sites}
          least={1}
          most={MOST_SITES}
          optional={isFewest}
          placeholder={t("siting.noLimit")}
          onValue={(next) => changeSiting({ sites: next }, "replace")}
        />
      </div>
      <AskWalk id={id} asked={asked} />
      {(objective === "median" || objective === "center") && <p className="hint">{t("siting.limitOnlyTells")}</p>}
      {!solve && (
        <Button type="primary" block onClick={() => changeSiting({ solve: true })}>
          {t("siting.solve")}
        </Button>
      )}
      <details className="more-asked">
        <summary>
          {t("siting.conditions")}{" "}
          {conditions > 0 && <span className="asked-count">{t("siting.conditionsAsked", { n: conditions })}</span>}
        </summary>
        <AskConditions siting={siting} />
      </details>
      <details className="more-asked">
        <summary>{t("siting.where")}</summary>
        <AskSources siting={siting} />
      </details>
      <div className="field">
        <label htmlFor={`${id}-seconds`}>{t("siting.seconds")}</label>
        <Select<number>
          id={`${id}-seconds`}
          value={seconds}
          options={[...new Set([...SECONDS, seconds])]
            .sort((a, b) => a - b)
            .map((value) => ({
              value,
              label: value === 0 ? t("siting.quickOnly") : t("siting.secondsAtMost", { n: value }),
            }))}
          onChange={(next) => changeSiting({ seconds: next }, "replace")}
        />
      </div>
      <ChosenList siting={siting} />
    </div>
  );
}
