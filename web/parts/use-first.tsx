/** The first rows of a long list, and the button that shows all of them or the first again. @module */
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { countShown } from "../state/figures.ts";

interface First<Row> {
  readonly shown: readonly Row[];
  /** Null where nothing is left out. */
  readonly more: ReactNode;
}

/**
 * @param first rows shown before "show all"
 * @param kind whether each is a thing, or a line about one: Chinese counts them by different words
 */
export function useFirst<Row>(rows: readonly Row[], first: number, kind: "units" | "lines"): First<Row> {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (rows.length <= first) return { shown: rows, more: null };
  return {
    shown: all ? rows : rows.slice(0, first),
    more: (
      <button type="button" className="more" onClick={() => setAll(!all)}>
        {all ? t(`${kind}.fewer`, { n: first }) : t(`${kind}.more`, { n: countShown(rows.length) })}
      </button>
    ),
  };
}
