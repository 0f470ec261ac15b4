/** How a sheet is seen and printed: the name stays beside what scrolls, and a wide table takes several pages of readable type. */
import { describe, expect, it } from "vitest";
import { tableOf } from "../../../server/export/table.ts";
import { tableSheet } from "../../../server/export/xlsx/sheet.ts";

describe("a sheet", () => {
  it("of few columns fills one page's width, and its name stays", () => {
    const { leadColumns, xml } = sheetOf(["rank", "name", "residents"]);
    expect(leadColumns).toBe(2);
    expect(xml).toContain('<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>');
    expect(xml).toContain('fitToWidth="1" fitToHeight="0"');
  });

  it("of forty columns takes as many pages as it is wide: 16 + 39 × 12 characters, 220 a page", () => {
    const { leadColumns, xml } = sheetOf(["name", ...Array.from({ length: 39 }, (_, i) => `figure ${i}`)]);
    expect(leadColumns).toBe(1);
    expect(xml).toContain('fitToWidth="3" fitToHeight="0"');
  });

  it("whose name stands far to the right, or that has none, keeps its head alone", () => {
    for (const keys of [[...Array.from({ length: 9 }, (_, i) => `key ${i}`), "name"], ["residents"]]) {
      const { leadColumns, xml } = sheetOf(keys);
      expect(leadColumns).toBe(0);
      expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    }
  });
});

function sheetOf(keys: readonly string[]) {
  const table = tableOf<readonly number[]>({
    level: "community",
    language: "en",
    columns: keys.map((key, c) => ({
      key,
      head: { zh: key, en: key },
      kind: key === "name" ? "text" : "count",
      of: (row) => row[c],
    })),
    sheetFirst: [],
    geometryType: "POINT",
    count: 1,
    items: () => [keys.map((_, c) => c)],
    geometryOf: () => null,
    totals: [],
  });
  const sheet = tableSheet(table, "sheet", "", "en");
  return { leadColumns: sheet.leadColumns, xml: [...sheet.pieces()].join("") };
}
