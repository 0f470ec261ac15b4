/** Each change in words: what becomes of which facility, street or gate. @module */
import { useTranslation } from "react-i18next";
import type { Change } from "../../../../server/api/schemas/scenarios.ts";
import type { ServiceError } from "../../../client/http.ts";
import { countShown } from "../../../state/figures.ts";
import { moveBetween } from "../../../state/plan/heading.ts";
import type { Place } from "../../../state/view.ts";
import { zhWhatIf } from "../../../words/zh/what-if.ts";
import type { Asked } from "../use-asked.ts";
import { useCategoryName } from "../use-category-name.ts";
import type { FacilityBook } from "./facility-book.ts";

type Why = keyof typeof zhWhatIf.whatIf.why;

export function useChangeWords({ categories }: Asked, book: FacilityBook) {
  const { t } = useTranslation();
  const categoryName = useCategoryName({ categories });
  const facilityName = (ref: string): string => {
    const known = book.get(ref);
    return (
      known?.name ??
      (known === undefined ? ref : t("whatIf.unnamedFacility", { category: categoryName(known.category) }))
    );
  };
  const at = (place: Place | undefined) =>
    place === undefined ? "" : t("whatIf.at", { lon: place[0].toFixed(5), lat: place[1].toFixed(5) });
  const facilityWords = (change: Change, ref: string): string => {
    const name = facilityName(ref);
    const known = book.get(ref);
    switch (change.kind) {
      case "add_facility":
        return t("whatIf.said.add_facility", { category: categoryName(change.category), name: change.name ?? ref });
      case "move_facility": {
        if (known === undefined || change.position === undefined)
          return t("whatIf.said.move_somewhere", { name, at: at(change.position) });
        const { metres, heading } = moveBetween(known.stood, change.position);
        return t("whatIf.said.move_facility", {
          category: categoryName(known.category),
          name,
          direction: t(`whatIf.heading.${heading}`),
          metres: countShown(metres),
        });
      }
      case "close_facility":
        return t("whatIf.said.close_facility", { category: categoryName(known?.category), name });
      case "set_category":
        return t("whatIf.said.set_category", { name, category: categoryName(change.category) });
      case "set_opening_hours":
        return t("whatIf.said.set_opening_hours", { name, hours: change.openingHours ?? t("whatIf.said.unknown") });
      default:
        return t("whatIf.said.set_capacity", { name, capacity: change.capacity ?? t("whatIf.said.unknown") });
    }
  };
  const changeWords = (change: Change): string => {
    if (change.ref !== undefined) return facilityWords(change, change.ref);
    switch (change.kind) {
      case "close_street":
        if (change.edge !== undefined) return t("whatIf.said.close_edge", { edge: change.edge });
        return change.at === undefined
          ? t("whatIf.said.close_way", { at: at(change.from) })
          : t("whatIf.said.close_street", { at: at(change.at) });
      case "open_street":
        return change.edge === undefined
          ? t("whatIf.said.open_street", { at: at(change.at) })
          : t("whatIf.said.open_edge", { edge: change.edge });
      case "close_gate":
        return t("whatIf.said.close_gate", { at: at(change.at) });
      case "open_gate":
        return t("whatIf.said.open_gate", { at: at(change.at) });
      default: {
        const name = change.name == null ? "" : t("whatIf.said.pathNamed", { name: change.name });
        const metres = countShown(lengthM(change.line ?? []));
        return t(change.steps === true ? "whatIf.said.add_steps" : "whatIf.said.add_path", { name, metres });
      }
    }
  };
  /** The service's own words name the change by its place in a list: here it stands in its row. */
  const whyNot = ({ code, message }: ServiceError): string =>
    code in zhWhatIf.whatIf.why ? t(`whatIf.why.${code as Why}`) : message;
  return { changeWords, whyNot, categoryName, facilityName };
}

function lengthM(line: readonly Place[]): number {
  return line.slice(1).reduce((sum, point, k) => sum + moveBetween(line[k], point).metres, 0);
}
