import { expect, it } from "vitest";
import { proposedId } from "../../../../web/pages/data/proposed-id.ts";

it.each([
  ["Malta", "malta-2016.osm.pbf", [], "malta"],
  ["Évora (centro)", null, [], "evora-centro"],
  ["金水区", "jinshui.osm.pbf", [], "jinshui"],
  ["", "Porto Alegre_2016.osm", [], "porto-alegre-2016"],
  ["金水区", "道路.osm", [], ""],
  ["", null, [], ""],
  ["Malta", null, ["malta", "malta-2"], "malta-3"],
  ["x".repeat(80), null, ["x".repeat(63)], `${"x".repeat(61)}-2`],
] as const)("a new area called %j with the extract %j beside %j may be %j", (name, extract, taken, id) => {
  expect(proposedId(name, extract, taken)).toBe(id);
});
