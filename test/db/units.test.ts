/** Which units and places a release consists of: communities, subdistricts, borders, boundaries. */
import { expect, it } from "vitest";
import { currentRelease } from "../../server/store/areas.ts";
import { facilityColumns, facilityPage } from "../../server/store/facilities.ts";
import { residencePage } from "../../server/store/residences.ts";
import { units } from "../../server/store/units.ts";
import { writeImport } from "../../server/store/write/write-import.ts";
import {
  box,
  community,
  dataset,
  facility,
  importOf,
  residence,
  rowsOf,
  streets,
  subdistrict,
} from "../support/prepared-import.ts";
import { describeOnBothStores, type TestStore } from "../support/stores.ts";

const ALL = { after: 0, limit: 1000 };

async function facilityRefs(store: TestStore, areaId: string): Promise<string[]> {
  const release = await currentRelease(store.db, areaId);
  return (await facilityPage(store.db, release!.releaseId, ALL).execute()).map(({ ref }) => ref).sort();
}

async function residenceRows(store: TestStore, areaId: string) {
  const release = await currentRelease(store.db, areaId);
  return residencePage(store.db, release!.releaseId, ALL).execute();
}

describeOnBothStores("units", (store) => {
  const west = box(0, 0, 1, 1);
  const east = box(1, 0, 2, 1);

  it("a point on a shared border belongs to the lowest ref, in every order of import", async () => {
    for (const [areaId, order] of [
      ["forward", ["b", "a"]],
      ["backward", ["a", "b"]],
    ] as const) {
      const shapes = { a: community("a", east), b: community("b", west) };
      await writeImport(
        store.db,
        importOf(areaId, {
          streets: streets(),
          communitiesFile: rowsOf(
            "communities_file",
            order.map((ref) => shapes[ref]),
          ),
          residencesFile: rowsOf("residences_file", [
            residence("in-west", 0.5, 0.5),
            residence("on-border", 1, 0.5),
            residence("on-corner", 2, 1),
            residence("outside", 2.000001, 0.5),
          ]),
          facilitiesFile: rowsOf("facilities_file", [facility("f", "clinic", 1, 0)]),
        }),
      );
      const rows = await residenceRows(store, areaId);
      expect(rows.map(({ ref, communityRef, communityName }) => [ref, communityRef, communityName])).toEqual([
        ["in-west", "b", "b社区"],
        ["on-border", "a", "a社区"],
        ["on-corner", "a", "a社区"],
        ["outside", null, null],
      ]);
      const release = await currentRelease(store.db, areaId);
      const [only] = await facilityPage(store.db, release!.releaseId, ALL).execute();
      expect(only.communityRef).toBe("a");
    }
  });

  it("a community belongs to the subdistrict that it names, else to the one under its middle", async () => {
    await writeImport(
      store.db,
      importOf("nested", {
        streets: streets(),
        communitiesFile: rowsOf("communities_file", [
          subdistrict("W", box(0, 0, 1.1, 1)),
          subdistrict("E", box(1.1, 0, 3, 1)),
          community("c1", box(0, 0, 0.5, 1), "E街道"),
          community("c2", box(0.9, 0, 2, 1)),
          community("c3", box(5, 5, 6, 6)),
        ]),
        residencesFile: rowsOf("residences_file", [
          residence("in-c1", 0.2, 0.5),
          residence("in-c2-over-W", 1.05, 0.5),
          residence("in-W-alone", 0.7, 0.5),
        ]),
      }),
    );
    const release = await currentRelease(store.db, "nested");
    const list = await units(store.db, release!.releaseId).execute();
    expect(list.map(({ ref, level, parentRef }) => [ref, level, parentRef])).toEqual([
      ["E", "subdistrict", null],
      ["W", "subdistrict", null],
      ["c1", "community", "E"],
      ["c2", "community", "E"],
      ["c3", "community", null],
    ]);
    expect(list[0].bbox).toEqual([1.1, 0, 3, 1]);
    expect(release?.counts).toMatchObject({ communities: 3, subdistricts: 2 });
    const rows = await residenceRows(store, "nested");
    expect(rows.map(({ ref, communityRef, subdistrictRef }) => [ref, communityRef, subdistrictRef])).toEqual([
      ["in-c1", "c1", "E"],
      ["in-c2-over-W", "c2", "E"],
      ["in-W-alone", null, "W"],
    ]);
  });

  it("a subdistrict that is named but not drawn is the union of its communities", async () => {
    await writeImport(
      store.db,
      importOf("named", {
        streets: streets(),
        communitiesOsm: rowsOf("communities_osm", [subdistrict("osm-S", box(0, 0, 9, 9)), community("osm-c", west)]),
        communitiesFile: rowsOf("communities_file", [community("c1", west, "东风"), community("c2", east, "东风")]),
      }),
    );
    const release = await currentRelease(store.db, "named");
    const list = await units(store.db, release!.releaseId).execute();
    expect(list.map(({ ref, name, derived, parentName, bbox }) => [ref, name, derived, parentName, bbox])).toEqual([
      ["subdistrict/东风", "东风", true, null, [0, 0, 2, 1]],
      ["c1", "c1社区", false, "东风", [0, 0, 1, 1]],
      ["c2", "c2社区", false, "东风", [1, 0, 2, 1]],
    ]);
    expect(release?.datasets.find(({ kind }) => kind === "communities_osm")?.setAside).toEqual({
      communities_file_given: 1,
      subdistricts_file_given: 1,
    });
  });

  it("a unit that crosses itself is set aside and told", async () => {
    const bowTie = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    const crossing = community("x", { type: "MultiPolygon", coordinates: [[bowTie]] }, "东风");
    const written = await writeImport(
      store.db,
      importOf("crossing", { streets: streets(), communitiesFile: rowsOf("communities_file", [crossing]) }),
    );
    expect(written.datasets[0].setAside).toEqual({ shape_crosses_itself: 1 });
    expect(written.counts).toMatchObject({ communities: 0, subdistricts: 0 });
  });

  it("a boundary file leaves out residences and units beyond it, and keeps facilities", async () => {
    const written = await writeImport(
      store.db,
      importOf("bounded", {
        streets: streets(),
        boundary: { ...dataset("boundary_file", 1), geometry: west },
        communitiesFile: rowsOf("communities_file", [community("w", west), community("e", east)]),
        residencesFile: rowsOf("residences_file", [
          residence("inside", 0.5, 0.5),
          residence("on-it", 1, 0.5),
          residence("beyond", 1.5, 0.5),
        ]),
        facilitiesFile: rowsOf("facilities_file", [
          facility("beyond", "clinic", 1.2, 0.5),
          facility("inside", "clinic", 0.2, 0.5),
          facility("on-it", "clinic", 1, 0.5),
        ]),
      }),
    );
    expect((await residenceRows(store, "bounded")).map(({ ref }) => ref)).toEqual(["inside", "on-it"]);
    expect(await facilityRefs(store, "bounded")).toEqual(["beyond", "inside", "on-it"]);
    const release = await currentRelease(store.db, "bounded");
    const { refs, beyond } = await facilityColumns(store.db, release!.releaseId);
    expect(refs.map((ref, f) => [ref, beyond?.[f]])).toEqual([
      ["beyond", 1],
      ["inside", 0],
      ["on-it", 0],
    ]);
    expect(written.datasets.map(({ kind, setAside }) => [kind, setAside])).toEqual([
      ["boundary_file", {}],
      ["communities_file", { outside_boundary: 1 }],
      ["facilities_file", {}],
      ["residences_file", { outside_boundary: 1 }],
      ["streets", {}],
    ]);
    expect((await currentRelease(store.db, "bounded"))?.bbox).toEqual([0, 0, 1, 1]);
  });
});
