/** Plain tags on what is invented or estimated. @module */
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";

export function DemoTag() {
  const { t } = useTranslation();
  return (
    <Tooltip title={t("tag.demoWhy")}>
      <span className="tag tag-demo">{t("tag.demo")}</span>
    </Tooltip>
  );
}

export function EstimateTag() {
  const { t } = useTranslation();
  return (
    <Tooltip title={t("tag.estimatedWhy")}>
      <span className="tag tag-estimate">{t("tag.estimated")}</span>
    </Tooltip>
  );
}
