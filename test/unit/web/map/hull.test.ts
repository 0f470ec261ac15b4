/** The outline of a cluster holds all of its members with room to spare, and is convex. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { holds } from "../../../../server/spacing/rings.ts";
import { hullAround } from "../../../../web/map/hull.ts";

const ROUND_M = 50;
/** Of latitude; fewer metres are in no degree. */
const DEGREES = (ROUND_M - 1) / 111_700;

it("holds every place and what lies beside it, and turns left all the way round", () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }));
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (list) => {
      const places = list.map(([x, y]) => [113.6 + x / 1e5, 34.7 + y / 1e5] as const);
      const [ring] = hullAround(places, ROUND_M).coordinates;
      expect(ring.at(-1)).toEqual(ring[0]);
      for (const [lon, lat] of places) {
        for (const north of [-DEGREES, 0, DEGREES]) expect(holds(ring, [lon, lat + north])).toBe(true);
      }
      for (let i = 2; i < ring.length; i++) {
        const [[ax, ay], [bx, by], [cx, cy]] = [ring[i - 2], ring[i - 1], ring[i]];
        expect((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)).toBeGreaterThan(0);
      }
    }),
  );
});

it("reaches no farther than the farthest place and the room round it", () => {
  const [ring] = hullAround([[113.6, 34.7]], ROUND_M).coordinates;
  const lats = ring.map(([, lat]) => lat);
  expect(Math.max(...lats) - 34.7).toBeLessThan((ROUND_M + 1) / 110_500);
});
