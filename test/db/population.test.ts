/** A population file in a release: shared out over its homes at import, and again whenever the homes change. */
import { latLngToCell } from "h3-js";
import { expect, it } from "vitest";
import { asResidence } from "../../server/api/places.ts";
import type { CellPopulation } from "../../server/import/population/population.ts";
import { readPopulation, writePopulation } from "../../server/import/population/population-block.ts";
import { sharePeople } from "../../server/import/population/share-people.ts";
import type { ResidenceRow } from "../../server/import/rows.ts";
import { currentRelease } from "../../server/store/areas.ts";
import { ResidenceFlag, residenceColumns, residencePage } from "../../server/store/residences.ts";
import type { SharePopulation } from "../../server/store/write/share-population.ts";
import { writeImport } from "../../server/store/write/write-import.ts";
import { box, dataset, importOf, residence, rowsOf, streets } from "../support/prepared-import.ts";
import { describeOnBothStores, type TestStore } from "../support/stores.ts";

const share: SharePopulation = (block, homes) => sharePeople(readPopulation(block), homes);

/** One cell at the middle of things, and one where nobody lives. */
const POPULATION: CellPopulation = {
  form: "cells",
  resolution: 7,
  cells: [latLngToCell(0.5, 0.5, 7), latLngToCell(0.9, 0.9, 7)],
  people: Float64Array.from([100, 11]),
  ages: new Map([["from_60", Float64Array.from([20, 1])]]),
};

/** A home in the cell of which nothing is known but what is said. */
function home(ref: string, people: Partial<ResidenceRow>): ResidenceRow {
  return { ...residence(ref, 0.5, 0.5, null), ...people };
}
const floor = (ref: string, residents: number) => home(ref, { households: 1, residents, estimated: true });

async function seen(store: TestStore, area = "town") {
  const release = await currentRelease(store.db, area);
  const rows = await residencePage(store.db, release!.releaseId, { after: 0, limit: 100 }).execute();
  return {
    release: release!,
    rows: rows
      .map(asResidence)
      .map(({ ref, residents, ages, peopleSource, estimates }) => [ref, residents, ages, peopleSource, estimates]),
  };
}

