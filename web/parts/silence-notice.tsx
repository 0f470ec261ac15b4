/** Says that the service does not answer, for as long as it does not, and that nothing is lost by waiting. @module */
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useSilence } from "../client/silence.ts";

export function SilenceNotice() {
  const { t } = useTranslation();
  const silent = useSilence();
  return silent ? <Alert banner type="warning" role="status" title={t("state.silent")} /> : null;
}
