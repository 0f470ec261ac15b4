/** Gaps, dependence and closing on the command line add up to coverage, and to each other. On the server alone, where commands start at once. */
import { expect, it } from "vitest";
import { describeCircleOnServer, type Row } from "../support/circle-place.ts";

const PEOPLE = ["residences", "households", "residents"];

describeCircleOnServer("circle, gaps and closing", (place) => {
  const asked = ["demo", "--category", "barber", "--minutes", "5"];

  it("clusters hold the people of the area's sums, uncovered and unknown", async () => {
    const [whole] = await place.table("coverage", ...asked, "--by", "area");
    const clusters = await place.table("coverage", ...asked, "--by", "gap");
    for (const verdict of ["uncovered", "unknown"]) {
      const own = clusters.filter((row) => row.verdict === verdict);
      for (const column of PEOPLE) expect(total(own, column)).toBe(Number(whole[`${column}_${verdict}`]));
    }
    const drawn = JSON.parse(await place.printed("coverage", ...asked, "--by", "gap", "--format", "geojson"));
    expect(drawn.features.map(({ properties }: { properties: Row }) => properties.id)).toEqual(
      clusters.map(({ id }) => id),
    );
    for (const { geometry, properties } of drawn.features)
      expect(geometry.coordinates).toEqual([properties.lon, properties.lat]);
  });

  it("closing the facility that most depend on takes from them what the list said", async () => {
    const [whole] = await place.table("coverage", ...asked, "--by", "area");
    const facilities = await place.table("coverage", ...asked, "--by", "facility");
    for (const column of PEOPLE)
      expect(total(facilities, `nearest_${column}`)).toBe(Number(whole[`${column}_covered`]));
    const [first] = facilities;
    const closing = ["closure", "demo", first.ref, "--minutes", "5"];
    const [sums] = await place.table(...closing);
    const homes = await place.table(...closing, "--by", "residence");
    const communities = await place.table(...closing, "--by", "community");
    const next = await place.table(...closing, "--by", "facility");
    expect(homes).toHaveLength(Number(first.solely_residences));
    for (const column of PEOPLE) {
      const gone = Number(sums[`lose_${column}`]) + Number(sums[`unsure_${column}`]);
      expect(gone).toBe(Number(first[`solely_${column}`]));
      expect(sums[`users_${column}`]).toBe(first[`nearest_${column}`]);
      expect(total(communities, `lose_${column}`)).toBe(Number(sums[`lose_${column}`]));
      expect(total(communities, `unsure_${column}`)).toBe(Number(sums[`unsure_${column}`]));
      const turned = ["stay", "lose", "unsure"].map((outcome) => total(next, `${outcome}_${column}`));
      expect(turned.reduce((sum, people) => sum + people, 0)).toBe(Number(sums[`users_${column}`]));
    }
    expect(total(homes, "residents")).toBe(Number(sums.lose_residents) + Number(sums.unsure_residents));
  });
});

function total(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}
