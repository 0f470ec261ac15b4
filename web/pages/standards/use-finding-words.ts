/** A finding in words: its requirement, what is missing or short, prices, why it is not known, and by when. @module */
import { useTranslation } from "react-i18next";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { useView } from "../../state/use-view.ts";
import { zh } from "../../words/zh.ts";
import { useWords } from "../coverage/use-words.ts";
import { amountShown, shortfallOf } from "./quantity.ts";

type Reason = keyof typeof zh.standards.reasons;

/** Yuan to the fen, and further where a mean falls between two. */
function priceShown(cny: number): string {
  return cny.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 3 });
}

export function useFindingWords() {
  const { t } = useTranslation();
  const words = useWords();
  const { language } = useView();
  return {
    /** Of the requirement; where it is called as its item is, that it is about how many there are. */
    titleTold({ title, item }: Pick<Finding, "title" | "item">): string {
      return title.zh === item.zh ? t("standards.kinds.count") : words(title);
    },
    /** Parts that are not there; null where none is missing, or enough of them are there. */
    missingTold({ missing, verdict }: Finding): string | null {
      if (missing.length === 0 || verdict === "pass") return null;
      return t("standards.missing", { list: missing.map(words).join(t("standards.join")) });
    },
    /** How much is short, or too much; null where neither is known. */
    shortTold(finding: Finding): string | null {
      const short = shortfallOf(finding);
      if (short === null) return null;
      const amount = amountShown(short.amount, finding.measure, language);
      return t(short.isOver ? "standards.over" : "standards.short", { amount });
    },
    /** Why it is not known, or not asked, where the figures do not say so; null where they do. */
    reasonTold({ reason, verdict }: Finding): string | null {
      if (reason === null || verdict === "pass") return null;
      return reason in zh.standards.reasons ? t(`standards.reasons.${reason as Reason}`) : reason;
    },
    /** Each good of the survey that decided, dear ones first; null of what is no matter of prices. */
    surveyTold({ survey }: Finding): string | null {
      if (survey === null) return null;
      const goods = survey.goods.toSorted((a, b) => Number(b.isDear) - Number(a.isDear));
      const list = goods.map(({ name, per, cny, meanCny, isDear }) => {
        const told = { name, per, cny: priceShown(cny), mean: priceShown(meanCny) };
        return t(isDear ? "standards.dearOf" : "standards.priceOf", told);
      });
      return t("standards.survey", { day: survey.on, list: list.join(t("standards.join")) });
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

/** Whether nobody has checked the text of the requirement against the document. */
export function isUnverified({ sourceEvidence }: Finding): boolean {
  return sourceEvidence === "S2" || sourceEvidence === "R";
}
