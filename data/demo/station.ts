/** The railway station: a square before it, one gate for those who arrive and one for those who leave, and a platform. @module */
import { RAIL } from "./grid.ts";
import { corners, distance, endOf, extentOf, middleOf, type Point } from "./plane.ts";
import { rectangleOnGround } from "./projection.ts";
import recipe from "./recipe.json" with { type: "json" };
import { metresAlong, stopAt } from "./streets.ts";
import type { Parcel, Town } from "./town.ts";

const { station } = recipe.landscape;

export function buildStation(town: Town, parcel: Parcel): void {
  const { sheet } = town;
  const railU = recipe.grid.columns[RAIL].at;
  const [, south, east, north] = extentOf(parcel.plot);
  const v = (south + north) / 2;
  sheet.ring(corners(parcel.plot), { landuse: "railway" });
  sheet.ringOnGround(rectangleOnGround([east - 22, v], 30, 92), {
    building: "train_station",
    name: station.name,
    "building:levels": "2",
  });
  sheet.node([east - 4, v], { railway: "station", name: station.name });

  const half = Math.min(110, Math.max(50, (north - south) / 2 - 12));
  const platform = [-half, -40, 40, half].map((dv) => sheet.node([railU - 10, v + dv]));
  sheet.way(platform, { railway: "platform", name: `${station.name}站台` });
  const [left, right, bottom, top] = [east - 150, east - 44, v - 48, v + 48];
  const square = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ].map((point) => sheet.node(point as unknown as Point));
  sheet.way([...square, square[0]], { highway: "pedestrian", area: "yes", name: station.square });
  sheet.way([square[1], sheet.node([east - 20, bottom - 8]), platform[1]], {
    highway: "footway",
    "oneway:foot": "yes",
    name: "进站口",
  });
  sheet.way([platform[2], sheet.node([east - 20, top + 8]), square[2]], {
    highway: "footway",
    "oneway:foot": "yes",
    name: "出站口",
  });

  const ways = parcel.plot.flatMap(({ from, side }, at) =>
    side.street === null ? [] : [{ street: side.street, from, to: endOf(parcel.plot, at) }],
  );
  for (const { street, from, to } of ways) {
    const door = middleOf([
      { from, side: null },
      { from: to, side: null },
    ]);
    const corner = [
      [left, bottom],
      [right, bottom],
      [right, top],
      [left, top],
    ]
      .map((point, at) => ({ at, far: distance(point as unknown as Point, door) }))
      .sort((a, b) => a.far - b.far)[0];
    sheet.way([stopAt(sheet, street, metresAlong(street, door), 8).node, square[corner.at]], { highway: "footway" });
    town.gates.push(door);
  }
}
