/** A place by its coordinates, or the centre of the map: what a click does, for those who do not click. @module */
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { centreOf, useMap } from "../../parts/map-context.tsx";
import { changeView } from "../../state/use-view.ts";
import { degrees, readPlace } from "../../state/view.ts";

export function AskPlace({
  box: [west, south, east, north],
}: {
  readonly box: readonly [number, number, number, number];
}) {
  const { t } = useTranslation();
  const { map } = useMap();
  const id = useId();
  const [text, setText] = useState("");
  const [bad, setBad] = useState(false);
  const ask = () => {
    const place = readPlace(text);
    setBad(place === null);
    if (place === null) return;
    changeView({ place, residence: null });
    map?.fly(place, 14);
  };
  const example = `${degrees(Number(((west + east) / 2).toFixed(4)))},${degrees(Number(((south + north) / 2).toFixed(4)))}`;
  return (
    <div className="field">
      <label htmlFor={id}>{t("asked.place")}</label>
      <div className="ask-place">
        <Input
          id={id}
          value={text}
          placeholder={t("asked.placeHint")}
          status={bad ? "error" : ""}
          aria-invalid={bad}
          aria-describedby={bad ? `${id}-bad` : undefined}
          onChange={({ target }) => setText(target.value)}
          onPressEnter={ask}
        />
        <Button onClick={ask}>{t("asked.ask")}</Button>
      </div>
      {bad && (
        <p className="bad" id={`${id}-bad`} role="alert">
          {t("asked.placeBad", { example })}
        </p>
      )}
      <Button
        block
        disabled={map === null}
        onClick={() => map !== null && changeView({ place: centreOf(map), residence: null })}
      >
        {t("asked.askCentre")}
      </Button>
    </div>
  );
}
