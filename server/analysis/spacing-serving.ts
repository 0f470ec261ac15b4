/**
 * Coverage against spacing: where a new one would be both permitted and of use to people who are uncovered, and which of
 * them no permitted place can serve, since there the two contradict each other.
 * @module
 */
import type { MultiPolygon } from "geojson";
import type { Kysely } from "kysely";
import { addPeople, nobody, type PeopleSum } from "../coverage/people-sum.ts";
import type { WalkNetwork } from "../network/walk-network.ts";
import { isTooClose, opponents, orderByLat } from "../spacing/check.ts";
import { membersOf } from "../spacing/members.ts";
import { forbidNear, withoutStreet } from "../spacing/near-on-foot.ts";
import { isInForce, opposites, type Rule, thresholdM } from "../spacing/rule.ts";
import { bestSites, type StreetSites, serveHomes, sitesAlong } from "../spacing/street-sites.ts";
import type { Database } from "../store/database.ts";
import type { CoverageQuestion } from "./coverage.ts";
import { type GapClusterAnswer, gapClusterAnswers } from "./gap-clusters.ts";
import { gapsAt } from "./gap-facts.ts";
import type { OpenArea } from "./open-area.ts";
import { isOnLand, landOf } from "./spacing-land.ts";
import { type SpacingPins, spacingPins } from "./spacing-pins.ts";
import type { AreaRegister } from "./spacing-register.ts";
import { registerOf } from "./spacing-register.ts";
import { unitAt } from "./unit-finder.ts";

/** Places are looked at so far apart along the streets, and at every junction. */
export const SITE_STEP_M = 10;
const MOST_PLACES = 20;

export interface ServingQuestion extends CoverageQuestion {
  readonly date: string;
  readonly rules: readonly Rule[];
}

export interface ServingPlace {
  position: [number, number];
  community: string | null;
  subdistrict: string | null;
  /** Residents now uncovered whom one here would cover, wherever else one opens. */
  residents: number;
}

export interface UnfillableGap {
  id: string;
  name: string | null;
  street: string | null;
  community: string | null;
  position: [number, number];
  bbox: [number, number, number, number];
  /** All uncovered people of the gap, and those of them whom no permitted place serves. */
  people: PeopleSum;
  unserved: PeopleSum;
}

export interface ServingAnswer {
  category: string;
  minutes: number;
  date: string;
  stepM: number;
  /** Heaviest first, each as far from the others as the rules ask. */
  places: ServingPlace[];
  /** Most unserved residents first. */
  gaps: UnfillableGap[];
  uncovered: PeopleSum;
  unserved: PeopleSum;
  pins: SpacingPins & { profile: string };
}

export async function servingPlaces(
  db: Kysely<Database>,
  area: OpenArea,
  question: ServingQuestion,
): Promise<ServingAnswer> {
  const { category, minutes, date, rules, profile } = question;
  const { residences, communityShapes, subdistrictShapes } = area.content;
  const gaps = gapsAt(area, question);
  const register = await registerOf(db, area);
  const { land } = await landOf(db, area);
  const inForce = rules.filter((rule) => isInForce(rule, date));
  const walker = area.walker(profile);
  const sites = permittedSites(area, walker.network, register, question, inForce, land);
  const homes = Int32Array.from(gaps.clusters.uncovered.flatMap(({ members }) => [...members]));
  const weightOf = (r: number) => Math.max(0, residences.residents[r]);
  const served = serveHomes(walker, area.startsOf(profile), homes, weightOf, sites, gaps.limitMm);
  const canBe = new Map(Array.from(homes, (r, h) => [r, served.canBeServed[h] === 1]));
  // No walk is shorter than the line: places so far apart are so on foot too.
  const apartM = inForce.reduce(
    (most, rule) => (opposites(rule, category).includes(category) ? Math.max(most, thresholdM(rule)) : most),
    0,
  );
  const sumOf = (list: Iterable<number>) => {
    const sum = nobody();
    for (const r of list) addPeople(sum, residences, r);
    return sum;
  };
  const contradicted = gaps.clusters.uncovered
    .map((cluster) => ({ cluster, unserved: sumOf([...cluster.members].filter((r) => !canBe.get(r))) }))
    .filter(({ unserved }) => unserved.residences > 0)
    .sort(
      (a, b) =>
        b.unserved.residents - a.unserved.residents ||
        b.unserved.residences - a.unserved.residences ||
        (a.cluster.id < b.cluster.id ? -1 : 1),
    );
  const told = await gapClusterAnswers(
    db,
    area,
    question,
    gaps,
    contradicted.map(({ cluster }) => cluster),
  );
  return {
    category,
    minutes,
    date,
    stepM: SITE_STEP_M,
    places: bestSites(sites, served, apartM, MOST_PLACES).map((i) => ({
      position: [sites.lon[i], sites.lat[i]],
      community: unitAt(communityShapes, [sites.lon[i], sites.lat[i]])?.name ?? null,
      subdistrict: unitAt(subdistrictShapes, [sites.lon[i], sites.lat[i]])?.name ?? null,
      residents: served.weight[i],
    })),
    gaps: told.map((gap, i) => unfillable(gap, contradicted[i].unserved)),
    uncovered: sumOf(homes),
    unserved: sumOf(Array.from(homes).filter((r) => !canBe.get(r))),
    pins: { ...spacingPins(area, date, rules), profile },
  };
}

function unfillable(
  { id, name, street, community, position, bbox, people }: GapClusterAnswer,
  unserved: PeopleSum,
): UnfillableGap {
  return { id, name, street, community, position, bbox, people, unserved };
}

/** Places along the streets as the profile feels them; whom a rule keeps away on foot is asked on the streets as they are. */
function permittedSites(
  area: OpenArea,
  felt: WalkNetwork,
  register: AreaRegister,
  question: ServingQuestion,
  rules: readonly Rule[],
  land: MultiPolygon,
): StreetSites {
  const walker = area.openWalker();
  const { facilities } = area.content;
  const sites = sitesAlong(walker.network, SITE_STEP_M, permission(area, register, question, rules, land));
  for (const rule of rules.filter(({ measure }) => measure === "walking"))
    forbidNear(walker, sites, facilities, against(area, register, question, rule), thresholdM(rule));
  return felt === walker.network ? sites : { ...sitesAlong(felt, SITE_STEP_M, () => false), allowed: sites.allowed };
}

/** Everybody from whom one of the class must keep the rule's distance on the day. */
function against(area: OpenArea, register: AreaRegister, { category, date }: ServingQuestion, rule: Rule): Int32Array {
  const { facilities } = area.content;
  return opponents(facilities, membersOf(facilities, register, rule, date), opposites(rule, category));
}

/**
 * Whether one may open at a place, as far as straight lines tell: in the area, and far enough from everybody whom a rule in
 * force names. Of a rule of walking distance those to whom no walk is known are kept off in a straight line.
 */
function permission(
  area: OpenArea,
  register: AreaRegister,
  question: ServingQuestion,
  rules: readonly Rule[],
  land: MultiPolygon,
): (lon: number, lat: number) => boolean {
  const { facilities } = area.content;
  const discs = rules.map((rule) => {
    const all = against(area, register, question, rule);
    const among = rule.measure === "walking" ? withoutStreet(area.openWalker(), facilities, all) : all;
    return { order: orderByLat(facilities, among), limitM: thresholdM(rule) };
  });
  return (lon, lat) =>
    isOnLand(land, [lon, lat]) && !discs.some(({ order, limitM }) => isTooClose(facilities, order, lon, lat, limitM));
}
