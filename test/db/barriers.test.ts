/** What the base map knows to lie between two places. */
import type { Geometry } from "geojson";
import { expect, it } from "vitest";
import type { BaseLayer } from "../../server/import/rows.ts";
import { currentRelease } from "../../server/store/areas.ts";
import { barriersAcross } from "../../server/store/barriers.ts";
import { writeImport } from "../../server/store/write/write-import.ts";
import { box, importOf, streets } from "../support/prepared-import.ts";
import { describeOnBothStores } from "../support/stores.ts";

/** Streets are what a release takes its box from. */
const road = { ...streets().baseFeatures[0] };
const feature = (layer: BaseLayer, kind: string, name: string | null, geometry: Geometry) => ({
  layer,
  kind,
  name,
  geometry,
});
/** A line from south to north. */
const upright = (lon: number): Geometry => ({
  type: "LineString",
  coordinates: [
    [lon, -1],
    [lon, 1],
  ],
});

describeOnBothStores("barriers", (store) => {
  it("are water, railways and motor roads that a straight line crosses, each once, by line", async () => {
    const base = [
      feature("water", "river", "金水河", upright(1)),
      feature("water", "river", "金水河", upright(1.01)),
      feature("water", "water", null, box(1.1, -1, 1.2, 1)),
      feature("water", "water", "小池塘", box(1.3, -0.0001, 1.3009, 0.0001)),
      feature("water", "ditch", "沟", upright(1.35)),
      feature("railway", "rail", "陇海铁路", upright(2)),
      feature("railway", "subway", "1号线", upright(2.1)),
      feature("railway", "tram", "有轨电车", upright(2.2)),
      feature("street", "motorway", "绕城高速", upright(3)),
      feature("street", "trunk", null, upright(3.1)),
      feature("street", "residential", "文化路", upright(3.2)),
      feature("green", "park", "公园", box(3.3, -1, 3.4, 1)),
    ];
    await writeImport(store.db, importOf("town", { streets: { ...streets(), baseFeatures: base } }));
    await writeImport(
      store.db,
      importOf("elsewhere", {
        streets: { ...streets(), baseFeatures: [road, feature("water", "river", "别处河", upright(1))] },
      }),
    );
    const { releaseId } = (await currentRelease(store.db, "town"))!;
    const found = await barriersAcross(store.db, releaseId, [
      [
        [0, 0],
        [4, 0],
      ],
      [
        [0, 0],
        [0.5, 0],
      ],
      [
        [2.5, 0],
        [1.5, 0.5],
      ],
      [
        [0, 0],
        [1, 0],
      ],
    ]).execute();
    expect(found.map(({ line, kind, name }) => [line, kind, name])).toEqual([
      [0, "motorway", "绕城高速"],
      [0, "motorway", null],
      [0, "railway", "陇海铁路"],
      [0, "water", "金水河"],
      [0, "water", null],
      [2, "railway", "陇海铁路"],
      [3, "water", "金水河"],
    ]);
  });
});