describeOnBothStores("a population file", (store) => {
  it("is shared out over the homes of the release", async () => {
    const written = await writeImport(
      store.db,
      importOf("town", {
        streets: streets(),
        residencesOsm: rowsOf("residences_osm", [
          floor("a", 30),
          { ...floor("b", 10), flatsCounted: true },
          { ...floor("far", 7), position: [0, 0] },
        ]),
        population: { ...dataset("population_file", 2), block: writePopulation(POPULATION) },
      }),
      { share },
    );
    const { release, rows } = await seen(store);
    expect(rows).toEqual([
      ["a", 75, { from_60: 15 }, "cells", ["households", "residents", "ages"]],
      ["b", 25, { from_60: 5 }, "cells", ["residents", "ages"]],
      ["far", 7, null, "footprint", ["households", "residents"]],
    ]);
    expect(release.counts).toMatchObject({ residents: 107, households: 3 });
    expect(release.people).toEqual(written.people);
    expect(release.people).toMatchObject({
      given: { residences: 0, residents: 0 },
      footprint: { residences: 1, residents: 7 },
      cells: { residences: 2, residents: 100 },
      sharing: { homesOutside: 1, residents: { people: 111, shared: 100, withoutHomes: 11 } },
    });
    const columns = await residenceColumns(store.db, release.releaseId);
    expect([[...columns.residents], [...columns.ages.get("from_60")!]]).toEqual([
      [75, 25, 7],
      [15, 5, -1],
    ]);
  });

  it("is shared out anew when a later import brings other homes", async () => {
    await writeImport(
      store.db,
      importOf("town", {
        residencesFile: rowsOf("residences_file", [
          home("counted", { households: 9, residents: 40, ages: { from_60: 18 } }),
          home("households", { households: 5 }),
          home("bare", {}),
          { ...home("elsewhere", { households: 4 }), position: [0, 0] },
        ]),
      }),
      { share },
    );
    const { release, rows } = await seen(store);
    expect(rows).toEqual([
      ["counted", 40, { from_60: 18 }, "given", []],
      ["households", 30, { from_60: 1 }, "cells", ["residents", "ages"]],
      ["bare", 30, { from_60: 1 }, "cells", ["residents", "ages"]],
      ["elsewhere", null, null, null, []],
    ]);
    expect(release.counts.residents).toBe(100);
    expect(release.people).toMatchObject({
      given: { residences: 1, residents: 40 },
      cells: { residences: 2, residents: 60 },
      unknown: { residences: 1, households: 4 },
      sharing: { homesUnweighed: 1, residents: { given: 40, shared: 60 } },
    });
  });

  it("estimates the age groups alone of a home whose people are given", async () => {
    await writeImport(
      store.db,
      importOf("given", {
        streets: streets(),
        residencesFile: rowsOf("residences_file", [home("told", { households: 40, residents: 100 })]),
        population: { ...dataset("population_file", 2), block: writePopulation(POPULATION) },
      }),
      { share },
    );
    const { release, rows } = await seen(store, "given");
    expect(rows).toEqual([["told", 100, { from_60: 20 }, "given", ["ages"]]]);
    const { flags } = await residenceColumns(store.db, release.releaseId);
    expect([...flags]).toEqual([ResidenceFlag.FROM_FILE + ResidenceFlag.AGES_ESTIMATED]);
  });

  it("that says nothing of age groups estimates none, where it sets a home's own aside either", async () => {
    const counted = (ref: string, ages: ResidenceRow["ages"]) => home(ref, { households: 10, ages });
    await writeImport(
      store.db,
      importOf("aged", {
        streets: streets(),
        residencesFile: rowsOf("residences_file", [
          counted("all too many", { from_60: 60 }),
          counted("one too many", { from_60: 60, under_3: 4 }),
          counted("kept", { from_60: 50 }),
        ]),
        population: {
          ...dataset("population_file", 2),
          block: writePopulation({ ...POPULATION, people: Float64Array.from([150, 11]), ages: new Map() }),
        },
      }),
      { share },
    );
    const { release, rows } = await seen(store, "aged");
    expect(rows).toEqual([
      ["all too many", 50, {}, "cells", ["residents"]],
      ["one too many", 50, { under_3: 4 }, "cells", ["residents"]],
      ["kept", 50, { from_60: 50 }, "cells", ["residents"]],
    ]);
    const { flags } = await residenceColumns(store.db, release.releaseId);
    expect(new Set(flags)).toEqual(new Set([ResidenceFlag.FROM_FILE + ResidenceFlag.FROM_CELLS]));
  });

  it("leaves the store as it was where nothing is given to share it out with", async () => {
    const before = await seen(store);
    const again = importOf("town", { residencesFile: rowsOf("residences_file", [home("x", {})]) });
    await expect(writeImport(store.db, again)).rejects.toThrow("population");
    expect(await seen(store)).toEqual(before);
  });

  it("of a cell across the boundary goes to the homes on both sides, and only those inside are the area's", async () => {
    const across = 0.5005;
    expect(latLngToCell(0.5, across, 7)).toBe(POPULATION.cells[0]);
    const written = await writeImport(
      store.db,
      importOf("bounded", {
        streets: streets(),
        boundary: { ...dataset("boundary_file", 1), geometry: box(0, 0, 0.5, 1) },
        residencesFile: rowsOf("residences_file", [
          home("inside", { households: 3 }),
          { ...home("beyond", { households: 5 }), position: [across, 0.5] },
          { ...home("stated", { residents: 20 }), position: [across, 0.5] },
        ]),
        population: { ...dataset("population_file", 2), block: writePopulation(POPULATION) },
      }),
      { share },
    );
    expect(written.counts).toMatchObject({ residences: 1, residents: 30 });
    expect(written.people).toMatchObject({
      cells: { residences: 1, residents: 30 },
      sharing: {
        ...{ homesShared: 2, homesGiven: 1, homesBeyond: 1, residentsBeyond: 50 },
        residents: { people: 111, shared: 80, given: 20, withoutHomes: 11 },
      },
    });
  });
});
