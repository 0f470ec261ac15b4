import { expect, it } from "vitest";
import { addressOf } from "../../../../server/import/osm/tags.ts";

const addressed = (tags: Record<string, string>) =>
  addressOf(new Map(Object.entries(tags).map(([key, value]) => [`addr:${key}`, value])));

it.each([
  [{ full: " 人民路8号 ", street: "人民路" }, "人民路8号"],
  [{ full: "  ", street: "人民路 ", housenumber: " 8" }, "人民路 8"],
  [{ street: "人民路", place: "东村" }, "人民路"],
  [{ street: " ", place: "东村", housenumber: "8" }, "东村 8"],
  // A number without its street is no address.
  [{ housenumber: "12" }, null],
  [{ street: " ", housenumber: "12" }, null],
  [{}, null],
])("of %j the address is %j", (tags, address) => {
  expect(addressed(tags as Record<string, string>)).toBe(address);
});
