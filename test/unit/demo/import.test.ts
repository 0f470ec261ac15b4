import { beforeAll, describe, expect, it } from "vitest";
import type { DemoFiles } from "../../../data/demo/build.ts";
import { parseCrs } from "../../../server/base/crs.ts";
import { readBoundary } from "../../../server/import/boundaries/read-boundary.ts";
import { readUnits } from "../../../server/import/boundaries/read-units.ts";
import { loadCatalogue } from "../../../server/import/categories.ts";
import { readOsm } from "../../../server/import/osm/read-osm.ts";
import { readFacilities } from "../../../server/import/tables/read-facilities.ts";
import { readResidences } from "../../../server/import/tables/read-residences.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { buildInTemporaryFolder } from "./read-town.ts";

let files: DemoFiles["files"];
beforeAll(async () => {
  ({ files } = await buildInTemporaryFolder());
}, 60_000);

describe("the import of a district, given the demo town", () => {
  it("takes every street, finds water, green and railway, and builds the network", async () => {
    const extract = await readOsm(files.streets.path, await loadCatalogue());
    expect([extract.notes, extract.facilities.refusals, extract.residences.refusals]).toEqual([[], [], []]);
    expect(new Set(extract.baseFeatures.map(({ layer }) => layer))).toEqual(
      new Set(["street", "building", "water", "green", "railway"]),
    );
    // The town, the island in the lake and the compound whose gates are locked.
    expect(buildNetwork(extract.streets).componentCount).toBeGreaterThanOrEqual(3);
  }, 60_000);

  it("refuses no row of the tables", async () => {
    const catalogue = await loadCatalogue();
    const facilities = await readFacilities(files.facilities.path, { crs: parseCrs(files.facilities.crs), catalogue });
    const residences = await readResidences(files.residences.path, { crs: parseCrs(files.residences.crs) });
    expect(residences.refusals).toEqual([]);
    // The recipe words the hours of one clinic so that nobody can read them; the clinic itself is taken.
    expect(facilities.refusals.map(({ reason, value }) => [reason, value])).toEqual([
      ["hours_unreadable", "营业时间请电话咨询"],
    ]);
    expect(residences.rows.every(({ households, residents }) => households !== null && residents !== null)).toBe(true);
  });

  it("takes 27 units and the boundary", async () => {
    const crs = parseCrs(files.communities.crs);
    const units = await readUnits(files.communities.path, { crs });
    expect([units.refusals, units.rows.length]).toEqual([[], 27]);
    const boundary = await readBoundary(files.boundary.path, { crs });
    expect(boundary.coordinates).toHaveLength(1);
  });
});
