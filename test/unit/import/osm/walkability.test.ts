/** Every sentence of the design's "Walkable ways", one row each. */
import { describe, expect, it } from "vitest";
import { gateAt, walkability } from "../../../../server/import/osm/walkability.ts";
import { tagsOf } from "./osm-file.ts";

/** `key=value` words → `out`, or `in`/`private` with `>` or `<` where one direction alone is open, and `steps`. */
function verdict(line: string): string {
  const walk = walkability(tagsOf(pairs(line)));
  if (!walk) return "out";
  const direction = walk.forward && walk.backward ? "" : walk.forward ? " >" : " <";
  return `${walk.private ? "private" : "in"}${direction}${walk.steps ? " steps" : ""}`;
}

function pairs(line: string): Record<string, string> {
  return Object.fromEntries(line.split(" ").map((pair) => pair.split("=") as [string, string]));
}

const MOTOR_ROADS = ["motorway", "motorway_link", "trunk", "trunk_link"];

describe("out", () => {
  it.each(MOTOR_ROADS)("%s, unless foot allows or there is a sidewalk", (road) => {
    expect(verdict(`highway=${road}`)).toBe("out");
    for (const foot of ["yes", "designated", "permissive"]) expect(verdict(`highway=${road} foot=${foot}`)).toBe("in");
    for (const foot of ["no", "private", "destination", "use_sidepath", "unknown"])
      expect(verdict(`highway=${road} foot=${foot}`)).toBe("out");
    for (const side of ["both", "left", "right", "yes"]) expect(verdict(`highway=${road} sidewalk=${side}`)).toBe("in");
    for (const side of ["no", "none", "separate"]) expect(verdict(`highway=${road} sidewalk=${side}`)).toBe("out");
    expect(verdict(`highway=${road} sidewalk=both foot=no`)).toBe("out");
    expect(verdict(`highway=${road} sidewalk=separate foot=yes`)).toBe("in");
  });

  it.each(["construction", "proposed", "abandoned", "raceway", "bus_guideway"])(
    "%s, whatever else is tagged",
    (kind) => {
      expect(verdict(`highway=${kind}`)).toBe("out");
      expect(verdict(`highway=${kind} foot=yes sidewalk=both`)).toBe("out");
    },
  );

  it.each([
    ["highway=footway foot=no", "out"],
    ["highway=residential foot=use_sidepath", "out"],
    ["highway=residential access=no", "out"],
    ["highway=residential access=no foot=yes", "in"],
    ["highway=residential access=no foot=designated", "in"],
    ["highway=residential access=no foot=permissive", "in"],
    ["highway=residential access=no foot=private", "out"],
    ["highway=residential access=no foot=destination", "out"],
    ["highway=trunk access=no sidewalk=both", "out"],
    ["railway=platform foot=no", "out"],
    ["man_made=pier access=no", "out"],
    ["building=yes", "out"],
    ["railway=rail", "out"],
    ["waterway=river foot=yes", "out"],
    ["public_transport=stop_position", "out"],
  ])("%s: %s", (line, expected) => {
    expect(verdict(line)).toBe(expected);
  });
});

describe("private", () => {
  it.each([
    ["highway=service foot=private", "private"],
    ["highway=service access=private", "private"],
    ["highway=service access=private foot=yes", "in"],
    ["highway=service access=private foot=designated", "in"],
    ["highway=service access=private foot=permissive", "in"],
    ["highway=service access=private foot=no", "out"],
    ["highway=service access=private foot=destination", "private"],
    ["highway=service access=yes foot=private", "private"],
    ["highway=steps access=private", "private steps"],
    ["highway=motorway access=private", "out"],
    ["highway=trunk access=private sidewalk=right", "private"],
    ["railway=platform access=private", "private"],
    ["highway=footway access=private oneway:foot=yes", "private >"],
  ])("%s: %s", (line, expected) => {
    expect(verdict(line)).toBe(expected);
  });
});

describe("in", () => {
  it.each([
    "primary",
    "secondary",
    "tertiary",
    "unclassified",
    "residential",
    "living_street",
    "service",
    "pedestrian",
    "track",
    "footway",
    "path",
    "cycleway",
    "bridleway",
    "corridor",
    "elevator",
    "busway",
    "road",
    "platform",
    "via_ferrata",
  ])("everything else tagged highway: %s", (highway) => {
    expect(verdict(`highway=${highway}`)).toBe("in");
  });

  it.each([
    ["railway=platform", "in"],
    ["public_transport=platform", "in"],
    ["man_made=pier", "in"],
    ["highway=pedestrian area=yes", "in"],
    ["highway=steps", "in steps"],
    ["highway=residential access=destination", "in"],
    ["highway=residential access=customers", "in"],
    ["highway=residential access=delivery", "in"],
    ["highway=residential foot=destination", "in"],
    ["highway=residential sidewalk=no", "in"],
    ["highway=residential sidewalk=separate", "in"],
    ["highway=cycleway motor_vehicle=no", "in"],
  ])("%s: %s", (line, expected) => {
    expect(verdict(line)).toBe(expected);
  });
});

describe("direction", () => {
  it.each([
    ["highway=residential oneway=yes", "in"],
    ["highway=footway oneway=yes", "in"],
    ["highway=footway oneway=-1", "in"],
    ["highway=steps oneway=yes conveying=forward", "in steps"],
    ["junction=roundabout highway=primary", "in"],
    ["highway=footway oneway:foot=yes", "in >"],
    ["highway=footway oneway:foot=1", "in >"],
    ["highway=footway oneway:foot=true", "in >"],
    ["highway=footway oneway:foot=-1", "in <"],
    ["highway=footway oneway:foot=reverse", "in <"],
    ["highway=footway oneway:foot=no", "in"],
    ["highway=residential oneway=yes oneway:foot=no", "in"],
    ["highway=footway foot:forward=no", "in <"],
    ["highway=footway foot:backward=no", "in >"],
    ["highway=footway foot:forward=use_sidepath", "in <"],
    ["highway=footway foot:forward=yes", "in"],
    ["highway=footway foot:forward=no foot:backward=no", "out"],
    ["highway=footway oneway:foot=yes foot:forward=no", "out"],
    ["highway=footway oneway:foot=-1 foot:backward=yes", "in <"],
  ])("%s: %s", (line, expected) => {
    expect(verdict(line)).toBe(expected);
  });
});

describe("barriers", () => {
  it.each([
    ["barrier=gate", "open"],
    ["barrier=bollard", "open"],
    ["barrier=gate foot=no", "blocked"],
    ["barrier=gate access=no", "blocked"],
    ["barrier=gate access=no foot=yes", "open"],
    ["barrier=gate access=no foot=designated", "open"],
    ["barrier=gate access=no foot=permissive", "open"],
    ["barrier=gate access=no foot=private", "blocked"],
    ["barrier=gate access=private", "private"],
    ["barrier=gate foot=private", "private"],
    ["barrier=gate access=private foot=yes", "open"],
    ["barrier=wall foot=no", "blocked"],
    ["highway=crossing foot=no", "open"],
    ["access=no", "open"],
  ])("%s: %s", (line, expected) => {
    expect(gateAt(tagsOf(pairs(line)))).toBe(expected);
  });
});
