import { expect, it } from "vitest";
import { facilityPoint } from "../../../server/analysis/gap-clusters.ts";
import { gapLines } from "../../../server/analysis/gap-lines.ts";
import { nearestTo } from "../../../server/analysis/residence-rows.ts";
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
const [WEST, EAST]: LonLat[] = [
  [179.9996, 0.0001],
  [-179.9996, 0.0001],
];
const question = { profile: "adult", category: "clinic", minutes: 15 };

it.each([
  ["from the west", WEST, EAST, []],
  ["from the east", EAST, WEST, []],
  ["by an entrance on the other side", EAST, WEST, [[179.9998, 0]]],
] as [string, LonLat, LonLat, LonLat[]][])(
  "lines across the antimeridian do not tear, %s",
  (_, home, clinic, gates) => {
    const area = openTown({
      network: buildNetwork(rows),
      residences: residencesAt([
        { ref: "1", position: home, residents: 1, community: -1, ...(gates.length > 0 && { entrances: gates }) },
      ]),
      facilities: facilitiesAt([{ ref: "c", category: "clinic", position: clinic, community: -1 }]),
    });
    const straight = { facility: facilityPoint(area, 0), metres: 0, detour: null };
    const nearest = nearestTo(area, question, 0, 1_000_000);
    const { features } = gapLines(area, question, 0, { straight, nearest, closedGates: [] });
    expect(features.map(({ properties }) => properties.kind)).toEqual(["straight", "walk"]);
    for (const { geometry } of features) {
      const lons = geometry.coordinates.flat().filter((_, i) => i % 2 === 0);
      expect(Math.max(...lons) - Math.min(...lons)).toBeLessThan(0.01);
      // Each end is where it was, whatever turn it is told on.
      const turn = (lon: number) => (lon + 360) % 360;
      expect(turn(lons[0])).toBeCloseTo(turn(home[0]), 9);
      expect(turn(lons.at(-1) as number)).toBeCloseTo(turn(clinic[0]), 9);
    }
  },
);
