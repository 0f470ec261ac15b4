/** In what a measure is counted: people, households or places. @module */
import { useTranslation } from "react-i18next";
import type { Measure } from "./headline.ts";

const UNIT = { residents: "peopleUnit", households: "householdsUnit", residences: "places" } as const;

export function useMeasureUnit(): (measure: Measure) => string {
  const { t } = useTranslation();
  return (measure) => t(`answer.${UNIT[measure]}`);
}
