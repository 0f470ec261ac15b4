/** What the map alone says under a pack: walks along joins of 60 m, and facilities that are there. */
import { expect, it } from "vitest";
import { registerOfArea, WHOLE } from "../../../server/analysis/area-register.ts";
import { ESTIMATED_FIGURES, type EstimatedFigure, type Unit } from "../../../server/coverage/people.ts";
import { mapFindings, mapTemplate } from "../../support/map-findings.ts";
import { openTown } from "../../support/open-town.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { shipped } from "../../support/standard-packs.ts";
import { streetMap } from "../../support/street-map.ts";

const { network, at } = streetMap("a-b-c-d-e-f-g-h-i");
const community = (ref: string): Unit => ({
  ref,
  name: `${ref}社区`,
  level: "community",
  parent: null,
  bbox: [0, 0, 1, 1],
});

/** Two homes of west and one of east; the kindergarten stands by the first of west: 0, 120 and 480 m on foot. */
const AREA = openTown({
  network,
  residences: residencesAt([
    { ref: "1", position: at("a"), residents: 10, community: 0 },
    { ref: "2", position: at("c"), residents: 30, community: 0 },
    { ref: "3", position: at("i"), residents: 60, community: 1 },
  ]),
  facilities: facilitiesAt([
    { ref: "k", category: "kindergarten", position: at("a"), community: 0, capacity: 90 },
    { ref: "s", category: "convenience_store", position: at("i"), community: 1 },
  ]),
  communities: [community("west"), community("east")],
  categories: ["kindergarten", "convenience_store", "pharmacy"],
});
const question = { asOf: "2024-01-01", profile: "adult" };

it("the register has the whole, its communities, their people and facilities, and lists nothing as complete", () => {
  const { units, facilities } = registerOfArea(AREA, shipped("gb50180-2018"), "adult");
  expect(units.map(({ id, parent, residents, listedKinds }) => [id, parent, residents, listedKinds])).toEqual([
    [WHOLE, null, 100, []],
    ["community/west", WHOLE, 40, []],
    ["community/east", WHOLE, 60, []],
  ]);
  expect(facilities.map(({ id, unit, kind, figures, source }) => [id, unit, kind, figures, source])).toEqual([
    ["k", "community/west", "kindergarten", { capacity: 90 }, "map"],
    ["s", "community/east", "convenience_store", {}, "map"],
  ]);
});

it("a number of people that was given is known, whatever else of the home is an estimate", () => {
  const people = (figures: readonly EstimatedFigure[]) => {
    const estimated = new Uint8Array(3).fill(
      figures.reduce((bits, one) => bits | (1 << ESTIMATED_FIGURES.indexOf(one)), 0),
    );
    const area = openTown({
      network: AREA.content.network,
      residences: { ...AREA.content.residences, estimated },
      facilities: AREA.content.facilities,
      communities: AREA.content.communities,
    });
    const [whole] = registerOfArea(area, shipped("gb50180-2018"), "adult").units;
    return [whole.households, whole.residents];
  };
  expect([people([]), people(["ages"]), people(["residents", "ages"]), people(["households"])]).toEqual([
    [100, 100],
    [100, 100],
    [100, null],
    [null, 100],
  ]);
});

it("300 m to a kindergarten: all of west and none of east, straight and on foot, and nobody has checked the 300", () => {
  const { findings } = mapFindings(AREA, shipped("gb50180-2018"), question);
  const of = (id: string, unit: string) =>
    findings.find(({ requirement, unit: where }) => requirement === id && where === unit);
  expect(of("kindergarten.radius", "community/west")).toMatchObject({
    verdict: "pass",
    sourceEvidence: "R",
    evidence: ["reach: 40/40 residents"],
  });
  expect(of("kindergarten.radius", "community/east")).toMatchObject({
    verdict: "fail",
    measured: { low: 0, high: 0 },
    shortfall: 1,
  });
  expect(of("kindergarten.walk", "community/east")).toMatchObject({ verdict: "fail", counts: false });
});

it("one pack counts a kindergarten, another asks the walk: the same community under both", () => {
  const of = (pack: string, id: string) =>
    mapFindings(AREA, shipped(pack), question).findings.find(
      ({ requirement, unit }) => requirement === id && unit === "community/east",
    );
  expect(of("jinshui-2013", "kindergarten.count")).toMatchObject({ verdict: "unknown", reason: "list_incomplete" });
  expect(of("jinshui-2013", "convenience_store.count")).toMatchObject({ verdict: "pass" });
  expect(of("gb50180-2018", "kindergarten.radius")?.verdict).toBe("fail");
});

it("a table of facts goes on where the map ends, or is refused whole", () => {
  const facts = [{ row: 2, street: "", community: "east", item: "幼儿园", name: "", fact: "台账齐全", value: "是" }];
  const { findings } = mapFindings(AREA, shipped("jinshui-2013"), { ...question, facts });
  expect(
    findings.find(({ requirement, unit }) => requirement === "kindergarten.count" && unit === "community/east"),
  ).toMatchObject({
    verdict: "fail",
    shortfall: 1,
  });
  expect(() =>
    mapFindings(AREA, shipped("jinshui-2013"), { ...question, facts: [{ ...facts[0], value: "大概" }] }),
  ).toThrow(
    "1 cells of the table of facts cannot be taken, and none was. The first: row 2, 值 is “大概”, expected 是、否",
  );
});

it("the template asks for what the map does not know", () => {
  const { header, rows } = mapTemplate(AREA, shipped("gb50180-2018"), question);
  expect(header[0]).toBe("街道");
  expect(rows.some(([, where, item, , fact]) => where === "west社区" && item === "幼儿园" && fact === "班数")).toBe(
    true,
  );
});

it("a street that the area does not have is told with those it has", () => {
  expect(() => mapFindings(AREA, shipped("jinshui-2013"), { ...question, within: "东风路" })).toThrow(
    "the area has no street 东风路; it has: —",
  );
});
