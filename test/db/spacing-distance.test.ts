/** Straight distances are PostGIS's own: 100,000 random pairs from the equator to 70°, in one statement a store. */
import { sql } from "kysely";
import { expect, it } from "vitest";
import { geodesicM } from "../../server/base/geodesic.ts";
import { pieceLengthM } from "../../server/base/metric.ts";
import { flatErrorM } from "../../server/spacing/straight.ts";
import { seededRandom } from "../bench/support/timing.ts";
import { describeOnBothStores } from "../support/stores.ts";

const PAIRS = 100_000;

/** Half of them neighbours of some kilometres, as rules ask about, half anywhere. */
const random = seededRandom(6);
const pairs = Array.from({ length: PAIRS }, (_, i) => {
  const [lon, lat] = [random() * 360 - 180, random() * 70 * (random() < 0.5 ? -1 : 1)];
  const isNear = i % 2 === 0;
  const away = () => (isNear ? (random() - 0.5) * 0.05 : (random() - 0.5) * 120);
  return [lon, lat, clamp(lon + away(), 180), clamp(lat + away(), 70)] as const;
});

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

describeOnBothStores("spacing distances", (store) => {
  it(`equal ST_Distance(geography) to a millimetre on ${PAIRS.toLocaleString("en")} pairs`, async () => {
    const column = (at: 0 | 1 | 2 | 3) => `{${pairs.map((pair) => pair[at]).join(",")}}`;
    const { rows } = await sql<{ metres: string }>`
      select json_agg(
        ST_Distance(ST_MakePoint(a, b)::geography, ST_MakePoint(c, d)::geography) order by i)::text as metres
      from unnest(
        ${column(0)}::float8[], ${column(1)}::float8[], ${column(2)}::float8[], ${column(3)}::float8[]
      ) with ordinality as pair (a, b, c, d, i)`.execute(store.db);
    const theirs = JSON.parse(rows[0].metres) as number[];
    let worst = 0;
    let flatWrong = 0;
    for (const [i, [a, b, c, d]] of pairs.entries()) {
      worst = Math.max(worst, Math.abs(geodesicM(a, b, c, d) - theirs[i]));
      const flatM = pieceLengthM(a, b, c, d);
      if (flatM < 10_000 && Math.abs(flatM - theirs[i]) > flatErrorM(flatM, (b + d) / 2)) flatWrong++;
    }
    expect(theirs).toHaveLength(PAIRS);
    expect(worst).toBeLessThan(0.001);
    expect(flatWrong).toBe(0);
  });
});
