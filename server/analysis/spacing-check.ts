/** The pre-check: may one of a class open at a place, under the rules and the register of a day. @module */
import type { Kysely } from "kysely";
import { MM_PER_M } from "../base/units.ts";
import { walkBetween } from "../reach/pair.ts";
import {
  type CheckVerdict,
  type LatOrder,
  nearestStraight,
  opponents,
  orderByLat,
  strictest,
  verdictOver,
} from "../spacing/check.ts";
import { membersOf } from "../spacing/members.ts";
import { isInForce, needsParcels, opposites, type Rule, thresholdM } from "../spacing/rule.ts";
import { geodesicBetween } from "../spacing/straight.ts";
import type { Database } from "../store/database.ts";
import { kept, recent } from "./kept.ts";
import type { OpenArea } from "./open-area.ts";
import { type SpacedFacility, spacedFacility } from "./spacing.ts";
import { isOnLand, landOf } from "./spacing-land.ts";
import { type SpacingPins, sha256, spacingPins } from "./spacing-pins.ts";
import { type AskedPlace, type PlaceAnswer, type PlaceWarning, placeAnswer, warningsOf } from "./spacing-place.ts";
import { type AreaRegister, registerOf } from "./spacing-register.ts";
import { type RuleAnswer, ruleAnswer } from "./spacing-rule-answer.ts";
import { unitAt } from "./unit-finder.ts";

export interface CheckQuestion {
  readonly place: AskedPlace;
  readonly category: string;
  readonly date: string;
  /** Rules that concern the category, in force on the day or not. */
  readonly rules: readonly Rule[];
  /** Ref of a facility that moves here, and so does not stand in its own way; null for a new one. */
  readonly except: string | null;
}

/** Approved in the same batch: they count for those who come later. */
export interface Approved {
  readonly ref: string;
  readonly name: string | null;
  readonly category: string;
  readonly place: AskedPlace;
}

export interface NearAnswer {
  facility: SpacedFacility;
  /** True for an application approved earlier in the same batch. */
  approvedBefore: boolean;
  /** By the rule's measure; null where no walk is known. */
  distanceM: number | null;
  straightM: number;
  /** Distance − what the rule asks. */
  marginM: number | null;
  uncertaintyM: number;
  verdict: CheckVerdict;
}

export interface RuleCheck {
  rule: RuleAnswer;
  verdict: CheckVerdict;
  /** Every one that is nearer than the rule and the uncertainty ask, and the nearest three whatever their distance. */
  near: NearAnswer[];
}

export interface CheckAnswer {
  /**
   * `not_applicable`: no rule in force on the day concerns the class. `unknown`: nobody of the register stands too near, but
   * the place lies outside the area, of whose surroundings the register says nothing.
   */
  verdict: CheckVerdict | "not_applicable" | "unknown";
  place: PlaceAnswer;
  category: string;
  date: string;
  except: string | null;
  rules: RuleCheck[];
  /** Rules about the class that were not in force on the day. */
  notInForce: RuleAnswer[];
  warnings: PlaceWarning[];
  /** Area, day and the beginning of the hash: what a printed verdict is called. */
  number: string;
  /** Of everything above and the pins; the same question of the same data has the same. */
  hash: string;
  pins: SpacingPins;
}

const NEAREST = 3;
const NUMBER_DIGITS = 10;

export async function checkAt(
  db: Kysely<Database>,
  area: OpenArea,
  question: CheckQuestion,
  approved: readonly Approved[] = [],
): Promise<CheckAnswer> {
  // Throws where the catalogue has no such category.
  area.categoryIndex(question.category);
  const register = await registerOf(db, area);
  const { date, category, place, except } = question;
  if (except !== null) area.facilityIndex(except);
  const inForce = question.rules.filter((rule) => isInForce(rule, date));
  const rules = inForce.map((rule) => ruleCheck(area, register, question, rule, approved));
  const head = {
    verdict: await verdictOf(db, area, place, rules),
    place: placeAnswer(area, place),
    category,
    date,
    except,
    rules,
    notInForce: question.rules.filter((rule) => !inForce.includes(rule)).map(ruleAnswer),
    warnings: warningsOf(area, place),
    pins: spacingPins(area, date, question.rules),
  };
  const hash = sha256(head);
  const number = `${area.content.areaId}-${date.replaceAll("-", "")}-${hash.slice(0, NUMBER_DIGITS)}`.toUpperCase();
  return { ...head, number, hash };
}

async function verdictOf(
  db: Kysely<Database>,
  area: OpenArea,
  { position }: AskedPlace,
  rules: readonly RuleCheck[],
): Promise<CheckAnswer["verdict"]> {
  if (rules.length === 0) return "not_applicable";
  const verdict = strictest(rules.map((rule) => rule.verdict));
  if (verdict !== "pass" || unitAt(area.content.communityShapes, position) !== null) return verdict;
  return isOnLand((await landOf(db, area)).land, [...position]) ? verdict : "unknown";
}

