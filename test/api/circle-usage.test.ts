/** What is wrong with a command line is said before any store is opened: exit 2, nothing on standard output, in the user's language. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { circle } from "../support/circle.ts";
import { circleHere } from "../support/circle-here.ts";
import { tempFiles } from "../support/temp-file.ts";

const dataDir = mkdtempSync(join(tmpdir(), "circle-usage-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const file = tempFiles();

describe("circle", () => {
  it.each([
    [
      ["covrage", "demo"],
      "command_unknown: no command covrage; there are: import, areas, versions, reach, distances, coverage,",
    ],
    [["constructor"], "command_unknown: no command constructor"],
    [["coverage"], "option_missing: AREA is missing. Usage: circle coverage AREA"],
    [
      ["coverage", "demo", "pharmacy"],
      "argument_unexpected: pharmacy is one argument too many. Usage: circle coverage AREA",
    ],
    [["areas", "demo"], "argument_unexpected: demo is one argument too many"],
    [
      ["coverage", "demo", "--categori", "clinic"],
      "option_unknown: there is no option --categori. Usage: circle coverage",
    ],
    [["coverage", "demo", "--category"], "option_without_value: --category is given without a value"],
    [["coverage", "demo", "--category", "--minutes", "5"], "option_without_value: --category is given without a value"],
    [["coverage", "demo", "--by", "area", "--by", "cell"], "option_repeated: --by is given more than once"],
    [["coverage", "demo", "--minutes", "5", "--minutes", "10,5"], "option_wrong: --minutes is 5,10,5; expected: A,B,…"],
    [["coverage", "demo", "--category", "clinic,"], "option_wrong: --category is clinic,; expected: A,B,…"],
    [["coverage", "demo", "--minutes", "soon"], "option_wrong: --minutes is soon; expected: 0 … 120"],
    [
      ["coverage", "demo", "--by", "street"],
      "option_wrong: --by is street; expected: area, subdistrict, community, residence, cell, gap, facility",
    ],
    [["coverage", "demo", "--format", "kml"], "option_wrong: --format is kml; expected: csv, json, geojson, xlsx"],
    [["areas", "--format", "xml"], "option_wrong: --format is xml; expected: csv, json"],
    [["reach", "demo", "--lat", "39.9"], "option_wrong: --lon is —; expected: −180 … 180"],
    [["reach", "demo", "--lon", "116", "--lat", "north"], "option_wrong: --lat is north"],
    [["reach", "demo", "--lon", "-200", "--lat", "1"], "coordinates_out_of_range: coordinates -200,1 are out of range"],
    [["distances", "demo"], "option_missing: --pairs is missing"],
    [["distances", "demo", "--pairs", "/nowhere/pairs.csv"], "file_missing: "],
    [["closure", "demo"], "option_missing: FACILITY is missing. Usage: circle closure AREA FACILITY"],
    [["closure", "demo", "way/1", "--by", "cell"], "option_wrong: --by is cell; expected: area, community, facility"],
    [["scenario"], "option_missing: AREA is missing. Usage: circle scenario AREA"],
    [["scenario", "demo", "--category", "clinic"], "option_missing: --file is missing"],
    [["scenario", "demo", "--file", thisFile()], "option_missing: --category is missing"],
    [["scenario", "demo", "--category", "clinic", "--file", thisFile()], "json_malformed: "],
    [["scenario", "show"], "option_missing: ID is missing"],
    [["scenario", "effect", "1"], "option_missing: --category is missing"],
    [["scenario", "remove", "1"], "option_wrong: --revision is —; expected: 1 …"],
    [["versions", "demo", "2"], "argument_unexpected: 2 is one argument too many"],
    [["versions", "demo", "--compare", "1"], "option_missing: --compare A B is missing"],
    [["versions", "demo", "--restore", "last"], "option_wrong: --restore is last; expected: 1, 2, …"],
    [["import", "demo"], "nothing_to_import: no file was given"],
    [["import", "Demo", "--osm", thisFile()], "area_id_invalid: area id Demo is not valid"],
    [["import", "demo", "--osm", "/nowhere/a.osm"], "file_missing: /nowhere/a.osm does not exist"],
    [
      ["import", "demo", "--facilities", thisFile()],
      "crs_not_stated: circle-usage.test.ts: its coordinate system is not stated",
    ],
    [
      ["import", "demo", "--facilities", thisFile(), "--facilities-crs", "mars"],
      "crs_unknown: circle-usage.test.ts: its coordinate system is stated as mars",
    ],
    [
      ["import", "demo", "--osm", thisFile(), "--boundary-crs", "wgs84"],
      "option_without_file: --boundary-crs is given without --boundary",
    ],
    [
      ["import", "demo", "--osm", thisFile(), "--map", "facilities.name=店名"],
      "option_without_file: --map is given without --facilities",
    ],
    [["import", "demo", "--osm", thisFile(), "--map", "店名"], "mapping_malformed: the mapping 店名 is malformed"],
    [
      ["import", "demo", "--osm", thisFile(), "--refused", "/nowhere/out.csv"],
      "folder_not_writable: /nowhere/out.csv cannot be written",
    ],
  ])("%j: %s", async (args, message) => {
    const { code, stdout, stderr } = await circleHere(args, { DATA_DIR: dataDir });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`circle: ${message}`);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it("pairs without the columns that are needed", async () => {
    const pairs = await file("pairs.csv", "a,b\n1,2\n");
    const { code, stderr } = await circleHere(["distances", "demo", "--pairs", pairs], { DATA_DIR: dataDir });
    expect(code).toBe(2);
    expect(stderr).toContain(
      "pairs_column_missing: pairs.csv has no column from_lon; its header is: a, b; expected: from_lon, from_lat, to_lon, to_lat",
    );
  });

  it.each([
    ["CIRCLE_LANG", { CIRCLE_LANG: "zh" }, true],
    ["the terminal", { CIRCLE_LANG: "", LC_ALL: "", LC_MESSAGES: "", LANG: "zh_CN.UTF-8" }, true],
    [
      "the terminal, category by category",
      { CIRCLE_LANG: "", LC_ALL: "en_GB.UTF-8", LC_MESSAGES: "", LANG: "zh_CN.UTF-8" },
      false,
    ],
    ["nobody", { CIRCLE_LANG: "", LC_ALL: "", LC_MESSAGES: "", LANG: "" }, false],
  ])("speaks the language of %s", async (_, env, isChinese) => {
    const { stderr } = await circleHere(["coverage", "demo", "--format", "kml"], { DATA_DIR: dataDir, ...env });
    expect(stderr).toContain(
      isChinese
        ? "circle: option_wrong: 选项 --format 的值“kml”不对，应为：csv"
        : "circle: option_wrong: --format is kml",
    );
  });

  it.each([
    ["DATABASE_URL", "mysql://me:secret@host/db"],
    ["DATA_DIR", " "],
  ])("names the variable %s that is wrong, and no password", async (name, value) => {
    const { code, stderr } = await circleHere(["areas"], { DATA_DIR: dataDir, [name]: value });
    expect(code).toBe(2);
    expect(stderr).toContain(`${name}: "`);
    expect(stderr).not.toContain("secret");
  });

  it.each([
    ["--help", 0, "stdout"],
    ["help", 0, "stdout"],
    ["", 2, "stderr"],
  ] as const)("“circle %s” tells every command", async (word, exit, stream) => {
    const ended = await circleHere(word === "" ? [] : [word], { DATA_DIR: dataDir });
    expect(ended.code).toBe(exit);
    for (const name of ["import", "areas", "reach", "distances", "coverage", "doctor"])
      expect(ended[stream]).toContain(`circle ${name}`);
    expect(ended[stream === "stdout" ? "stderr" : "stdout"]).toBe("");
  });

  it.each([
    [["covrage", "demo"], 2, ""],
    [["areas", "--help"], 0, "circle areas"],
  ])("ends as a process as it does here: %j", async (args, exit, begins) => {
    const ended = await circle(args, { DATA_DIR: dataDir });
    expect(ended).toEqual(await circleHere(args, { DATA_DIR: dataDir }));
    expect(ended.code).toBe(exit);
    expect(ended.stdout.startsWith(begins)).toBe(true);
  });

  it("tells one command by --help", async () => {
    const { code, stdout } = await circleHere(["coverage", "--help"], { DATA_DIR: dataDir });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^circle coverage AREA /)]);
  });
});

/** A file that is there; nothing of it is read. */
function thisFile(): string {
  return import.meta.filename;
}
