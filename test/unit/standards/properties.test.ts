/** What must hold whatever the facts: knowing more never turns what is certain, and a larger room never fails. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FacilityFacts, Register, UnitFacts } from "../../../server/standards/facts/register.ts";
import { evaluate } from "../../../server/standards/findings/evaluate.ts";
import { paymentsOf } from "../../../server/standards/money/pay.ts";
import type { Pack } from "../../../server/standards/pack/pack.ts";
import { facility, register, room, unit } from "../../support/register.ts";
import { shipped } from "../../support/standard-packs.ts";

const PACKS = ["jinshui-2013", "dongfeng-2015", "jingzhou-2016", "duyun-2013", "complete-community"];

/** A town of which everything is known, around the limits of the packs. */
function knownTown(pack: Pack): fc.Arbitrary<Register> {
  const kinds = [...new Set([...pack.items.values()].flatMap((item) => item.kinds))];
  const terms = [...pack.terms.values()];
  const marks = fc.dictionary(
    fc.constantFrom(...terms.filter(({ form }) => form === "mark").map(({ id }) => id)),
    fc.boolean(),
    { noNullPrototype: true },
  );
  const figures = fc.dictionary(
    fc.constantFrom(...terms.filter(({ form }) => form === "figure").map(({ id }) => id)),
    fc.constantFrom(0, 1, 3, 5, 7, 10, 30, 100, 5000),
    { noNullPrototype: true },
  );
  const area = fc.record({
    m2: fc.constantFrom(0, 10, 20, 30, 80, 100, 300, 500, 1000),
    basis: fc.constantFrom("gross", "net", "unknown"),
  });
  const steps = fc.dictionary(
    fc.constantFrom(
      ...pack.requirements.flatMap((one) => (one.kind === "step" ? [`${one.item}.${one.step}`] : ["none.none"])),
    ),
    fc.option(fc.constantFrom("2013-10-01", "2015-05-01", "2016-01-01")),
    { noNullPrototype: true },
  );
  const community = fc.record({
    setting: fc.constantFrom("urban", "rural"),
    age: fc.constantFrom("old", "new"),
    households: fc.nat(6000),
    residents: fc.nat(9000),
    marks,
    figures,
    steps,
  });
  const place = fc.record({
    kind: fc.constantFrom(...kinds),
    area,
    marks,
    figures,
    since: fc.constantFrom("2010-01-01", "2013-11-11"),
    shared: fc.constantFrom(...kinds),
  });
  return fc
    .record({
      areListedAbove: fc.boolean(),
      communities: fc.array(community, { minLength: 2, maxLength: 3 }),
      places: fc.array(fc.tuple(fc.nat(2), place), { maxLength: 12 }),
    })
    .map(({ areListedAbove, communities, places }) => {
      const units: UnitFacts[] = [
        unit("d", { level: "district", name: "区", listedKinds: areListedAbove ? kinds : [] }),
        unit("s", { level: "street", parent: "d", name: "东风路街道办事处", listedKinds: areListedAbove ? kinds : [] }),
        ...communities.map((facts, i) =>
          unit(`c${i}`, {
            ...(facts as Partial<UnitFacts>),
            parent: "s",
            name: ["六合苑", "文北", "同乐花园"][i],
            listedKinds: kinds,
          }),
        ),
      ];
      const facilities: FacilityFacts[] = places.map(([where, { shared, ...facts }], i) =>
        facility(`f${i}`, `c${where % communities.length}`, facts.kind, {
          ...(facts as Partial<FacilityFacts>),
          rooms: i % 3 === 0 ? [room(shared, 40, { sharedWith: [kinds[(i * 7) % kinds.length]] })] : [],
        }),
      );
      return register({
        units,
        facilities,
        acceptances: [{ unit: "c0", item: "culture_center", on: "2013-12-01", passed: true, score: 90 }],
      });
    });
}