interface KeptOrder {
  readonly order: LatOrder;
  readonly largestUncertaintyM: number;
}

/** Opponents from south to north: sorted once for a rule, a class and a day. */
const orders = new WeakMap<OpenArea, Map<string, KeptOrder>>();
const KEPT_EACH = 24;

function opponentsOf(area: OpenArea, register: AreaRegister, rule: Rule, category: string, date: string): KeptOrder {
  const mine = kept(orders, area, () => new Map<string, KeptOrder>());
  return recent(mine, `${JSON.stringify(rule)} ${category} ${date}`, KEPT_EACH, () => {
    const { facilities } = area.content;
    const members = membersOf(facilities, register, rule, date);
    const among = opponents(facilities, members, opposites(rule, category));
    return {
      order: orderByLat(facilities, among),
      largestUncertaintyM: among.reduce((most, f) => Math.max(most, register.uncertaintyM[f]), 0),
    };
  });
}

function ruleCheck(
  area: OpenArea,
  register: AreaRegister,
  { place, category, date, except }: CheckQuestion,
  rule: Rule,
  approved: readonly Approved[],
): RuleCheck {
  const { facilities } = area.content;
  const { order, largestUncertaintyM } = opponentsOf(area, register, rule, category, date);
  const radiusM = thresholdM(rule) + place.uncertaintyM + largestUncertaintyM;
  const least = NEAREST + (except === null ? 0 : 1);
  const near = nearestStraight(facilities, order, place.position, radiusM, least, register.compare)
    .filter(({ facility }) => facilities.ref[facility] !== except)
    .map(({ facility, metres }): NearAnswer => {
      const distanceM = rule.measure === "walking" ? walkM(area, place, facility) : metres;
      return nearAnswer(rule, place, spacedFacility(area, register, facility), metres, distanceM, false);
    });
  const wanted = opposites(rule, category);
  for (const one of approved) {
    if (!wanted.includes(one.category)) continue;
    const metres = geodesicBetween(place.position, one.place.position);
    if (metres >= radiusM + one.place.uncertaintyM) continue;
    const distanceM = rule.measure === "walking" ? walkBetweenM(area, place, one.place) : metres;
    near.push(nearAnswer(rule, place, approvedFacility(area, one), metres, distanceM, true));
  }
  near.sort(
    (p, q) => (p.distanceM ?? p.straightM) - (q.distanceM ?? q.straightM) || (p.facility.ref < q.facility.ref ? -1 : 1),
  );
  const verdict = strictest(near.map((each) => each.verdict));
  // Edges of parcels lie nearer than entrances: what passes between these is not known to pass between those.
  return {
    rule: ruleAnswer(rule),
    verdict: verdict === "pass" && needsParcels(rule) ? "survey_needed" : verdict,
    near,
  };
}

function nearAnswer(
  rule: Rule,
  place: AskedPlace,
  facility: SpacedFacility,
  straightM: number,
  distanceM: number | null,
  approvedBefore: boolean,
): NearAnswer {
  const uncertaintyM = place.uncertaintyM + facility.uncertaintyM;
  // No walk is shorter than the line: who is far enough in a straight line passes, whatever the streets are.
  const isFar = distanceM === null && straightM - thresholdM(rule) >= uncertaintyM;
  return {
    facility,
    approvedBefore,
    distanceM,
    straightM,
    marginM: distanceM === null ? null : distanceM - rule.leastM,
    uncertaintyM,
    verdict: isFar ? "pass" : verdictOver(distanceM, rule, uncertaintyM),
  };
}

function approvedFacility(area: OpenArea, { ref, name, category, place }: Approved): SpacedFacility {
  const { position, positionSource, uncertaintyM, subdistrict, community } = placeAnswer(area, place);
  return {
    ref,
    name,
    category,
    position,
    subdistrict,
    community,
    openedOn: null,
    closedOn: null,
    positionSource,
    uncertaintyM,
  };
}

function walkM(area: OpenArea, place: AskedPlace, facility: number): number | null {
  const { lon, lat } = area.content.facilities;
  return walkBetweenM(area, place, { position: [lon[facility], lat[facility]] });
}

/** The shorter of both directions. */
function walkBetweenM(area: OpenArea, one: Pick<AskedPlace, "position">, other: Pick<AskedPlace, "position">) {
  const walker = area.openWalker();
  const walks = [
    walkBetween(walker, one.position, other.position),
    walkBetween(walker, other.position, one.position),
  ].flatMap((walk) => (walk.status === "ok" ? [walk.totalMm] : []));
  return walks.length === 0 ? null : Math.min(...walks) / MM_PER_M;
}
