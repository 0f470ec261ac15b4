/** Which existing facilities stand too close: pairs, sorted by what is missing, and the clusters that they form. @module */
import type { Kysely } from "kysely";
import { isDay } from "../base/day.ts";
import { MM_PER_M } from "../base/units.ts";
import { spacingError } from "../spacing/errors.ts";
import { everyMember, type Members, membersOf } from "../spacing/members.ts";
import { type Binding, bindingOf } from "../spacing/register.ts";
import { isInForce, type Rule } from "../spacing/rule.ts";
import { mayBeSame } from "../spacing/same-facility.ts";
import { geodesicBetween } from "../spacing/straight.ts";
import { type Violations, violationsOf } from "../spacing/violations.ts";
import type { Database } from "../store/database.ts";
import type { OpenArea } from "./open-area.ts";
import { type SpacingPins, spacingPins } from "./spacing-pins.ts";
import { type AreaRegister, registerOf } from "./spacing-register.ts";
import { type RuleAnswer, ruleAnswer } from "./spacing-rule-answer.ts";

export interface SpacingQuestion {
  /** ISO day: rules in force and facilities standing on it. */
  readonly date: string;
  readonly rules: readonly Rule[];
  /** Ref of a subdistrict or community: pairs with one facility or both in it; null for the whole area. */
  readonly unit: string | null;
}

export interface SpacedFacility {
  ref: string;
  name: string | null;
  category: string;
  position: [number, number];
  subdistrict: string | null;
  community: string | null;
  openedOn: string | null;
  closedOn: string | null;
  positionSource: string;
  uncertaintyM: number;
}

export interface SpacingPair {
  rule: string;
  a: SpacedFacility;
  b: SpacedFacility;
  /** By the rule's measure, to the micrometre where it is straight, to the millimetre where it is walked. */
  distanceM: number;
  leastM: number;
  shortfallM: number;
  /** Less is missing than both positions may be off: only a survey can tell. */
  withinUncertainty: boolean;
  uncertaintyM: number;
  binding: Binding;
  /** Probably one facility under two names. */
  maybeSame: boolean;
}

export interface RuleSummary extends RuleAnswer {
  inForce: boolean;
  /** Facilities that were held against each other. */
  facilities: number;
  pairs: number;
  /** Pairs that can be listed; fewer than `pairs` where there are very many. */
  listed: number;
  /** Facilities in a pair, and clusters that they form. */
  facilitiesInPairs: number;
  clusters: number;
  /** Of the listed pairs. */
  binding: { binds: number; does_not_bind: number; unknown: number };
  maybeSame: number;
  notStanding: number;
  exempt: number;
  openingUnknown: number;
  /** Without a street near them: their walks are not known. */
  offNetwork: number;
}

export interface SpacingAnswer {
  date: string;
  rules: RuleSummary[];
  items: SpacingPair[];
  /** Pairs that the filter leaves, of all rules. */
  total: number;
  pins: SpacingPins;
}

/** Throws `day_unreadable`. */
export function checkedDay(text: string): string {
  if (!isDay(text)) throw spacingError("day_unreadable", { value: text });
  return text;
}

interface Kept {
  readonly rule: Rule;
  readonly members: Members;
  readonly violations: Violations;
  summary: RuleSummary | null;
}

/** Rules and days asked about last, by area. */
const KEPT_EACH = 12;
const kept = new WeakMap<OpenArea, Map<string, Kept>>();

/** Every violation of a rule on a day; those asked for last are kept. */
export function violationsOn(area: OpenArea, register: AreaRegister, rule: Rule, date: string): Kept {
  const mine = kept.get(area) ?? new Map<string, Kept>();
  kept.set(area, mine);
  const key = `${JSON.stringify(rule)} ${date}`;
  const { facilities } = area.content;
  let found = mine.get(key);
  if (found === undefined) {
    const members = membersOf(facilities, register, rule, date);
    const walker = () => area.openWalker();
    found = {
      rule,
      members,
      violations: violationsOf(facilities, rule, members, walker, register.compare),
      summary: null,
    };
  }
  mine.delete(key);
  mine.set(key, found);
  for (const oldest of mine.keys()) {
    if (mine.size <= KEPT_EACH) break;
    mine.delete(oldest);
  }
  return found;
}

/** Pairs with the largest shortfall first; `offset` of them are passed over. Throws `pairs_too_many`. */
export async function spacingIn(
  db: Kysely<Database>,
  area: OpenArea,
  { date, rules, unit }: SpacingQuestion,
  offset: number,
  count: number,
): Promise<SpacingAnswer> {
  const register = await registerOf(db, area);
  const answered = rules.map((rule) => (isInForce(rule, date) ? violationsOn(area, register, rule, date) : null));
  const inUnit = unitFilter(area, unit);
  const merged = answered.flatMap((found, at) => (found === null ? [] : listOf(found, at, inUnit)));
  if (answered.length > 1) {
    merged.sort((p, q) => q.shortfallM - p.shortfallM || p.at - q.at || p.i - q.i);
  }
  return {
    date,
    rules: rules.map((rule, at) => summaryOf(area, register, rule, answered[at])),
    items: merged.slice(offset, offset + count).map(({ at, i }) => pairAnswer(area, register, answered[at]!, i)),
    total: merged.length,
    pins: spacingPins(area, date, rules),
  };
}

