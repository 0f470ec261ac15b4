/** Whether the chosen category is reached from here, in how many minutes, and how far from the limit that is. @module */
import { useTranslation } from "react-i18next";
import type { NearestFacility } from "../../../server/api/schemas/walks.ts";
import { countShown, metresShown, minutesShown } from "../../state/figures.ts";
import type { Asked } from "./use-asked.ts";
import { useWords } from "./use-words.ts";

interface Props {
  readonly asked: Asked;
  /** Null when no walk leads to any facility of the category. */
  readonly nearest: NearestFacility | null;
}

export function Verdict({ asked, nearest }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const category = words(asked.category.name);
  const { minutes } = asked.question;
  const walk = nearest?.walk ?? null;
  if (nearest === null || walk === null || walk.seconds === null || walk.totalM === null) {
    return (
      <div className="verdict verdict-beyond">
        <b>{category}</b>
        <span>{asked.category.count === 0 ? t("card.none", { category }) : t("card.noWalk", { category })}</span>
      </div>
    );
  }
  const { withinLimit, facility } = nearest;
  const apart = Math.abs(minutes * 60 - walk.seconds);
  return (
    <div className={`verdict ${withinLimit ? "verdict-within" : "verdict-beyond"}`}>
      <p>
        <b>
          {category} · {withinLimit ? t("card.covered") : t("card.uncovered")}
        </b>
        <span className="verdict-walk">
          {t("card.reach", { minutes: minutesShown(walk.seconds, minutes), metres: countShown(walk.totalM) })}
        </span>
      </p>
      <p>
        {t("card.toWith", {
          name: facility.name ?? t("card.unnamed", { category }),
          margin: margin(t, withinLimit, apart),
        })}
      </p>
      {walk.fromOffsetM !== null && walk.networkM !== null && walk.toOffsetM !== null && (
        <p className="hint">
          {t("card.parts", {
            from: metresShown(walk.fromOffsetM),
            network: metresShown(walk.networkM),
            to: metresShown(walk.toOffsetM),
          })}
        </p>
      )}
    </div>
  );
}

/** Over the limit by any amount is at least 0.1: "0.0 over" would say the opposite. */
function margin(
  t: (key: "card.spare" | "card.over", words: { minutes: string }) => string,
  within: boolean,
  seconds: number,
): string {
  const minutes = within ? (Math.floor(seconds / 6) / 10).toFixed(1) : minutesShown(seconds, 0);
  return t(within ? "card.spare" : "card.over", { minutes });
}
