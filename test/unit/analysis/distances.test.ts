import { expect, it } from "vitest";
import { routeFor } from "../../../server/analysis/distances.ts";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { WayFlag } from "../../../server/import/rows.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { openTown } from "../../support/open-town.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { streetRows } from "../../support/street-rows.ts";

/** A street of about 111 m with its middle on the antimeridian. */
const positions: LonLat[] = [
  [179.9995, 0],
  [-179.9995, 0],
];
const rows = streetRows(positions, [{ nodes: [0, 1], flags: WayFlag.FORWARD | WayFlag.BACKWARD }], []);
const area = openTown({ network: buildNetwork(rows), residences: residencesAt([]), facilities: facilitiesAt([]) });

it.each([
  ["eastwards", [179.9996, 0.0001], [-179.9996, 0.0001]],
  ["westwards", [-179.9996, 0.0001], [179.9996, 0.0001]],
  ["within the west", [-179.9996, 0.0001], [-179.9998, 0.0001]],
] as [string, LonLat, LonLat][])("the line of a walk across the antimeridian does not tear, %s", (_, from, to) => {
  const coordinates = routeFor(area, "adult", from, to).line?.coordinates ?? [];
  expect(coordinates.length).toBeGreaterThan(2);
  const turn = (lon: number) => (lon + 360) % 360;
  expect([coordinates[0], coordinates.at(-1)].map((end) => turn(end?.[0] ?? 0))).toEqual([
    expect.closeTo(turn(from[0]), 9),
    expect.closeTo(turn(to[0]), 9),
  ]);
  coordinates.slice(1).forEach(([lon], i) => {
    expect(Math.abs(lon - coordinates[i][0])).toBeLessThan(0.001);
  });
});
