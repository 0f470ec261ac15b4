/** Residences and facilities as columns, from plain lists. */
import type { LonLat } from "../../server/base/lon-lat.ts";
import type { Facilities, Residences } from "../../server/coverage/people.ts";

export function residencesAt(
  list: readonly {
    ref: string;
    position: LonLat;
    residents: number;
    community: number;
    entrances?: readonly LonLat[];
    compound?: boolean;
  }[],
): Residences {
  return {
    count: list.length,
    ref: list.map(({ ref }) => ref),
    lon: Float64Array.from(list, ({ position }) => position[0]),
    lat: Float64Array.from(list, ({ position }) => position[1]),
    households: Int32Array.from(list, ({ residents }) => residents),
    residents: Int32Array.from(list, ({ residents }) => residents),
    entrances: list.map(({ entrances }) => entrances ?? null),
    compound: Uint8Array.from(list, ({ compound }) => (compound === true ? 1 : 0)),
    estimated: new Uint8Array(list.length),
    community: Int32Array.from(list, ({ community }) => community),
    subdistrict: new Int32Array(list.length).fill(-1),
  };
}

export function facilitiesAt(
  list: readonly { ref: string; category: string; position: LonLat; community: number }[],
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
    community: Int32Array.from(list, ({ community }) => community),
    subdistrict: new Int32Array(list.length).fill(-1),
  };
}
