/** The question: category, who walks, how long, what is drawn, and a place by its coordinates. @module */
import { Checkbox, Select, Slider } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { categorySymbol } from "../../parts/category-symbol.ts";
import { countShown } from "../../state/figures.ts";
import { changeView, useView } from "../../state/use-view.ts";
import { type LayerId, MAX_MINUTES, MIN_MINUTES } from "../../state/view.ts";
import { AskMoment } from "./ask-moment.tsx";
import { AskPlace } from "./ask-place.tsx";
import { CategorySelect } from "./category-select.tsx";
import { LayerKey } from "./layer-key.tsx";
import { ScenarioTag } from "./scenario-tag.tsx";
import { TakeAlong } from "./take-along.tsx";
import type { Asked } from "./use-asked.ts";
import { useWords } from "./use-words.ts";

const LAYERS: readonly LayerId[] = ["cells", "residences", "facilities", "gaps", "units"];

export function AskedPanel({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const words = useWords();
  const { hidden, minutes } = useView();
  const id = useId();
  const toggle = (layer: LayerId, on: boolean) =>
    changeView(
      {
        hidden: on
          ? hidden.filter((one) => one !== layer)
          : LAYERS.filter((one) => one === layer || hidden.includes(one)),
      },
      "replace",
    );
  return (
    <div className="panel">
      <h2>{t("asked.title")}</h2>
      {asked.scenario && <ScenarioTag scenario={asked.scenario} />}
      <div className="field">
        <label htmlFor={`${id}-category`}>{t("asked.category")}</label>
        <CategorySelect id={`${id}-category`} asked={asked} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-profile`}>{t("asked.profile")}</label>
        <Select
          id={`${id}-profile`}
          value={asked.profile.id}
          options={asked.profiles.map((profile) => ({
            value: profile.id,
            label: words(profile.name),
            speed: profile.speedMmPerSecond,
            noSteps: profile.avoidsSteps,
          }))}
          optionRender={({ data, label }) => (
            <span className="option">
              <span>{label}</span>
              <small>
                {t("asked.speed", { speed: (data.speed / 1000).toFixed(1) })}
                {data.noSteps && ` · ${t("asked.noSteps")}`}
              </small>
            </span>
          )}
          onChange={(profile) => changeView({ profile })}
        />
      </div>
      <div className="field">
        <div className="field-head">
          <span id={`${id}-minutes`}>{t("asked.minutes")}</span>
          <output>
            <b>{minutes}</b> {t("asked.minutesUnit")}
          </output>
        </div>
        <Slider
          min={MIN_MINUTES}
          max={MAX_MINUTES}
          step={1}
          value={minutes}
          marks={{ 5: "5", 10: "10", 15: "15", 20: "20", 30: "30" }}
          tooltip={{ open: false }}
          ariaLabelledByForHandle={`${id}-minutes`}
          onChange={(next) => changeView({ minutes: next }, "replace")}
        />
        <p className="hint">
          {t("asked.distance", { metres: countShown(Math.floor(asked.limitMm / 1000)) })} ·{" "}
          {t("asked.speed", { speed: (asked.profile.speedMmPerSecond / 1000).toFixed(1) })}
        </p>
      </div>
      <AskMoment id={`${id}-moment`} />
      <fieldset className="field">
        <legend>{t("asked.layers")}</legend>
        {LAYERS.map((layer) => (
          <Checkbox
            key={layer}
            checked={!hidden.includes(layer)}
            onChange={({ target }) => toggle(layer, target.checked)}
          >
            <span className="layer-name">
              <LayerKey layer={layer} symbol={categorySymbol(asked.category.code, asked.category.name.zh)} />
              {t(`layer.${layer}`)}
            </span>
          </Checkbox>
        ))}
      </fieldset>
      <AskPlace box={asked.area.bbox} />
      <TakeAlong asked={asked} />
    </div>
  );
}
