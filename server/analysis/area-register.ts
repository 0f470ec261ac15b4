/** What the map knows of the units of an area, as a register of facts: facilities, people, and who walks to what. @module */
import { MM_PER_M, UNREACHED } from "../base/units.ts";
import { isEstimated } from "../coverage/people.ts";
import { nearestStraightMm } from "../coverage/straight.ts";
import { verdictOf } from "../coverage/verdict.ts";
import type { FacilityFacts, ReachFacts, Register, UnitFacts } from "../standards/facts/register.ts";
import type { Pack, RequirementOf } from "../standards/pack/pack.ts";
import type { OpenArea } from "./open-area.ts";
import { checkedLimit } from "./reach.ts";

/** Id of the whole area among the units of its register. */
export const WHOLE = "area";

/**
 * Of a map nobody can say that all there is stands in it: facilities count as there, and none is known to be missing.
 * People are taken where they were given for every home of a unit; estimates are left out, as a verdict must not hang on them.
 */
export function registerOfArea(area: OpenArea, pack: Pack, profile: string): Register {
  const { communities, subdistricts } = area.content;
  const membersOf = membersByUnit(area);
  const unit = (id: string, level: UnitFacts["level"], name: string, parent: string | null): UnitFacts => ({
    id,
    level,
    name,
    parent,
    setting: null,
    age: null,
    ...peopleOf(area, membersOf.get(id) ?? []),
    marks: {},
    figures: {},
    steps: {},
    listedKinds: [],
  });
  const known = new Set(subdistricts.map(({ ref }) => ref));
  const units = [
    unit(WHOLE, "district", area.content.areaId, null),
    ...subdistricts.map(({ ref, name }) => unit(streetId(ref), "street", name, WHOLE)),
    ...communities.map(({ ref, name, parent }) =>
      unit(communityId(ref), "community", name, parent !== null && known.has(parent) ? streetId(parent) : WHOLE),
    ),
  ];
  const reach = pack.requirements.flatMap((one) =>
    one.kind === "reach" ? reachFacts(area, one, profile, membersOf) : [],
  );
  return { units, facilities: facilitiesOf(area), acceptances: [], reach: unique(reach), spacing: [], prices: [] };
}

function streetId(ref: string): string {
  return `street/${ref}`;
}

function communityId(ref: string): string {
  return `community/${ref}`;
}

/** The smallest unit that each lies in; outside all of them the area itself. */
export function unitIdOf(area: OpenArea, community: number, subdistrict: number): string {
  const { communities, subdistricts } = area.content;
  if (community >= 0) return communityId(communities[community].ref);
  return subdistrict >= 0 ? streetId(subdistricts[subdistrict].ref) : WHOLE;
}

function facilitiesOf(area: OpenArea): FacilityFacts[] {
  const { facilities } = area.content;
  return facilities.ref.map((ref, f) => ({
    id: ref,
    unit: unitIdOf(area, facilities.community[f], facilities.subdistrict[f]),
    kind: facilities.categories[facilities.category[f]],
    name: facilities.name[f],
    also: [],
    area: null,
    since: null,
    until: null,
    rooms: [],
    marks: {},
    figures: facilities.capacity[f] < 0 ? {} : { capacity: facilities.capacity[f] },
    source: "map",
  }));
}

/** Indices of residences by unit, of every level. */
function membersByUnit(area: OpenArea): Map<string, number[]> {
  const { residences, communities, subdistricts } = area.content;
  const members = new Map<string, number[]>([[WHOLE, [...residences.ref.keys()]]]);
  const add = (id: string, r: number) => {
    const list = members.get(id);
    if (list === undefined) members.set(id, [r]);
    else list.push(r);
  };
  for (let r = 0; r < residences.count; r++) {
    if (residences.community[r] >= 0) add(communityId(communities[residences.community[r]].ref), r);
    if (residences.subdistrict[r] >= 0) add(streetId(subdistricts[residences.subdistrict[r]].ref), r);
  }
  return members;
}

function peopleOf({ content: { residences } }: OpenArea, members: readonly number[]) {
  const sum = (figure: "households" | "residents") => {
    const people = residences[figure];
    const isGiven = (r: number) => people[r] >= 0 && !isEstimated(residences, r, figure);
    return members.length > 0 && members.every(isGiven) ? members.reduce((total, r) => total + people[r], 0) : null;
  };
  return { households: sum("households"), residents: sum("residents") };
}

/** A home is covered where any of the categories is reached, uncovered where surely none is. */
function reachFacts(
  area: OpenArea,
  requirement: RequirementOf<"reach">,
  profile: string,
  membersOf: ReadonlyMap<string, readonly number[]>,
): ReachFacts[] {
  const { residences } = area.content;
  const { categories, minutes, metres, measured } = requirement;
  const known = categories.filter(
    (category) => area.knownCategories.has(category) || area.content.facilities.categories.includes(category),
  );
  const limitMm = minutes === undefined ? Number(metres) * MM_PER_M : checkedLimit(area.walker(profile), minutes);
  const verdicts =
    measured === "straight" ? straightVerdicts(area, known, limitMm) : walkVerdicts(area, known, profile, limitMm);
  return [...membersOf].map(([unit, members]) => {
    const isAll = (people: Int32Array) => members.every((r) => people[r] >= 0);
    const people = isAll(residences.residents)
      ? "residents"
      : isAll(residences.households)
        ? "households"
        : "residences";
    const weight = people === "residences" ? () => 1 : (r: number) => residences[people][r];
    const sums = { covered: 0, uncovered: 0, unknown: 0 };
    for (const r of members) sums[verdicts[r]] += weight(r);
    return {
      unit,
      categories,
      minutes: minutes ?? null,
      metres: metres ?? null,
      measured: measured ?? "walk",
      people,
      ...sums,
    };
  });
}

type Verdict = "covered" | "uncovered" | "unknown";

function walkVerdicts(area: OpenArea, categories: readonly string[], profile: string, limitMm: number): Verdict[] {
  const walks = categories.map((category) => area.walksFor({ profile, category }));
  return area.content.residences.ref.map((_, r) => {
    const verdicts = walks.map((one) => verdictOf(one, r, limitMm));
    if (verdicts.includes("covered")) return "covered";
    return verdicts.includes("unknown") ? "unknown" : "uncovered";
  });
}

function straightVerdicts({ content }: OpenArea, categories: readonly string[], limitMm: number): Verdict[] {
  const { facilities, residences } = content;
  const chosen = [...facilities.ref.keys()].filter((f) =>
    categories.includes(facilities.categories[facilities.category[f]]),
  );
  const targets = {
    lon: Float64Array.from(chosen, (f) => facilities.lon[f]),
    lat: Float64Array.from(chosen, (f) => facilities.lat[f]),
  };
  const nearest = nearestStraightMm(residences, targets);
  return Array.from(nearest, (mm) => (mm !== UNREACHED && mm <= limitMm ? "covered" : "uncovered"));
}

/** Several requirements may ask the same walk. */
function unique(facts: readonly ReachFacts[]): ReachFacts[] {
  return [
    ...new Map(
      facts.map((one) => [
        `${one.unit} ${[...one.categories].sort()} ${one.minutes} ${one.metres} ${one.measured}`,
        one,
      ]),
    ).values(),
  ];
}
