/** What the page of siting is asked survives the address bar, whatever the ids hold. */
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  DEFAULT_SITING,
  FOUND_SOURCES,
  OBJECTIVES,
  PICTURES,
  type SitingAsked,
} from "../../../../../web/state/siting/asked.ts";
import { DEFAULT_VIEW, readView, writeView } from "../../../../../web/state/view.ts";

const id = fc
  .string({ minLength: 1, maxLength: 30, unit: fc.constantFrom("a", "铺", "|", "%", ",", "@", "7", "C", " ", "&") })
  .filter((text) => text !== "none");
const count = (least: number, most: number) => fc.integer({ min: least, max: most });
const asked: fc.Arbitrary<SitingAsked> = fc.record({
  solve: fc.boolean(),
  objective: fc.constantFrom(...OBJECTIVES),
  sites: fc.option(count(1, 1000)),
  share: count(1, 100),
  spacingM: fc.option(count(1, 100_000)),
  rule: fc.option(fc.constantFrom("jinshui-2013-clinic")),
  mostPerCommunity: fc.option(count(1, 1000)),
  onePerCommunity: fc.boolean(),
  equity: fc.boolean(),
  elderlyWeight: count(1, 100),
  budget: fc.option(count(0, 1e9)),
  capacities: fc.boolean(),
  sources: fc.subarray([...FOUND_SOURCES]),
  latticeM: count(10, 5000),
  most: count(1, 5000),
  signed: fc.option(fc.array(id, { maxLength: 4 })),
  premises: fc.option(fc.constantFrom("k3f9a")),
  force: fc.array(id, { maxLength: 4 }),
  forbid: fc.array(id, { maxLength: 4 }),
  seconds: count(0, 600),
  site: fc.option(id),
  picture: fc.constantFrom(...PICTURES),
});

it("reads back every question that it wrote", () => {
  fc.assert(
    fc.property(asked, (siting) => {
      const { view, unread } = readView(writeView({ ...DEFAULT_VIEW, siting }));
      expect(unread).toEqual([]);
      expect(view.siting).toEqual(siting);
    }),
  );
});

it("keeps ids of candidates readable", () => {
  const siting = { ...DEFAULT_SITING, force: ["corner@113.662000,34.751000"] };
  expect(writeView({ ...DEFAULT_VIEW, siting })).toBe("?force=corner@113.662000,34.751000");
});

it.each([
  ["sites=0", "sites"],
  ["sites=many", "sites"],
  ["objective=most", "objective"],
  ["from=gate,moon", "from"],
  ["share=101", "share"],
  ["forbid=a||b", "forbid"],
  ["seconds=-1", "seconds"],
  ["budget=1e9", "budget"],
  ["premises=../x", "premises"],
])("names %s as unread and takes the default", (search, name) => {
  const { view, unread } = readView(`?${search}`);
  expect(unread).toEqual([name]);
  expect(view.siting).toEqual(DEFAULT_SITING);
});
