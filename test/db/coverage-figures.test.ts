/** The figures of units worked out a second time, by SQL alone, from the walks that the service tells residence by residence. */
import { sql } from "kysely";
import { expect, it } from "vitest";
import { currentRelease } from "../../server/store/areas.ts";
import { describeService, type TestService } from "../support/service.ts";

interface WalkRow {
  readonly ref: string;
  readonly verdict: string;
  readonly reason: string | null;
  readonly nearest: { readonly facility: { readonly ref: string }; readonly walk: { readonly seconds: number } } | null;
}

const QUESTIONS = [
  ["clinic", 6, "adult"],
  ["hospital", 15, "elderly"],
  ["primary_school", 10, "wheelchair"],
] as const;

describeService("figures of units", { holding: "demo", onlyRead: true }, (service) => {
  it.each(QUESTIONS)("%s within %d minutes for %s: every column as SQL has it", async (category, minutes, profile) => {
    const question = `area=demo&category=${category}&minutes=${minutes}&profile=${profile}`;
    const walks: WalkRow[] = await everyRow(service, `/coverage/residences?${question}&limit=1000`);
    for (const by of ["area", "subdistrict", "community"] as const) {
      const { whole, units } = (await service.get(`/coverage?${question}&by=${by}`)).json;
      const told = (by === "area" ? [whole] : units).map(figuresOf);
      expect(inOrder(told)).toEqual(inOrder(await bySql(service, walks, category, by)));
    }
  });

  it("completeness as SQL counts it from the verdicts of each category", async () => {
    const set = ["clinic", "pharmacy", "primary_school", "park"];
    const rows = [];
    for (const category of set) {
      const walks: WalkRow[] = await everyRow(
        service,
        `/coverage/residences?area=demo&category=${category}&minutes=8&limit=1000`,
      );
      rows.push(...walks.map(({ ref, verdict }) => ({ ref, verdict })));
    }
    const { releaseId } = (await currentRelease(service.store.db, "demo"))!;
    const { rows: counted } = await sql<{ reached: number; people: number; whole: number; without: number }>`
      with judged as (
        select r.residents,
          count(*) filter (where verdict = 'covered') as reached,
          count(*) filter (where verdict = 'unknown') as unknown
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as v (ref text, verdict text)
        join residence r using (ref) join release_residence rr on rr.residence_id = r.id and rr.release_id = ${releaseId}
        group by r.id, r.residents
      )
      select reached::int as reached, sum(residents)::float8 as people from judged
      where unknown = 0 group by reached order by reached`.execute(service.store.db);
    const { whole } = (await service.get(`/coverage/completeness?area=demo&set=${set.join(",")}&minutes=8&by=area`))
      .json;
    const told = whole.reached.flatMap(({ residences, residents }: Record<string, number>, reached: number) =>
      residences === 0 ? [] : [{ reached, people: residents }],
    );
    expect(told).toEqual(counted);
    expect(whole.residents.covered).toBe(counted.find(({ reached }) => reached === set.length)?.people ?? 0);
  });
});

/** The columns that SQL works out, of one unit. */
function figuresOf(unit: Record<string, never> & { unknownReasons: Record<string, number> }) {
  const tally = (name: string) => {
    const { total, covered, uncovered, unknown } = unit[name] as Record<string, number>;
    return [total, covered, uncovered, unknown];
  };
  return {
    ref: unit.ref as string | null,
    residences: tally("residences"),
    households: tally("households"),
    residents: tally("residents"),
    facilities: unit.facilities as number,
    mean: rounded(unit.meanSeconds),
    p10: rounded(unit.p10Seconds),
    p90: rounded(unit.p90Seconds),
    gap: rounded(unit.gapSeconds),
    withWalk: unit.residentsWithWalk as number,
    per1000: rounded(unit.facilitiesPer1000),
    outside: unit.servedFromOutside as object,
    unknownPeople: unit.residentsUnknownResidences as number,
    reasons: unit.unknownReasons,
  };
}

