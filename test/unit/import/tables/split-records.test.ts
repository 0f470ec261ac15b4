import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDelimiter, splitRecords } from "../../../../server/import/tables/split-records.ts";

const cellsOf = (text: string, delimiter = ",") => splitRecords(text, delimiter).lines.map(({ cells }) => cells);
const rowsOf = (text: string) => splitRecords(text, ",").lines.map(({ row }) => row);

describe("records", () => {
  it.each(["\n", "\r\n", "\r"])("end with %j", (end) => {
    expect(cellsOf(["a,b", "1,2", "", "3,"].join(end))).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", ""],
    ]);
    expect(rowsOf(["a,b", "1,2", "", "3,"].join(end))).toEqual([1, 2, 4]);
  });

  it("may mix line ends", () =>
    expect(cellsOf("a,b\r\n1,2\n3,4\r\n")).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ]));

  it("may hold delimiters, quotation marks and line ends in quotation marks", () => {
    const text = 'a,b\n1,"x, ""y""\nz"\n2,w\n';
    expect(cellsOf(text)).toEqual([
      ["a", "b"],
      ["1", 'x, "y"\nz'],
      ["2", "w"],
    ]);
    expect(rowsOf(text)).toEqual([1, 2, 4]);
  });

  it("keep a quotation mark inside a word as it is", () => expect(cellsOf('康"宁"堂,1')).toEqual([['康"宁"堂', "1"]]));

  it("come back from any cells, quoted or not", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", "药", ",", '"', "\n", "\r", " ", "1", "") })
      .map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (records) => {
        const text = records
          .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(","))
          .join("\r\n");
        const { lines, broken } = splitRecords(text, ",");
        expect(broken).toEqual([]);
        expect(lines.map(({ cells }) => cells)).toEqual(records.filter((cells) => cells.some((each) => each !== "")));
      }),
    );
  });
});

describe("a broken quotation mark", () => {
  it.each([
    ["never closed", 'a,b\n1,"2\n3,4\n5,6\n'],
    ["closed by the next one", 'a,b\n1,"2\n3,4\n5,"6"\n'],
    ["closed too early", 'a,b\n1,"2"x\n3,4\n5,6\n'],
  ])("that is %s costs its own line and no other", (_, text) => {
    const { lines, broken } = splitRecords(text, ",");
    expect(broken.map(({ row }) => row)).toEqual([2]);
    expect(lines.map(({ row }) => row)).toEqual([1, 3, 4]);
  });

  it("is not looked after through a whole file", () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},药店`).join("\n");
    const { lines, broken } = splitRecords(`a,b\n"x,1\n${rows}\n"y",2\n`, ",");
    expect(broken).toEqual([{ row: 2, text: '"x,1' }]);
    expect(lines).toHaveLength(5002);
  });
});

describe("the delimiter", () => {
  it.each([
    ["名称,经度,纬度\n", ","],
    ["名称;经度;纬度\n甲;113,5;34,7\n", ";"],
    ["名称\t坐标\n甲\t113.5,34.7\n", "\t"],
    ["某区药店名单\n\n名称,类型,坐标\n甲,医疗;药店;药房;连锁,x\n", ","],
    ["名称\n甲\n", ","],
  ])("of %j is %j", (text, delimiter) => expect(findDelimiter(text)).toBe(delimiter));
});
