/** What the colours mean, readable without colour: classes in order, the break at the limit named, unknown hatched. @module */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import "../../style/legend.css";
import type { WalkClass } from "../../map/ramp.ts";
import { categorySymbol } from "../../parts/category-symbol.ts";
import { Hatch } from "../../parts/hatch.tsx";
import { useNarrow } from "../../parts/use-narrow.ts";
import { useView } from "../../state/use-view.ts";
import type { Asked } from "./use-asked.ts";
import { useWords } from "./use-words.ts";

export function Legend({
  asked: { category, question },
  classes,
}: {
  readonly asked: Asked;
  readonly classes: readonly WalkClass[];
}) {
  const { t } = useTranslation();
  const words = useWords();
  const narrow = useNarrow();
  const { hidden, place, residence } = useView();
  const [open, setOpen] = useState(!narrow);
  const name = words(category.name);
  return (
    <section className="legend" aria-label={t("legend.unfold")}>
      <button
        type="button"
        className="legend-title"
        aria-expanded={open}
        title={open ? t("legend.fold") : t("legend.unfold")}
        onClick={() => setOpen(!open)}
      >
        <span>
          {t("legend.title", { category: name })} <small>{t("legend.unit")}</small>
        </span>
        <span aria-hidden="true">{open ? "▾" : "▴"}</span>
      </button>
      <ol className="ramp">
        {classes.map((one) => (
          <li key={one.fromMinutes} className={one.beyond ? "beyond" : ""}>
            <i style={{ background: one.colour }} />
            <span>{classLabel(one, t)}</span>
            {one.toMinutes === null && <span className="ramp-note">{t("legend.noWalk")}</span>}
          </li>
        ))}
        <li className="apart">
          <svg className="ramp-unknown" aria-hidden="true">
            <defs>
              <Hatch id="legend-hatch" />
            </defs>
            <rect width="100%" height="100%" fill="url(#legend-hatch)" />
          </svg>
          <span>{t("legend.unknown")}</span>
        </li>
      </ol>
      {open && (
        <ul className="legend-keys">
          {!hidden.includes("cells") && (
            <li>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M8 1 14.5 4.5v7L8 15 1.5 11.5v-7z" fill="#94cec3" stroke="#fff" />
              </svg>
              {t("legend.cells")}
            </li>
          )}
          {!hidden.includes("residences") && (
            <li>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="5" fill="#94cec3" stroke="#2b6a66" strokeWidth="1.2" />
              </svg>
              {t("legend.residences")}
            </li>
          )}
          {!hidden.includes("facilities") && (
            <li>
              <i className="badge" aria-hidden="true">
                {categorySymbol(category.code, category.name.zh)}
              </i>
              {t("legend.facility", { category: name })}
            </li>
          )}
          {!hidden.includes("gaps") && (
            <li>
              <i className="gap-number" aria-hidden="true">
                1
              </i>
              {t("legend.gap")}
            </li>
          )}
          {(place !== null || residence !== null) && (
            <li>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <rect x="1.5" y="3" width="13" height="10" rx="3" fill="#0b5c5e22" stroke="#0b5c5e" strokeWidth="2" />
              </svg>
              {t("legend.isochrone", { minutes: question.minutes })}
            </li>
          )}
        </ul>
      )}
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
