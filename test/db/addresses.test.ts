/** The address that a place without one of its own is found by. */
import { beforeAll, expect, it } from "vitest";
import type { LonLat } from "../../server/base/lon-lat.ts";
import { nearestAddresses } from "../../server/store/addresses.ts";
import { writeImport } from "../../server/store/write/write-import.ts";
import { facility, importOf, residence, rowsOf, streets } from "../support/prepared-import.ts";
import { describeOnBothStores } from "../support/stores.ts";

/** On the equator a thousandth of a degree of longitude is 111.3 m. */
const M = 1 / 111_319.49;

describeOnBothStores("addresses near a place", (store) => {
  let releaseId = 0;

  beforeAll(async () => {
    const shop = (ref: string, lon: number, address: string | null) => ({
      ...facility(ref, "clinic", lon, 0),
      address,
    });
    // An older release of the same area, whose addresses are no more.
    await writeImport(
      store.db,
      importOf("town", {
        streets: streets(),
        facilitiesOsm: rowsOf("facilities_osm", [shop("old", 0.5, "旧路 1 号")]),
      }),
    );
    const written = await writeImport(
      store.db,
      importOf("town", {
        streets: streets(),
        facilitiesOsm: rowsOf("facilities_osm", [
          shop("a", 0.5 + 30 * M, "甲路 1 号"),
          shop("silent", 0.5 + 5 * M, null),
          shop("blank", 0.5 + 6 * M, ""),
          shop("far", 0.5 - 60 * M, "远路 9 号"),
          shop("same", 0.7, "丙路 3 号"),
        ]),
        residencesOsm: rowsOf("residences_osm", [
          { ...residence("home", 0.5 + 20 * M, 0), address: "乙路 2 号" },
          { ...residence("twin", 0.7, 0), address: "丙路 2 号" },
          { ...residence("twin-2", 0.7, 0), address: " 丙路 1 号 " },
          { ...residence("number", 0.5 + 10 * M, 0), address: "12" },
          { ...residence("numbers", 0.5 + 11 * M, 0), address: " 12-3 号楼" },
          { ...residence("spaces", 0.5 + 12 * M, 0), address: "  " },
          {
            ...residence("gated", 0.8, 0),
            address: "丁路 1 号",
            entrances: [
              [0.8, 0.0001],
              [0.8 + 3 * M, 0],
            ],
          },
          { ...residence("street", 0.95, 0), address: "12 Main St" },
        ]),
      }),
    );
    releaseId = written.releaseId;
  });

  async function near(places: readonly LonLat[], radiusM: number) {
    const asked = places.map((position) => ({ position, facility: null }));
    const { rows } = await nearestAddresses(releaseId, asked, radiusM).execute(store.db);
    return rows.map(({ place, address, metres }) => [place, address, Math.round(metres)]);
  }

  it("is that of the nearest facility or home that states one", async () => {
    expect(
      await near(
        [
          [0.5, 0],
          [0.5 - 40 * M, 0],
          [0.5 + 30 * M, 0],
        ],
        100,
      ),
    ).toEqual([
      [0, "乙路 2 号", 20],
      [1, "远路 9 号", 20],
      [2, "甲路 1 号", 0],
    ]);
  });

  it("is none beyond the radius, and of equally near ones the first by its letters", async () => {
    expect(
      await near(
        [
          [0.5, 0],
          [0.7, 0],
          [0.9, 0],
        ],
        19,
      ),
    ).toEqual([[1, "丙路 1 号", 0]]);
    expect(await near([], 100)).toEqual([]);
  });

  it("that is stated is one: no blank, no number without its street", async () => {
    expect(await near([[0.5 + 11 * M, 0]], 100)).toEqual([[0, "乙路 2 号", 9]]);
    expect(await near([[0.95, 0]], 100)).toEqual([[0, "12 Main St", 0]]);
  });

  it("is the place's own where it is that facility, or an entrance of that residence, and a neighbour's elsewhere", async () => {
    const places = [
      { position: [0.7, 0], facility: "same" },
      { position: [0.7, 0], facility: "silent" },
      { position: [0.8 + 3 * M, 0], facility: null },
      { position: [0.8 + 2 * M, 0], facility: null },
    ] as const;
    const { rows } = await nearestAddresses(releaseId, places, 100).execute(store.db);
    expect(rows.map(({ address, own }) => [address, own])).toEqual([
      ["丙路 3 号", true],
      ["丙路 1 号", false],
      ["丁路 1 号", true],
      ["丁路 1 号", false],
    ]);
  });
});
