/** The question: category, who walks, how long, what is drawn, and a place by its coordinates. @module */
import { Checkbox } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { categorySymbol } from "../../parts/category-symbol.ts";
import { changeView, useView } from "../../state/use-view.ts";
import { LAYERS, type LayerId } from "../../state/view.ts";
import { AskMoment } from "./ask-moment.tsx";
import { AskPlace } from "./ask-place.tsx";
import { AskWalk } from "./ask-walk.tsx";
import { CategorySelect } from "./category-select.tsx";
import { LayerKey } from "./layer-key.tsx";
import { OpenWhatIf } from "./open-what-if.tsx";
import { ScenarioTag } from "./scenario-tag.tsx";
import { TakeAlong } from "./take-along.tsx";
import type { Asked } from "./use-asked.ts";

export function AskedPanel({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { hidden } = useView();
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
      <OpenWhatIf />
      <div className="field">
        <label htmlFor={`${id}-category`}>{t("asked.category")}</label>
        <CategorySelect id={`${id}-category`} asked={asked} />
      </div>
      <AskWalk id={id} asked={asked} />
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
