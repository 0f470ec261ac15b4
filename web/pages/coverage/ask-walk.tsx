/** Who walks, and how long: the profile and the limit. @module */
import { Select, Slider } from "antd";
import { useTranslation } from "react-i18next";
import { countShown } from "../../state/figures.ts";
import { changeView, useView } from "../../state/use-view.ts";
import { MAX_MINUTES, MIN_MINUTES } from "../../state/view.ts";
import type { Asked } from "./use-asked.ts";
import { useWords } from "./use-words.ts";

export function AskWalk({ id, asked }: { readonly id: string; readonly asked: Asked }) {
  const { t } = useTranslation();
  const words = useWords();
  const { minutes } = useView();
  return (
    <>
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
    </>
  );
}