/** Listed pairs of one rule that the filter leaves, largest shortfall first. */
function listOf({ rule, violations: { pairs } }: Kept, at: number, inUnit: (f: number) => boolean) {
  const list: { at: number; i: number; shortfallM: number }[] = [];
  for (let i = 0; i < pairs.a.length; i++) {
    if (inUnit(pairs.a[i]) || inUnit(pairs.b[i])) list.push({ at, i, shortfallM: rule.leastM - pairs.metres[i] });
  }
  return list;
}

function unitFilter({ content: { facilities, subdistricts, communities } }: OpenArea, unit: string | null) {
  if (unit === null) return () => true;
  const s = subdistricts.findIndex(({ ref }) => ref === unit);
  const c = communities.findIndex(({ ref }) => ref === unit);
  return (f: number) => (s >= 0 && facilities.subdistrict[f] === s) || (c >= 0 && facilities.community[f] === c);
}

export function pairAnswer(area: OpenArea, register: AreaRegister, { rule, violations }: Kept, i: number): SpacingPair {
  const { a, b, metres } = violations.pairs;
  const [f, g] = [a[i], b[i]];
  const one = spacedFacility(area, register, f);
  const other = spacedFacility(area, register, g);
  const distanceM =
    rule.measure === "straight_line"
      ? geodesicBetween(one.position, other.position)
      : Math.round(metres[i] * MM_PER_M) / MM_PER_M;
  const shortfallM = rule.leastM - distanceM;
  const uncertaintyM = register.uncertaintyM[f] + register.uncertaintyM[g];
  return {
    rule: rule.id,
    a: one,
    b: other,
    distanceM,
    leastM: rule.leastM,
    shortfallM,
    withinUncertainty: shortfallM - rule.toleranceM < uncertaintyM,
    uncertaintyM,
    binding: { ...bindingOf(rule, register, f, g) },
    maybeSame: mayBeSame(one.name, other.name, distanceM),
  };
}

export function spacedFacility({ content }: OpenArea, register: AreaRegister, f: number): SpacedFacility {
  const { facilities, subdistricts, communities } = content;
  return {
    ref: facilities.ref[f],
    name: facilities.name[f],
    category: facilities.categories[facilities.category[f]],
    position: [facilities.lon[f], facilities.lat[f]],
    subdistrict: subdistricts[facilities.subdistrict[f]]?.name ?? null,
    community: communities[facilities.community[f]]?.name ?? null,
    openedOn: register.openedOn[f],
    closedOn: register.closedOn[f],
    positionSource: register.source[f],
    uncertaintyM: register.uncertaintyM[f],
  };
}

function summaryOf(area: OpenArea, register: AreaRegister, rule: Rule, found: Kept | null): RuleSummary {
  if (found === null) return { ...ruleAnswer(rule), inForce: false, ...NOTHING };
  found.summary ??= { ...ruleAnswer(rule), inForce: true, ...figuresOf(area, register, found) };
  return found.summary;
}

const NOTHING = {
  facilities: 0,
  pairs: 0,
  listed: 0,
  facilitiesInPairs: 0,
  clusters: 0,
  binding: { binds: 0, does_not_bind: 0, unknown: 0 },
  maybeSame: 0,
  notStanding: 0,
  exempt: 0,
  openingUnknown: 0,
  offNetwork: 0,
};

function figuresOf({ content: { facilities } }: OpenArea, register: AreaRegister, found: Kept): typeof NOTHING {
  const { rule, members, violations } = found;
  const { pairs, clusters, offNetwork } = violations;
  const binding = { binds: 0, does_not_bind: 0, unknown: 0 };
  let maybeSameCount = 0;
  for (let i = 0; i < pairs.a.length; i++) {
    const [f, g] = [pairs.a[i], pairs.b[i]];
    binding[bindingOf(rule, register, f, g).verdict]++;
    if (mayBeSame(facilities.name[f], facilities.name[g], pairs.metres[i])) maybeSameCount++;
  }
  return {
    facilities: everyMember(members).length,
    pairs: pairs.total,
    listed: pairs.a.length,
    facilitiesInPairs: clusters.reduce((sum, cluster) => sum + cluster.members.length, 0),
    clusters: clusters.length,
    binding,
    maybeSame: maybeSameCount,
    notStanding: members.notStanding,
    exempt: members.exempt,
    openingUnknown: members.openingUnknown,
    offNetwork: offNetwork.length,
  };
}
