/** The sketch of a plan's effect and the map's own layers draw by the same figures. */
import { expect, it } from "vitest";
import { atZoom, byZoom, CELL_OPACITY, HOME_RADIUS } from "../../../../web/map/change-looks.ts";

it("gives the map the stops as they are", () => {
  expect(byZoom(CELL_OPACITY)).toEqual(["interpolate", ["linear"], ["zoom"], 14, 0.85, 15, 0.35]);
});

it.each([
  [CELL_OPACITY, 11, 0.85],
  [CELL_OPACITY, 14, 0.85],
  [CELL_OPACITY, 14.5, 0.6],
  [CELL_OPACITY, 15, 0.35],
  [CELL_OPACITY, 19, 0.35],
  [HOME_RADIUS, 13, 3.5],
  [HOME_RADIUS, 14, 5.75],
  [HOME_RADIUS, 15.5, 9.25],
  [HOME_RADIUS, 17, 13],
] as const)("%j at zoom %d is %d", (stops, zoom, figure) => {
  expect(atZoom(stops, zoom)).toBeCloseTo(figure, 12);
});