/** The same town with facts forgotten: each by the toss of a coin. */
function forget(town: Register, coins: readonly boolean[]): Register {
  let at = 0;
  const keep = () => coins[at++ % coins.length];
  const some = <T>(facts: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(facts).filter(keep));
  const units = town.units.map((one) => ({
    ...one,
    setting: keep() ? one.setting : null,
    age: keep() ? one.age : null,
    households: keep() ? one.households : null,
    residents: keep() ? one.residents : null,
    marks: some(one.marks),
    figures: some(one.figures),
    steps: some(one.steps),
    listedKinds: one.listedKinds.filter(keep),
  }));
  // A facility can be forgotten where nobody says that all of its kinds are listed.
  const isListed = (where: string, kind: string) =>
    units.some(({ id, level, listedKinds }) => (id === where || level !== "community") && listedKinds.includes(kind));
  const mayGo = ({ unit: where, kind, rooms }: FacilityFacts) =>
    ![kind, ...rooms.flatMap((one) => [one.kind, ...one.sharedWith])].some((one) => isListed(where, one));
  return {
    ...town,
    units,
    facilities: town.facilities
      .filter((one) => !mayGo(one) || keep())
      .map((one) => ({ ...one, area: keep() ? one.area : null, marks: some(one.marks), figures: some(one.figures) })),
    acceptances: town.acceptances.filter(keep),
  };
}

describe.each(PACKS)("%s", (id) => {
  const pack = shipped(id);
  const town = fc.tuple(
    knownTown(pack),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 40 }),
    fc.constantFrom("2013-12-01", "2015-07-01", "2019-12-01"),
  );

  it("facts that are learnt turn unknown into something else, and nothing else into anything", () => {
    fc.assert(
      fc.property(town, ([known, coins, asOf]) => {
        const [after, before] = [known, forget(known, coins)].map((facts) => evaluate(pack, facts, asOf).findings);
        const turned = before.flatMap(({ requirement, unit: where, verdict }, i) =>
          verdict === "unknown" || verdict === after[i].verdict
            ? []
            : [`${requirement} ${where}: ${verdict} → ${after[i].verdict}`],
        );
        expect(turned).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("nothing is paid before it is known: what is owed stays owed", () => {
    fc.assert(
      fc.property(town, ([known, coins, asOf]) => {
        const key = (line: { subsidy: string; unit: string; thing: string | null; part: number }) =>
          `${line.subsidy} ${line.unit} ${line.thing} ${line.part}`;
        const owed = (facts: Register) =>
          paymentsOf(evaluate(pack, facts, asOf).context).flatMap((line) =>
            line.state === "owed" ? [`${key(line)} ${line.cny}`] : [],
          );
        const after = new Set(owed(known));
        expect(owed(forget(known, coins)).filter((line) => !after.has(line))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("a larger area never turns pass into fail", () => {
    fc.assert(
      fc.property(town, fc.constantFrom(0.01, 1, 400), ([known, coins, asOf], more) => {
        const facts = forget(known, coins);
        const larger = {
          ...facts,
          facilities: facts.facilities.map((one) => ({
            ...one,
            area: one.area === null ? null : { ...one.area, m2: one.area.m2 + more },
          })),
        };
        const [before, after] = [facts, larger].map((given) => evaluate(pack, given, asOf).findings);
        const turned = before
          .filter(({ verdict }, i) => verdict === "pass" && after[i].verdict !== "pass")
          .map(({ requirement, unit: where }) => `${requirement} ${where}`);
        expect(turned).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

it("a register of no facts knows nothing and fails nothing", () => {
  for (const id of PACKS) {
    const { findings } = evaluate(
      shipped(id),
      register({
        units: [
          unit("d", { level: "district" }),
          unit("s", { level: "street", parent: "d" }),
          unit("c", { parent: "s" }),
        ],
      }),
      "2030-01-01",
    );
    expect(
      [...new Set(findings.map(({ verdict }) => verdict))].filter(
        (verdict) => verdict === "fail" || verdict === "pass",
      ),
    ).toEqual([]);
  }
});
