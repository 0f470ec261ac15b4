/** Why a walk is unknown, in words. @module */
import { useTranslation } from "react-i18next";
import { zh } from "../words/zh.ts";

type Known = Exclude<keyof typeof zh.reason, "other">;

export function useReason(): (code: string | null) => string {
  const { t } = useTranslation();
  return (code) =>
    code !== null && code !== "other" && code in zh.reason
      ? t(`reason.${code as Known}`)
      : t("reason.other", { code: code ?? "–" });
}
