/** What `circle` prints agrees between levels and formats. Many commands: on the server alone, where each starts at once. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { CIRCLE } from "../support/circle.ts";
import { circleHere } from "../support/circle-here.ts";
import { type CirclePlace, describeCircleOnServer, type Row } from "../support/circle-place.ts";
import { demoFiles } from "../support/demo-town.ts";
import { csvRowsOf, sheetsOf, withGeoPackage } from "../support/export-files.ts";
import { csv } from "../support/small-town.ts";

const SUMS = ["residences", "households", "residents"].flatMap((tally) =>
  ["total", "covered", "uncovered", "unknown"].map((part) => `${tally}_${part}`),
);

describeCircleOnServer("circle, level by level", (place) => {
  it("coverage: every level adds up to the same", async () => {
    const asked = ["coverage", "demo", "--category", "clinic", "--category", "pharmacy", "--minutes", "6", "--by"];
    const whole = await place.table(...asked, "area");
    expect(whole.map(({ category }) => category)).toEqual(["clinic", "pharmacy"]);
    for (const level of ["subdistrict", "community"]) {
      const parts = await place.table(...asked, level);
      expect(parts).toHaveLength(2 * (level === "community" ? 24 : 3));
      for (const { category, ...sums } of whole) {
        const ofCategory = parts.filter((part) => part.category === category);
        for (const column of SUMS) expect([column, total(ofCategory, column)]).toEqual([column, Number(sums[column])]);
      }
    }
    const residences = await place.table(...asked, "residence");
    const cells = await place.table(...asked, "cell");
    for (const { category, ...sums } of whole) {
      const people = residences.filter((row) => row.category === category);
      expect(people).toHaveLength(Number(sums.residences_total));
      for (const verdict of ["covered", "uncovered", "unknown"]) {
        const ofVerdict = people.filter((row) => row.verdict === verdict);
        expect(ofVerdict).toHaveLength(Number(sums[`residences_${verdict}`]));
        expect(total(ofVerdict, "residents")).toBe(Number(sums[`residents_${verdict}`]));
        expect(
          total(
            cells.filter((row) => row.category === category),
            `residents_${verdict}`,
          ),
        ).toBe(Number(sums[`residents_${verdict}`]));
      }
      for (const { verdict, total_m, from_offset_m, network_m, to_offset_m } of people) {
        if (verdict === "unknown" || total_m === "") continue;
        expect(verdict).toBe(Number(total_m) <= 432 ? "covered" : "uncovered");
        expect(Number(from_offset_m) + Number(network_m) + Number(to_offset_m)).toBeCloseTo(Number(total_m), 6);
      }
    }
  });

  it("coverage: every format holds the same figures", async () => {
    const asked = [
      "coverage",
      "demo",
      "--category",
      "hospital",
      "--by",
      "community",
      "--profile",
      "elderly",
      "--format",
    ];
    const rows = await place.table(...asked, "csv");
    const { items: json, pins } = JSON.parse(await place.printed(...asked, "json"));
    expect(json.map(asText)).toEqual(rows);
    expect(pins).toEqual([expect.objectContaining({ area: "demo", release: 1, profile: "elderly" })]);
    const { type, features, pins: ofMap } = JSON.parse(await place.printed(...asked, "geojson"));
    expect([type, ofMap]).toEqual(["FeatureCollection", pins]);
    expect(features.map(({ properties }: { properties: object }) => properties)).toEqual(json);
    for (const { geometry } of features) expect(geometry.type).toMatch(/^(Multi)?Polygon$/);
    const sheets = await sheetsOf(await runForBytes(place, [...asked, "xlsx"]));
    const [header, ...cells] = sheets.get("Communities") ?? [];
    const [name, covered] = ["Name", "Residents covered"].map((head) => header.indexOf(head));
    expect(cells.slice(0, -1).map((row) => [row[name], row[covered]])).toEqual(
      json.map((row: { name: string; residents_covered: number }) => [row.name, row.residents_covered]),
    );
  });

  it("export: the extension decides the kind, the file is there whole, its figures are those that are printed", async () => {
    const asked = ["--category", "hospital", "--profile", "elderly"];
    const printed = await place.table("coverage", "demo", ...asked, "--by", "community");
    const [book, map, list] = ["a.xlsx", "b.gpkg", "c.csv"].map((file) => join(place.folder, file));
    for (const path of [book, map, list]) {
      const { code, stdout, stderr } = await circleHere(["export", "demo", "--to", path, ...asked], place.env);
      expect([code, stdout]).toEqual([0, ""]);
      expect(stderr).toContain(`${path} is written`);
    }
    const rows = csvRowsOf(readFileSync(list));
    for (const column of ["name", ...SUMS])
      expect(rows.map((row) => row[column])).toEqual(printed.map((row) => row[column]));
    expect([...(await sheetsOf(readFileSync(book))).keys()]).toEqual([
      "Notes",
      "Area",
      "Subdistricts",
      "Communities",
      "Gaps",
      "Facilities",
      "Residences",
      "Cells",
    ]);
    const covered = withGeoPackage(readFileSync(map), (db) =>
      db.prepare("select residents_covered from communities order by fid").all(),
    );
    expect(covered.map((row) => String(row.residents_covered))).toEqual(
      printed.map(({ residents_covered }) => residents_covered),
    );
    expect(readdirSync(place.folder).filter((file) => file.endsWith(".part"))).toEqual([]);
  });

  it.each([
    [["--to", "a.docx"], "file_kind_unknown: the extension of a.docx is unknown; there are: .xlsx, .gpkg"],
    [["--to", "no/such/folder/a.csv"], "file_not_writable: no/such/folder/a.csv cannot be written"],
    [["--to", "a.csv", "--level", "area", "--level", "cell"], "one_level_needed: a csv file holds one level"],
    [["--to", "a.csv", "--level", "street"], "option_wrong: --level is street"],
    [["--to", "a.csv", "--scenario", "77"], "scenario_unknown: "],
    [[], "option_missing: --to is missing"],
  ])("export %j is exit 2: %s", async (args, message) => {
    const { code, stdout, stderr } = await circleHere(["export", "demo", ...args], place.env);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`circle: ${message}`);
  });

  it("areas: the same as a table and as JSON", async () => {
    const [row] = await place.table("areas");
    const [area] = JSON.parse(await place.printed("areas", "--format", "json"));
    expect(area).toMatchObject({ areaId: "demo", release: 1 });
    expect(String(area.counts.households)).toBe(row.households);
  });

  it("distances: every pair in the order of the file, a bad one beside good ones is told and answered", async () => {
    const [a, b] = await place.table("coverage", "demo", "--category", "clinic", "--by", "residence");
    const pairs = await place.file(
      "pairs.csv",
      csv(
        [
          `1,${a.lon},${a.lat},${b.lon},${b.lat}`,
          `2,${a.lon},north,${b.lon},${b.lat}`,
          `3,${a.lon},${a.lat},${a.lon},${a.lat}`,
          `4,0,0,${a.lon},${a.lat}`,
        ],
        "no,from_lon,from_lat,to_lon,to_lat",
      ),
    );
    const { code, stdout, stderr } = await circleHere(["distances", "demo", "--pairs", pairs], place.env);
    expect(code).toBe(0);
    expect(stderr).toContain("pairs.csv, row 3: no valid coordinates");
    const rows = parse(stdout, { columns: true }) as Row[];
    expect(rows.map(({ no, status }) => [no, status])).toEqual([
      ["1", "ok"],
      ["2", "invalid_coordinates"],
      ["3", "ok"],
      ["4", "no_street_within_200m"],
    ]);
    expect(Object.keys(rows[0])).toEqual([
      "no",
      "from_lon",
      "from_lat",
      "to_lon",
      "to_lat",
      "status",
      "network_m",
      "from_offset_m",
      "to_offset_m",
      "total_m",
      "seconds",
    ]);
    expect(rows[2]).toMatchObject({ network_m: "0" });
    const { items } = JSON.parse(await place.printed("distances", "demo", "--pairs", pairs, "--format", "json"));
    expect(items.map(({ totalM }: { totalM: number | null }) => (totalM === null ? "" : String(totalM)))).toEqual(
      rows.map(({ total_m }) => total_m),
    );
  });

  it("reach: GeoJSON for any map, JSON with the nearest of every category", async () => {
    const [{ lon, lat }] = await place.table("coverage", "demo", "--category", "clinic", "--by", "residence");
    const asked = ["reach", "demo", "--lon", lon, "--lat", lat, "--minutes", "10"];
    const { features } = JSON.parse(await place.printed(...asked));
    expect(features.map(({ properties }: { properties: { kind: string } }) => properties.kind)).toEqual([
      "isochrone",
      "origin",
      "snapped",
    ]);
    const answer = JSON.parse(await place.printed(...asked, "--format", "json"));
    expect(answer).toMatchObject({
      status: "ok",
      minutes: 10,
      limitM: 720,
      pins: { area: "demo", release: 1, profile: "adult" },
    });
    expect(answer.isochrone).toEqual(features[0].geometry);
  });

  it("import: the files of the demo town under another id, progress beside the report", async () => {
    const { osm, residences, facilities, communities, boundary } = await demoFiles(join(place.folder, "town"));
    const of = (name: string, stated: { path: string; crs?: string } | null) => [
      `--${name}`,
      stated?.path ?? "",
      ...(stated?.crs ? [`--${name}-crs`, stated.crs] : []),
    ];
    const args = [
      "import",
      "second",
      "--name",
      "第二区",
      "--osm",
      osm?.path ?? "",
      ...of("residences", residences),
      ...of("facilities", facilities),
      ...of("communities", communities),
      ...of("boundary", boundary),
    ];
    const { code, stdout, stderr } = await circleHere(
      [...args, "--refused", join(place.folder, "refused.csv")],
      place.env,
    );
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^circle: \d+ % /)]);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ area: "second", release: 1, refusedFile: join(place.folder, "refused.csv") });
    expect(report.files.flatMap(({ refusedBy }: { refusedBy: object }) => Object.keys(refusedBy))).toEqual([
      "hours_unreadable",
    ]);
    expect(report.files.map(({ file: name }: { file: string }) => name)).toContain(basename(osm?.path ?? ""));
    const areas = await place.table("areas");
    expect(areas.map(({ area, name }) => [area, name])).toContainEqual(["second", "第二区"]);
    const sums = areas.map(({ facilities: f, residences: r, households: h }) => [f, r, h]);
    expect(sums[0]).toEqual(sums[1]);
  });

  it.each([
    [["coverage", "nowhere"], "area_unknown: no area nowhere; there are: demo"],
    [
      ["coverage", "demo", "--category", "casino"],
      "category_unknown: the catalogue has no category casino; area demo has: ",
    ],
    [["coverage", "demo", "--profile", "runner"], "profile_unknown: no profile runner; known: adult"],
    [["coverage", "demo", "--minutes", "121"], "minutes_out_of_range: 121 minutes is out of range"],
    [["coverage", "demo", "--minutes", "0"], "minutes_out_of_range: 0 minutes is out of range"],
  ])("%j is exit 2: %s", async (args, message) => {
    const { code, stdout, stderr } = await circleHere(args, place.env);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`circle: ${message}`);
  });
});

function total(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

function asText(row: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value === null ? "" : String(value)]),
  );
}

function runForBytes({ env }: CirclePlace, args: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CIRCLE, ...args], {
      env: { ...process.env, CIRCLE_LANG: "en", ...env },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`exit ${code}`))));
  });
}
