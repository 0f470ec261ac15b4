/** Residences and facilities as columns, from plain lists. */
import type { LonLat } from "../../server/base/lon-lat.ts";
import { type Facilities, PEOPLE_SOURCES, type Residences } from "../../server/coverage/people.ts";
import { AGE_GROUPS, type AgeGroup } from "../../server/import/age-groups.ts";

export function residencesAt(
  list: readonly {
    ref: string;
    position: LonLat;
    residents: number;
    /** Residents by age group; a group that a residence does not name is unknown there. */
    ages?: Readonly<Partial<Record<AgeGroup, number>>>;
    community: number;
    entrances?: readonly LonLat[];
    compound?: boolean;
  }[],
): Residences {
  return {
    count: list.length,
    ref: list.map(({ ref }) => ref),
    name: list.map(() => null),
    lon: Float64Array.from(list, ({ position }) => position[0]),
    lat: Float64Array.from(list, ({ position }) => position[1]),
    households: Int32Array.from(list, ({ residents }) => residents),
    residents: Int32Array.from(list, ({ residents }) => residents),
    ages: new Map(
      AGE_GROUPS.filter(({ code }) => list.some(({ ages }) => ages?.[code] !== undefined)).map(({ code }) => [
        code,
        Int32Array.from(list, ({ ages }) => ages?.[code] ?? -1),
      ]),
    ),
    entrances: list.map(({ entrances }) => entrances ?? null),
    compound: Uint8Array.from(list, ({ compound }) => (compound === true ? 1 : 0)),
    estimated: new Uint8Array(list.length),
    peopleSource: Uint8Array.from(list, ({ residents }) => PEOPLE_SOURCES.indexOf(residents < 0 ? "unknown" : "given")),
    community: Int32Array.from(list, ({ community }) => community),
    subdistrict: new Int32Array(list.length).fill(-1),
  };
}

export function facilitiesAt(
  list: readonly {
    ref: string;
    category: string;
    position: LonLat;
    community: number;
    openingHours?: string | null;
    capacity?: number;
    beyond?: boolean;
  }[],
): Facilities {
  const categories = [...new Set(list.map(({ category }) => category))];
  return {
    count: list.length,
    ref: list.map(({ ref }) => ref),
    name: list.map(() => null),
    category: Int32Array.from(list, ({ category }) => categories.indexOf(category)),
    categories,
    lon: Float64Array.from(list, ({ position }) => position[0]),
    lat: Float64Array.from(list, ({ position }) => position[1]),
    openingHours: list.map(({ openingHours }) => openingHours ?? null),
    capacity: Int32Array.from(list, ({ capacity }) => capacity ?? -1),
    community: Int32Array.from(list, ({ community }) => community),
    subdistrict: new Int32Array(list.length).fill(-1),
    ...(list.some(({ beyond }) => beyond) && { beyond: Uint8Array.from(list, ({ beyond }) => (beyond ? 1 : 0)) }),
  };
}
