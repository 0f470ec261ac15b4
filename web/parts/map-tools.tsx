/** Buttons over the map: nearer, further, the whole area, analyse the centre, day or night. @module */
import { AimOutlined, ExpandOutlined, MinusOutlined, MoonOutlined, PlusOutlined, SunOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Box, MapView } from "../map/open-map.ts";
import { changeView, useView } from "../state/use-view.ts";

export function MapTools({
  map,
  box,
  onCentre,
}: {
  readonly map: MapView;
  readonly box: Box;
  readonly onCentre: () => void;
}) {
  const { t } = useTranslation();
  const { ground } = useView();
  return (
    <fieldset className="map-tools" aria-label={t("map.tools")}>
      <Tool label={t("map.zoomIn")} icon={<PlusOutlined />} onClick={() => map.zoomBy(1)} />
      <Tool label={t("map.zoomOut")} icon={<MinusOutlined />} onClick={() => map.zoomBy(-1)} />
      <Tool label={t("map.whole")} icon={<ExpandOutlined />} onClick={() => map.fit(box)} />
      <Tool label={t("asked.askCentre")} icon={<AimOutlined />} onClick={onCentre} />
      <Tool
        label={t(ground === "day" ? "map.night" : "map.day")}
        icon={ground === "day" ? <MoonOutlined /> : <SunOutlined />}
        onClick={() => changeView({ ground: ground === "day" ? "night" : "day" }, "replace")}
      />
    </fieldset>
  );
}

function Tool({
  label,
  icon,
  onClick,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
}) {
  return (
    <Tooltip title={label} placement="left">
      <button type="button" className="map-tool" aria-label={label} onClick={onClick}>
        {icon}
      </button>
    </Tooltip>
  );
}
