/** By which units a list is told, communities or subdistricts: the choice stands in the address, and a picked unit of the other level is let go. @module */
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../state/use-view.ts";
import type { UnitLevel } from "../state/view.ts";

export function LevelSwitch() {
  const { t } = useTranslation();
  const { by } = useView();
  return (
    <Segmented<UnitLevel>
      size="small"
      value={by}
      aria-label={t("units.level")}
      options={[
        { value: "community", label: t("units.community") },
        { value: "subdistrict", label: t("units.subdistrict") },
      ]}
      onChange={(level) => changeView({ by: level, unit: null }, "replace")}
    />
  );
}
