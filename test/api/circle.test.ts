/** The `circle` command over the demo town, on both stores. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { latLngToCell } from "h3-js";
import { expect, it } from "vitest";
import { coverageBy } from "../../server/analysis/coverage.ts";
import { Desk } from "../../server/analysis/desk.ts";
import { loadProfiles } from "../../server/analysis/profiles.ts";
import { loadCatalogue } from "../../server/import/categories.ts";
import { openStore } from "../../server/store/open.ts";
import { CIRCLE, circle } from "../support/circle.ts";
import { circleHere } from "../support/circle-here.ts";
import { type CirclePlace, describeCircle } from "../support/circle-place.ts";
import { at, csv, pharmacies, townOsm } from "../support/small-town.ts";

describeCircle("circle", (place) => {
  it("areas: what was imported", async () => {
    const [row] = await place.table("areas");
    expect(row).toMatchObject({
      area: "demo",
      demo: "true",
      release: "1",
      residences: "380",
      communities: "24",
      subdistricts: "3",
    });
  });

  it("doctor: the store and every network are sound", async () => {
    const { node, store, areas } = JSON.parse(await place.printed("doctor"));
    expect(node).toMatch(/^v\d+/);
    expect(store).toMatchObject({ kind: place.kind });
    expect(areas).toMatchObject([{ area: "demo", release: 1, network: { junctions: expect.any(Number) } }]);
  });

  it("coverage: all categories where none is named, and its sums are those of the service", async () => {
    const rows = await place.table("coverage", "demo", "--by", "area");
    const answers = await askDesk(place, (area) =>
      area.content.facilities.categories.map((category) =>
        coverageBy(area, { category, profile: "adult", minutes: 15 }, "area"),
      ),
    );
    expect(rows.map(({ category }) => category)).toEqual(answers.map(({ category }) => category));
    expect(rows.length).toBeGreaterThanOrEqual(25);
    for (const [i, { whole }] of answers.entries()) {
      expect(rows[i]).toMatchObject({
        level: "area",
        ref: "demo",
        residences_covered: String(whole.residences.covered),
        residents_uncovered: String(whole.residents.uncovered),
      });
      expect(rows[i].resident_share).toBe(String(whole.residentShare));
    }
  });

  it("import: what is refused goes to a file that is named, the rest is taken", async () => {
    const osm = await place.file("small.osm", townOsm());
    const shops = await place.file("shops.csv", `${pharmacies(5)}X,远店,药店,999,39.9\n`);
    const refused = join(place.folder, "out.csv");
    const { code, stdout, stderr } = await circleHere(
      ["import", "small", "--osm", osm, "--facilities", shops, "--facilities-crs", "wgs84", "--refused", refused],
      place.env,
    );
    expect(code).toBe(0);
    expect(stderr).toContain(`1 not taken or not read in full, with reasons in ${refused}`);
    expect(JSON.parse(stdout)).toMatchObject({
      refusedFile: refused,
      files: expect.arrayContaining([expect.objectContaining({ kind: "facilities_file", taken: 5, refused: 1 })]),
    });
  });

  it("versions: who made each, what changed between two, and the way back", async () => {
    const shops = await place.file("later.csv", pharmacies(3));
    await place.printed("import", "small", "--facilities", shops, "--facilities-crs", "wgs84", "--office", "商务局");
    const changes = await place.table("versions", "small", "--compare", "1", "2");
    expect(changes.map(({ kind, change, ref }) => [kind, change, ref])).toEqual([
      ["facilities_file", "removed", "P4"],
      ["facilities_file", "removed", "P5"],
    ]);
    const after = await place.table("versions", "small", "--restore", "1", "--office", "街道办");
    expect(after.map(({ release, office, restored, facilities }) => [release, office, restored, facilities])).toEqual([
      ["3", "街道办", "1", "6"],
      ["2", "商务局", "", "4"],
      ["1", "", "", "6"],
    ]);
  });

  it("import: people of cells are shared out; that refusals cannot be written is told, and the import stands", async () => {
    const osm = await place.file("peopled.osm", townOsm());
    const [lon, lat] = at(2.3, 2.2);
    const cells = await place.file("cells.csv", `h3,人口\n${latLngToCell(lat, lon, 9)},36\nnowhere,5\n`);
    const { code, stdout, stderr } = await circleHere(
      // A folder is no file to write to, though the folder that holds it may be written.
      ["import", "peopled", "--osm", osm, "--population", cells, "--refused", place.folder],
      place.env,
    );
    expect(code).toBe(0);
    expect(stderr).toContain(`could not be written to ${place.folder}`);
    expect(stderr).toContain("The population file holds 36 people: 36 were shared over 1 homes");
    expect(JSON.parse(stdout)).toMatchObject({
      refusedFile: null,
      people: { cells: { residences: 1, residents: 36 } },
    });
    expect(await place.table("areas")).toContainEqual(expect.objectContaining({ area: "peopled", residents: "36" }));
  });

  it("import: what cannot be taken is exit 2 with file, row, value and what was expected", async () => {
    const shops = await place.file(
      "swapped.csv",
      csv(Array.from({ length: 5 }, (_, i) => `${i},店,药店,39.9${i},116.3${i}`)),
    );
    const { code, stdout, stderr } = await circleHere(
      ["import", "demo", "--facilities", shops, "--facilities-crs", "wgs84"],
      { ...place.env, CIRCLE_LANG: "zh" },
    );
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /circle: lat_lon_swapped: 文件 swapped\.csv 的经度和纬度写反了：5 行如此，例如第 2 行 .*39\.90?.*116\.3/,
    );
    const [row] = await place.table("areas");
    expect(row).toMatchObject({ area: "demo", release: "1" });
  });

  it("a reader that leaves early is no fault", async () => {
    const { code, stderr } = await cutOff(place, ["coverage", "demo", "--by", "residence"]);
    expect([code, stderr]).toEqual([0, ""]);
  });

  if (place.kind === "embedded") {
    it("says which process holds the store", async () => {
      const busy = await openStore({ kind: "embedded", dataDir: place.env.DATA_DIR });
      const { code, stdout, stderr } = await circle(["areas"], place.env);
      await busy.close();
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("circle: store_locked: ");
      expect(stderr).toContain(`process ${process.pid} `);
    });
  }
});

/** The same store, asked in this process. */
async function askDesk<Answer>(
  { kind, env }: CirclePlace,
  ask: (area: Awaited<ReturnType<Desk["open"]>>) => Answer,
): Promise<Answer> {
  const store = await openStore(
    kind === "embedded" ? { kind, dataDir: env.DATA_DIR } : { kind, url: env.DATABASE_URL },
  );
  try {
    return ask(await new Desk(store, await loadProfiles(), await loadCatalogue()).open("demo"));
  } finally {
    await store.close();
  }
}

/** As `circle … | head -1` does: one piece is read, then nobody listens. */
function cutOff({ env }: CirclePlace, args: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CIRCLE, ...args], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    child.stdout.once("data", () => child.stdout.destroy());
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stderr }));
  });
}
