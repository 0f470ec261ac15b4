/** Rules of payment, and what stands against one, in words. @module */
import { useTranslation } from "react-i18next";
import type { PaymentLine } from "../../../server/api/schemas/standard-views.ts";
import { zh } from "../../words/zh.ts";
import { useWords } from "../coverage/use-words.ts";
import { moneyShown } from "./quantity.ts";

type Obstacle = keyof typeof zh.standards.obstacles;

export function useMoneyWords() {
  const { t } = useTranslation();
  const words = useWords();
  return {
    /** 每处 10,000 元; 3,000 元 × 4 个月. */
    ruleTold({ basis, eachCny, times, timesOf, payment }: PaymentLine): string {
      if (basis === "not_stated" || basis === "at_cost" || eachCny === null) return words(payment);
      const rule = t(`standards.basis.${basis}`, {
        cny: moneyShown(eachCny),
        of: timesOf === null ? t("standards.pieces") : words(timesOf),
      });
      return times === null ? rule : t("standards.basisTimes", { rule, n: times });
    },
    obstacleTold({ reason, about }: PaymentLine["obstacles"][number]): string {
      return reason in zh.standards.obstacles
        ? t(`standards.obstacles.${reason as Obstacle}`, { about: words(about) })
        : reason;
    },
  };
}
