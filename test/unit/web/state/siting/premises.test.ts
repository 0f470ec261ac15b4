/** A pasted table of premises: read as a spreadsheet gives it, its first fault named by its row. */
import { expect, it } from "vitest";
import { keepPremises, premisesKept, readPremises } from "../../../../../web/state/siting/premises.ts";

it("reads tabs and commas, heads in both languages, empty cells as unknown", () => {
  const { places, fault } = readPremises(
    "编号\t经度\t纬度\t名称\t价格\t容量\nA1\t113.66\t34.75\t临街铺\t1200\t300\nB2\t113.67\t34.76\t\t\t",
  );
  expect(fault).toBeNull();
  expect(places).toEqual([
    { id: "A1", position: [113.66, 34.75], name: "临街铺", price: 1200, capacity: 300 },
    { id: "B2", position: [113.67, 34.76] },
  ]);
  expect(readPremises("lon,lat\r\n113.66,34.75\r\n\r\n").places).toEqual([{ id: "1", position: [113.66, 34.75] }]);
});

it.each([
  ["", { kind: "column", column: "经度" }],
  ["lon,name\n1,a", { kind: "column", column: "纬度" }],
  ["lon,lat\n113.66,", { kind: "cell", row: 2, column: "lat", value: "" }],
  ["lon,lat\n113.66,34.7\n190,34", { kind: "cell", row: 3, column: "lon", value: "190" }],
  ["lon,lat,price\n113.66,34.7,-5", { kind: "cell", row: 2, column: "price", value: "-5" }],
  ["lon,lat,capacity\n113.66,34.7,2.5", { kind: "cell", row: 2, column: "capacity", value: "2.5" }],
  ["id,lon,lat\nA,1,2\nA,3,4", { kind: "twice", row: 3, value: "A" }],
])("%j is faulty", (text, fault) => {
  expect(readPremises(text)).toEqual({ places: [], fault });
});

it("is kept under one name for one table, and known to this window alone", () => {
  const held = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (k: string, v: string) => void held.set(k, v),
  };
  const kept = { crs: "gcj02", places: readPremises("lon,lat\n1,2").places };
  const id = keepPremises(shelf, kept);
  expect(keepPremises(shelf, kept)).toBe(id);
  expect(keepPremises(shelf, { ...kept, crs: "bd09" })).not.toBe(id);
  expect(premisesKept(shelf, id)).toEqual(kept);
  expect(premisesKept(shelf, "elsewhere")).toBeNull();
  expect(id).toMatch(/^[a-z0-9]{1,16}$/);
});
