/** Facilities seen from one point: the nearest of every category, and how many are within the limit. @module */
import { UNREACHED } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { totalTo } from "../reach/ends.ts";
import { matrixRow } from "../reach/matrix.ts";
import { type NearestEnd, type NearestField, readField } from "../reach/nearest-field.ts";
import { spreadFrom } from "../reach/spread-from.ts";
import type { Walker } from "../reach/walker.ts";
import type { CategoryPlaces, FacilityPlaces } from "./facility-places.ts";
import type { OpenArea } from "./open-area.ts";
import { type WalkAnswer, walkAnswer } from "./walk-answer.ts";

export interface NearestAnswer {
  category: string;
  withinLimit: boolean;
  facility: { ref: string; name: string | null; position: [number, number] };
  walk: WalkAnswer;
  /** Gate or door by which a residence is left, where its entrances are known. */
  entrance?: [number, number];
}

/** Category → facilities within the limit; leaves the walker's search spread from the start to the limit. */
export function countAround(
  area: OpenArea,
  walker: Walker,
  start: Place,
  limitMm: number,
): { readonly [category: string]: number } {
  const { category, categories } = area.content.facilities;
  const { facility } = matrixRow({ ...area.facilityPlaces(walker).matrix, walker, limitMm }, start);
  const within: Record<string, number> = {};
  for (const f of facility) {
    const name = categories[category[f]];
    within[name] = (within[name] ?? 0) + 1;
  }
  return within;
}

/** The nearest facility of every category, shortest walk first; walks anew where the nearest are not yet known from everywhere. */
export function nearestAround(area: OpenArea, walker: Walker, start: Place, limitMm: number): NearestAnswer[] {
  const { facilities } = area.content;
  const places = area.facilityPlaces(walker);
  const find = finderOf(places, walker, start);
  const nearest = places.categories.flatMap((category, c): NearestAnswer[] => {
    const { mm: totalMm, end } = find(category, c);
    if (end < 0) return [];
    const f = category.ends.facility[end];
    return [
      {
        category: facilities.categories[c],
        withinLimit: totalMm <= limitMm,
        facility: {
          ref: facilities.ref[f],
          name: facilities.name[f],
          position: [facilities.lon[f], facilities.lat[f]],
        },
        walk: walkAnswer({ status: "ok", start, end: category.ends.places[end], totalMm }, walker),
      },
    ];
  });
  return nearest.sort((a, b) => (a.walk.seconds ?? 0) - (b.walk.seconds ?? 0) || (a.category < b.category ? -1 : 1));
}

type Find = (category: CategoryPlaces, index: number) => Readonly<NearestEnd>;

function finderOf(places: FacilityPlaces, walker: Walker, start: Place): Find {
  const fields = places.fields(walker);
  return fields === null ? bySearch(walker, start) : inFields(fields, walker, start);
}

/** The nearest of the ends as one spread over all the streets finds it, of equally near ones the first. */
function bySearch(walker: Walker, start: Place): Find {
  spreadFrom(walker, start, UNREACHED - 1);
  return ({ ends }) => {
    const best: NearestEnd = { mm: Infinity, end: -1 };
    ends.places.forEach((place, end) => {
      const mm = totalTo(walker, start, place);
      if (mm < best.mm) Object.assign(best, { mm, end });
    });
    return best;
  };
}

function inFields(fields: readonly NearestField[], { network }: Walker, start: Place): Find {
  return ({ ends, onEdge }, c) => {
    const best: NearestEnd = { mm: Infinity, end: -1 };
    readField(network, fields[c], ends, onEdge, start, best);
    best.mm += start.offsetMm;
    return best;
  };
}
