import { describe, expect, it } from "vitest";
import { takeStreets } from "../../../../server/import/osm/streets.ts";
import { kindFlags } from "../../../../server/import/osm/way-kinds.ts";
import { NodeFlag, WayFlag } from "../../../../server/import/rows.ts";
import { type Drawing, elementsOf, type Pairs, tagsOf } from "./osm-file.ts";

const NODES: Drawing["nodes"] = { 1: [14.1, 35], 2: [14.101, 35], 3: [14.102, 35], 4: [14.103, 35], 5: [14.104, 35] };
const { UNLIT, ROUGH, LIFT, LARGE_ROAD, CARRIAGEWAY } = WayFlag;

describe("what a way is like", () => {
  it.each<[Pairs, number]>([
    [{ highway: "footway" }, 0],
    [{ highway: "footway", lit: "yes", surface: "asphalt" }, 0],
    [{ highway: "footway", lit: "no" }, UNLIT],
    [{ highway: "path", surface: "gravel" }, ROUGH],
    [{ highway: "path", surface: "sett" }, 0],
    [{ highway: "path", smoothness: "very_bad", lit: "no" }, ROUGH | UNLIT],
    [{ highway: "elevator" }, LIFT],
    [{ highway: "primary" }, LARGE_ROAD],
    [{ highway: "secondary", oneway: "yes" }, LARGE_ROAD | CARRIAGEWAY],
    [{ highway: "trunk", oneway: "-1" }, LARGE_ROAD | CARRIAGEWAY],
    [{ highway: "tertiary", oneway: "yes" }, 0],
    [{ highway: "primary_link" }, 0],
  ])("%j", (tags, flags) => expect(kindFlags(tagsOf(tags))).toBe(flags));

  it("marks the nodes of large roads and lifts, also where the road itself may not be walked", async () => {
    const { streets } = await takeStreets(
      await elementsOf({
        nodes: { ...NODES, 5: [14.104, 35, { highway: "elevator" }] },
        ways: {
          10: ["1 2 3 4 5", { highway: "footway" }],
          11: ["2", { highway: "trunk", foot: "no" }],
          12: ["3", { highway: "primary", foot: "no", oneway: "yes" }],
          13: ["4", { highway: "elevator", access: "no" }],
        },
      }),
    );
    const { LARGE_ROAD: road, CARRIAGEWAY: half, LIFT: lift } = NodeFlag;
    expect([...streets.nodeFlags]).toEqual([0, road, half, lift, lift]);
  });
});

describe("steps", () => {
  const stepsOf = async (tags: Pairs) => {
    const { streets, notes } = takeStreets(await elementsOf({ nodes: NODES, ways: { 10: ["1 2 3", tags] } }));
    return { perKm: streets.wayStepsPerKm[0], notes: notes.map(({ reason, value }) => `${reason} ${value}`) };
  };
  // 182.6 m.
  it("are told by the kilometre of their way", async () => {
    expect(await stepsOf({ highway: "steps", step_count: "365" })).toEqual({ perKm: 1999, notes: [] });
  });
  it("that nobody counted are 0, as is any other way", async () => {
    expect(await stepsOf({ highway: "steps" })).toEqual({ perKm: 0, notes: [] });
    expect(await stepsOf({ highway: "path", step_count: "9" })).toEqual({ perKm: 0, notes: [] });
  });
  it.each(["many", "0", "-3", "12.5", "99999"])("counted as %s are not counted, and noted", async (step_count) => {
    expect(await stepsOf({ highway: "steps", step_count })).toEqual({
      perKm: 0,
      notes: [`step_count_unreadable ${step_count}`],
    });
  });
});
