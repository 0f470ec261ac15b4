/** Which existing facilities stand too close: pairs, sorted by what is missing, and the clusters that they form. @module */
import type { Kysely } from "kysely";
import { isDay } from "../base/day.ts";
import { MM_PER_M } from "../base/units.ts";
import { spacingError } from "../spacing/errors.ts";
import { everyMember, type Members, membersOf } from "../spacing/members.ts";
import { type Binding, type BindingVerdict, bindingOf } from "../spacing/register.ts";
import { isInForce, type Rule } from "../spacing/rule.ts";
import { mayBeSame } from "../spacing/same-facility.ts";
import { geodesicBetween } from "../spacing/straight.ts";
import { type Violations, violationsOf } from "../spacing/violations.ts";
import type { Database } from "../store/database.ts";
import { kept, recent } from "./kept.ts";
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
  /** Pairs that the filter leaves, of all rules; whom the rules bind, and which are probably one facility twice. */
  total: number;
  binding: Record<BindingVerdict, number>;
  maybeSame: number;
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
const answers = new WeakMap<OpenArea, Map<string, Kept>>();

/** Every violation of a rule on a day; those asked for last are kept. */
export function violationsOn(area: OpenArea, register: AreaRegister, rule: Rule, date: string): Kept {
  const mine = kept(answers, area, () => new Map<string, Kept>());
  return recent(mine, `${JSON.stringify(rule)} ${date}`, KEPT_EACH, () => {
    const { facilities } = area.content;
    const members = membersOf(facilities, register, rule, date);
    const walker = () => area.openWalker();
    const violations = violationsOf(facilities, rule, members, walker, register.compare);
    return { rule, members, violations, summary: null };
  });
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
  const summaries = rules.map((rule, at) => summaryOf(area, register, rule, answered[at]));
  return {
    date,
    rules: summaries,
    items: merged.slice(offset, offset + count).map(({ at, i }) => pairAnswer(area, register, answered[at]!, i)),
    total: merged.length,
    ...(unit === null
      ? sumOf(summaries)
      : remarksOn(
          area,
          register,
          merged.map(({ at, i }) => [answered[at]!, i]),
        )),
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

/** Facilities of a subdistrict or community; everybody where none is named. */
export function unitFilter({ content: { facilities, subdistricts, communities } }: OpenArea, unit: string | null) {
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

type Remarks = Pick<SpacingAnswer, "binding" | "maybeSame">;

function remarksOn(
  { content: { facilities } }: OpenArea,
  register: AreaRegister,
  list: readonly (readonly [of: Kept, i: number])[],
): Remarks {
  const remarks = { binding: { binds: 0, does_not_bind: 0, unknown: 0 }, maybeSame: 0 };
  for (const [{ rule, violations }, i] of list) {
    const { a, b, metres } = violations.pairs;
    remarks.binding[bindingOf(rule, register, a[i], b[i]).verdict]++;
    if (mayBeSame(facilities.name[a[i]], facilities.name[b[i]], metres[i])) remarks.maybeSame++;
  }
  return remarks;
}

function sumOf(rules: readonly Remarks[]): Remarks {
  const sum = (of: (remarks: Remarks) => number) => rules.reduce((total, rule) => total + of(rule), 0);
  return {
    binding: {
      binds: sum(({ binding }) => binding.binds),
      does_not_bind: sum(({ binding }) => binding.does_not_bind),
      unknown: sum(({ binding }) => binding.unknown),
    },
    maybeSame: sum(({ maybeSame }) => maybeSame),
  };
}

function figuresOf(area: OpenArea, register: AreaRegister, found: Kept): typeof NOTHING {
  const { members, violations } = found;
  const { pairs, clusters, offNetwork } = violations;
  const listed = Array.from(pairs.a, (_, i) => [found, i] as const);
  return {
    facilities: everyMember(members).length,
    pairs: pairs.total,
    listed: pairs.a.length,
    facilitiesInPairs: clusters.reduce((sum, cluster) => sum + cluster.members.length, 0),
    clusters: clusters.length,
    ...remarksOn(area, register, listed),
    notStanding: members.notStanding,
    exempt: members.exempt,
    openingUnknown: members.openingUnknown,
    offNetwork: offNetwork.length,
  };
}
