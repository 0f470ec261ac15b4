import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinRings } from "../../../../server/import/osm/rings.ts";

/** `1-2-3` → [1, 2, 3]. */
function lines(...texts: string[]): number[][] {
  return texts.map((text) => text.split("-").map(Number));
}

/** The ring from its smallest node towards the smaller neighbour, so that rings compare whatever their start and direction. */
function normal(ring: readonly number[]): string {
  const open = ring.slice(0, -1);
  const start = open.indexOf(Math.min(...open));
  const forward = [...open.slice(start), ...open.slice(0, start)];
  const backward = [forward[0], ...forward.slice(1).reverse()];
  return (forward[1] <= backward[1] ? forward : backward).join("-");
}

describe("joinRings", () => {
  it("joins lines whatever their order and direction", () => {
    const { rings, open } = joinRings(lines("1-2-3", "5-1", "5-4-3"));
    expect(rings.map(normal)).toEqual(["1-2-3-4-5"]);
    expect(open).toEqual([]);
  });

  it("takes closed lines as they are", () => {
    expect(joinRings(lines("1-2-3-1", "7-8-9-7")).rings).toEqual(lines("1-2-3-1", "7-8-9-7"));
  });

  it("tells what does not close, joined as far as it can be", () => {
    const { rings, open } = joinRings(lines("1-2", "2-3", "7-8-9-7"));
    expect(rings.map(normal)).toEqual(["7-8-9"]);
    expect(open).toEqual(lines("1-2-3"));
  });

  it("keeps rings apart that touch in a point", () => {
    // Two triangles with the common corner 1; the walk may run through 1 either way.
    const { rings, open } = joinRings(lines("1-2", "2-3", "3-1", "1-5", "5-6", "6-1"));
    expect(rings.map(normal).sort()).toEqual(["1-2-3", "1-5-6"]);
    expect(open).toEqual([]);
  });

  it("gives back rings that were cut into pieces, mixed and turned round", () => {
    const sizes = fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.nat(1_000_000)), (rings, numbers) => {
        const random = (below: number) => (numbers.next().value as number) % below;
        let node = 0;
        const whole = rings.map((size) => Array.from({ length: size }, () => ++node)).map((ring) => [...ring, ring[0]]);
        const pieces = whole.flatMap((ring) => {
          const cuts = [...new Set([0, ring.length - 1, random(ring.length), random(ring.length)])].sort(
            (a, b) => a - b,
          );
          return cuts.slice(1).map((cut, i) => ring.slice(cuts[i], cut + 1));
        });
        const mixed = pieces.map((piece) => ({ piece: random(2) ? piece : piece.toReversed(), key: random(1000) }));
        const joined = joinRings(mixed.sort((a, b) => a.key - b.key).map(({ piece }) => piece));
        expect(joined.open).toEqual([]);
        expect(joined.rings.map(normal).sort()).toEqual(whole.map(normal).sort());
      }),
    );
  });
});
