/** What the colours mean, readable without colour: classes in order, the break at the limit marked, unknown hatched. @module */
import { useTranslation } from "react-i18next";
import "../../style/legend.css";
import type { WalkClass } from "../../map/ramp.ts";
import { Hatch } from "../../parts/hatch.tsx";
import type { Asked } from "./use-asked.ts";
import { useWords } from "./use-words.ts";

interface Props {
  readonly asked: Asked;
  readonly classes: readonly WalkClass[];
}

export function Legend({ asked: { category, question }, classes }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <section className="legend" aria-labelledby="legend-title">
      <h2 id="legend-title">
        {t("legend.title", { category: words(category.name) })} <small>{t("legend.unit")}</small>
      </h2>
      <ol className="ramp">
        {classes.map((one) => (
          <li key={one.fromMinutes} className={one.beyond ? "beyond" : ""}>
            <i style={{ background: one.colour }} />
            <span>{classLabel(one, t)}</span>
          </li>
        ))}
        <li className="apart">
          <svg className="ramp-unknown" aria-hidden="true">
            <defs>
              <Hatch id="legend-hatch" />
            </defs>
            <rect width="100%" height="100%" fill="url(#legend-hatch)" />
          </svg>
          <span>{t(question.at === undefined ? "legend.unknown" : "legend.unknownAt")}</span>
        </li>
      </ol>
      <p>{t("legend.noWalk")}</p>
    </section>
  );
}

function classLabel(
  { fromMinutes, toMinutes }: WalkClass,
  t: (key: "legend.upTo" | "legend.between" | "legend.over", words: Record<string, number>) => string,
): string {
  if (toMinutes === null) return t("legend.over", { from: fromMinutes });
  return fromMinutes === 0
    ? t("legend.upTo", { to: toMinutes })
    : t("legend.between", { from: fromMinutes, to: toMinutes });
}
