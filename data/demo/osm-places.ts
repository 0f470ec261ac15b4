/** Places that volunteers would have mapped: stops and toilets, and a few shops that the district's own table knows better. @module */
import type { Frontage } from "./frontages.ts";
import recipe from "./recipe.json" with { type: "json" };
import type { Town } from "./town.ts";

export function drawOsmPlaces(town: Town, frontages: readonly Frontage[]): void {
  const random = town.random("osm places");
  const busy = random.shuffle(frontages.filter(({ weight, parcel }) => weight > 0.15 && parcel.use !== "industry"));
  for (const { count, tags, ending } of recipe.osmPlaces) {
    for (const { point, street } of busy.splice(0, count))
      town.sheet.node(point, { ...asTags(tags), name: `${street}${ending}` });
  }
}

function asTags(tags: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
