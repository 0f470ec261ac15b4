/** Reasons and days of a finding in words. @module */
import { useTranslation } from "react-i18next";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { zh } from "../../words/zh.ts";

type Reason = keyof typeof zh.standards.reasons;

export function useFindingWords() {
  const { t } = useTranslation();
  return {
    /** Why it is not known, or not asked, where the figures do not say so; null where they do. */
    reasonTold({ reason, verdict }: Finding): string | null {
      if (reason === null || verdict === "pass") return null;
      return reason in zh.standards.reasons ? t(`standards.reasons.${reason as Reason}`) : reason;
    },
    /** By when, and how late; null where the document sets no day. */
    dueTold({ due, lateDays, lateDaysSinceIssue, verdict }: Finding, asOf: string): string | null {
      if (due === null) return null;
      if (lateDays !== null && verdict === "pass") return t("standards.doneLate", { due, n: lateDays });
      if (lateDays !== null)
        return lateDaysSinceIssue !== null && lateDaysSinceIssue !== lateDays
          ? t("standards.lateSinceIssue", { due, n: lateDays, since: lateDaysSinceIssue })
          : t("standards.late", { due, n: lateDays });
      return t(due < asOf ? "standards.wasDue" : "standards.due", { due });
    },
  };
}
