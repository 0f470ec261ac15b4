/** Old quarters without walls: public alleys, some of them blind, between low houses. @module */
import { drawLanes, planLanes, streetNode } from "./lanes.ts";
import { holds } from "./plane.ts";
import { rectangleOnGround } from "./projection.ts";
import recipe from "./recipe.json" with { type: "json" };
import type { Parcel, Town } from "./town.ts";

const { old } = recipe;

export function buildOldQuarter(town: Town, parcel: Parcel): void {
  const random = town.random(`old/${town.parcels.indexOf(parcel)}`);
  const plan = planLanes(parcel.plot, random.between(0.4, 0.6), old.pitchM, old.houseDepthM[1]);
  if (plan === null) return;
  const lane = town.names.lane();
  const exits = plan.exits.filter(
    (exit, at) => at === 0 || random.chance(old.openShare) || typeof exit.lane === "string",
  );
  const outside = new Map(exits.map((exit) => [exit, streetNode(town.sheet, exit, 6)]));
  for (const exit of exits) town.gates.push(exit.hit.point);
  drawLanes(
    town.sheet,
    plan,
    outside,
    { spine: { highway: "living_street", name: lane }, row: { highway: "footway" } },
    false,
  );
  const street = exits.map((exit) => exit.street.name).find((given) => given !== null) ?? null;

  plan.rows.forEach((row, at) => {
    let households = 0;
    for (const above of [true, false]) {
      let u = row.west[0] - 4;
      while (u < row.east[0] + 4) {
        const width = random.between(old.houseWidthM[0], old.houseWidthM[1]);
        const depth = random.between(old.houseDepthM[0], old.houseDepthM[1]);
        const middle = [u + width / 2, row.v + (above ? 1 : -1) * (3 + depth / 2)] as const;
        u += width + random.between(0.5, 4);
        const [left, right] = [middle[0] - width / 2, middle[0] + width / 2];
        const overSpine = left < plan.spineU + 3 && right > plan.spineU - 3;
        if (
          overSpine ||
          ![left, right].every((x) => holds(parcel.plot, [x, middle[1] + (above ? depth / 2 : -depth / 2)], 1))
        )
          continue;
        const levels = random.whole(1, 3);
        town.sheet.ringOnGround(rectangleOnGround(middle, width, depth), {
          building: random.chance(0.5) ? "house" : "residential",
          "building:levels": String(levels),
        });
        households += levels;
      }
    }
    if (households > 0)
      town.homes.push({
        kind: "old",
        name: `${lane}${at * 20 + 1}–${at * 20 + 19}号老住宅`,
        point: [plan.spineU + 9, row.v + 2],
        households,
        street: street ?? lane,
      });
  });
}
