import { describe, expect, it } from "vitest";
import { walkBetween } from "../../../../server/reach/pair.ts";
import { createWalker, openStreets } from "../../../../server/reach/walker.ts";
import { drawFrom, isIn } from "../../../support/drawn.ts";
import { profileOf } from "../../../support/profiles.ts";
import { moved, streetMap } from "../../../support/street-map.ts";

describe("the shape of what can be walked to", () => {
  it("does not jump a river: the far bank is out although it is near", () => {
    // The bridge is eight joins away; the banks are 60 m apart.
    const map = streetMap(`
      a-+-+-+-+
              |
      b-+-+-+-+
    `);
    const walker = createWalker(openStreets(map.network), profileOf("adult"));
    const shape = drawFrom(walker, map.at("a"), [180_000])?.shapes[0];
    expect(shape && isIn(map.at("a", 30), shape.geometry)).toBe(true);
    expect(shape && isIn(map.at("b", 30, -20), shape.geometry)).toBe(false);
  });

  it("agrees with routed walks", () => {
    const map = streetMap(`
      a-b-c-d-e
      | | | | |
      f-g-h-i-j
      | | | | |
      k-l-m-n-o
    `);
    const walker = createWalker(openStreets(map.network), profileOf("adult"));
    const shape = drawFrom(walker, map.at("h"), [120_000])?.shapes[0];
    if (shape === undefined) throw new Error("no shape");
    let wrong = 0;
    let tried = 0;
    for (let x = -170; x <= 170; x += 7) {
      for (let y = -110; y <= 110; y += 7) {
        const point = moved(map.at("h"), x, y);
        const walk = walkBetween(walker, map.at("h"), point);
        const isReached = walk.status === "ok" && walk.totalMm <= 120_000;
        if (isReached !== isIn(point, shape.geometry)) wrong++;
        tried++;
      }
    }
    expect(wrong / tried).toBeLessThan(0.025);
  });
});