/** Persons are stood in a row one by one, and the tenths read off by `percentile_disc`. */
async function bySql(service: TestService, walks: readonly WalkRow[], category: string, by: string) {
  const { releaseId } = (await currentRelease(service.store.db, "demo"))!;
  const exported = walks.map(({ ref, verdict, reason, nearest }) => ({
    ref,
    verdict,
    reason,
    seconds: nearest?.walk.seconds ?? null,
    facility: nearest?.facility.ref ?? null,
  }));
  const unitOf = (place: string) =>
    by === "area"
      ? sql`null::bigint`
      : sql.raw(by === "community" ? `${place}.community_id` : `${place}.subdistrict_id`);
  const { rows } = await sql<Record<string, never>>`
    with walk as (
      select r.id, r.households, r.residents, ${unitOf("rr")} as unit, verdict, reason, seconds, facility
      from jsonb_to_recordset(${JSON.stringify(exported)}::text::jsonb)
        as w (ref text, verdict text, reason text, seconds float8, facility text)
      join residence r using (ref)
      join release_residence rr on rr.residence_id = r.id and rr.release_id = ${releaseId}
    ), shop as (
      select f.ref, ${unitOf("rf")} as unit from facility f
      join release_facility rf on rf.facility_id = f.id and rf.release_id = ${releaseId}
      where f.category = ${category}
    ), place as (
      select unit from walk union select unit from shop
      union select unit_id from release_unit ru join unit u on u.id = ru.unit_id
        where ru.release_id = ${releaseId} and u.level = ${by}
    ), person as (
      select unit, seconds from walk, generate_series(1, residents) where seconds is not null
    ), tenth as (
      select unit, count(*) as people, avg(seconds) as mean,
        percentile_disc(0.1) within group (order by seconds) as p10,
        percentile_disc(0.9) within group (order by seconds) as p90
      from person group by unit
    ), sums as (
      select w.unit, count(*) as residences,
        ${sql.join(
          ["covered", "uncovered", "unknown"].map(
            (verdict) => sql`
          count(*) filter (where verdict = ${sql.lit(verdict)}) as ${sql.raw(`residences_${verdict}`)},
          coalesce(sum(households) filter (where verdict = ${sql.lit(verdict)}), 0) as ${sql.raw(`households_${verdict}`)},
          coalesce(sum(residents) filter (where verdict = ${sql.lit(verdict)}), 0) as ${sql.raw(`residents_${verdict}`)}`,
          ),
        )},
        coalesce(sum(households), 0) as households, coalesce(sum(residents), 0) as residents,
        count(*) filter (where residents is null) as unknown_people,
        count(*) filter (where residents > 0 and seconds is not null) as inhabited,
        count(*) filter (where verdict = 'covered' and s.unit is distinct from w.unit) as outside,
        coalesce(sum(households) filter (where verdict = 'covered' and s.unit is distinct from w.unit), 0) as outside_households,
        coalesce(sum(residents) filter (where verdict = 'covered' and s.unit is distinct from w.unit), 0) as outside_residents
      from walk w left join shop s on s.ref = w.facility group by w.unit
    ), why as (
      select unit, jsonb_object_agg(reason, homes) as reasons
      from (select unit, reason, count(*) as homes from walk where verdict = 'unknown' group by unit, reason) as one
      group by unit
    )
    select u.ref, sums.*, people, mean, p10, p90, reasons,
      (select count(*) from shop where shop.unit is not distinct from place.unit) as facilities
    from place
    left join unit u on u.id = place.unit
    left join sums on sums.unit is not distinct from place.unit
    left join tenth on tenth.unit is not distinct from place.unit
    left join why on why.unit is not distinct from place.unit`.execute(service.store.db);
  const seconds = (value: unknown) => (value === null ? null : Number(value));
  return rows.map((row: Record<string, unknown>) => {
    const n = (name: string) => Number(row[name] ?? 0);
    const tally = (name: string) => [n(name), n(`${name}_covered`), n(`${name}_uncovered`), n(`${name}_unknown`)];
    const [p10, p90] = [seconds(row.p10), seconds(row.p90)];
    return {
      ref: row.ref as string | null,
      residences: tally("residences"),
      households: tally("households"),
      residents: tally("residents"),
      facilities: n("facilities"),
      mean: rounded(seconds(row.mean)),
      p10: rounded(p10),
      p90: rounded(p90),
      gap: rounded(p10 === null || p90 === null || n("inhabited") < 10 ? null : p90 - p10),
      withWalk: n("people"),
      per1000: n("residents") === 0 ? null : rounded((n("facilities") * 1000) / n("residents")),
      outside: { residences: n("outside"), households: n("outside_households"), residents: n("outside_residents") },
      unknownPeople: n("unknown_people"),
      reasons: (row.reasons ?? {}) as Record<string, number>,
    };
  });
}

/** Sums of seconds differ in the last digits with their order. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(6));
}

function inOrder<Row extends { readonly ref: string | null }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => ((a.ref ?? "") < (b.ref ?? "") ? -1 : 1));
}

async function everyRow<Row>(service: TestService, path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const { json } = await service.get(next === "" ? path : `${path}&cursor=${next}`);
    rows.push(...json.items);
    next = json.next;
  }
  return rows;
}
