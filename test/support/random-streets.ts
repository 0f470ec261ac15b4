/** Random small networks with every oddity: loops, parallel ways, one-way, private, blocked nodes, nodes at one place, islands. */
import fc from "fast-check";
import type { LonLat } from "../../server/base/lon-lat.ts";
import { NodeFlag, type StreetRows, WayFlag } from "../../server/import/rows.ts";
import { moved } from "./street-map.ts";
import { streetRows } from "./street-rows.ts";

const ORIGIN: LonLat = [113.65, 34.75];
const { PRIVATE, STEPS, FORWARD, BACKWARD, UNLIT, ROUGH, LIFT, LARGE_ROAD, CARRIAGEWAY } = WayFlag;
const BOTH = FORWARD | BACKWARD;

/** Of every random flight of stairs. */
export const STEPS_PER_KM = 2500;
const POINTS = [
  NodeFlag.BLOCKED,
  NodeFlag.PRIVATE_GATE,
  NodeFlag.LIFT,
  NodeFlag.LARGE_ROAD,
  NodeFlag.CARRIAGEWAY,
  NodeFlag.LARGE_ROAD | NodeFlag.CARRIAGEWAY,
];
const ODD_WAYS = [
  BACKWARD | STEPS,
  BOTH | PRIVATE | STEPS,
  BOTH | UNLIT,
  BOTH | ROUGH | UNLIT,
  BOTH | LIFT,
  BOTH | LARGE_ROAD,
  FORWARD | LARGE_ROAD | CARRIAGEWAY,
];

/** A coarse grid of places, so that nodes often coincide and points often lie equally near to two streets. */
const place = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }));

export const randomPoint: fc.Arbitrary<LonLat> = fc
  .tuple(fc.integer({ min: -10, max: 90 }), fc.integer({ min: -10, max: 90 }))
  .map(([x, y]) => moved(ORIGIN, x * 4, y * 4));

export const randomStreets: fc.Arbitrary<StreetRows> = fc
  .record({
    nodes: fc.array(fc.tuple(place, fc.constantFrom(0, 0, 0, 0, 0, 0, ...POINTS)), {
      minLength: 2,
      maxLength: 14,
    }),
    ways: fc.array(
      fc.record({
        nodes: fc.array(fc.nat(), { minLength: 2, maxLength: 6 }),
        flags: fc.constantFrom(
          BOTH,
          BOTH,
          BOTH,
          FORWARD,
          BACKWARD,
          BOTH | PRIVATE,
          BOTH | PRIVATE,
          FORWARD | PRIVATE,
          BOTH | STEPS,
          ...ODD_WAYS,
        ),
        name: fc.constantFrom("A", "B"),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ nodes, ways }) =>
    streetRows(
      nodes.map(([[x, y]]) => moved(ORIGIN, x * 40, y * 40)),
      ways.map((way) => ({
        ...way,
        nodes: way.nodes.map((n) => n % nodes.length),
        stepsPerKm: (way.flags & STEPS) !== 0 ? STEPS_PER_KM : 0,
      })),
      nodes.map(([, flags]) => flags),
    ),
  )
  .filter(hasStreets);

/** Whether anything of the rows can be walked. */
export function hasStreets(rows: StreetRows): boolean {
  return rows.wayFlags.some((_, w) => hasPiece(rows, w));
}

function hasPiece(rows: StreetRows, way: number): boolean {
  for (let i = rows.wayStart[way]; i + 1 < rows.wayStart[way + 1]; i++)
    if (rows.wayNodes[i] !== rows.wayNodes[i + 1]) return true;
  return false;
}
