/** What hangs on single facilities: who has no other one, and what happens when one closes. @module */
import { MM_PER_M, walkSeconds } from "../base/units.ts";
import { type CategoryWalks, walksToCategory } from "../coverage/category-walks.ts";
import { type Closure, closureOf, withoutFacility } from "../coverage/closure.ts";
import { type Dependence, dependenceOf } from "../coverage/dependence.ts";
import type { PeopleSum } from "../coverage/people-sum.ts";
import { type Reason, reasonOf, type Verdict, verdictOf } from "../coverage/verdict.ts";
import type { CoverageQuestion } from "./coverage.ts";
import { type FacilityPoint, facilityPoint, positionOf } from "./gap-clusters.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { checkedLimit } from "./reach.ts";
import { pair } from "./walk-answer.ts";

export interface DependenceRow {
  facility: FacilityPoint;
  community: string | null;
  nearestTo: PeopleSum;
  solely: PeopleSum;
}

export interface DependenceAnswer {
  items: DependenceRow[];
  total: number;
  limitM: number;
  pins: Pins;
}

/** Facilities of the category, that with most people solely dependent on it first. */
export function dependenceIn(
  area: OpenArea,
  question: CoverageQuestion,
  offset: number,
  count: number,
): DependenceAnswer {
  const walker = area.walker(question.profile);
  const limitMm = checkedLimit(walker, question.minutes);
  const { residences, facilities, communities } = area.content;
  const category = area.categoryIndex(question.category);
  const walks = area.walksFor(question);
  const second = area.secondNearest(question);
  const all = dependenceOf(residences, facilities, category, walks, second, limitMm);
  return {
    items: all.slice(offset, offset + count).map(({ facility, nearestTo, solely }: Dependence) => {
      const community = facilities.community[facility];
      return {
        facility: facilityPoint(area, facility),
        community: community < 0 ? null : communities[community].name,
        nearestTo,
        solely,
      };
    }),
    total: all.length,
    limitM: limitMm / MM_PER_M,
    pins: pinsOf(area, walker, question.at),
  };
}

export interface LosingResidence {
  ref: string;
  position: [number, number];
  community: string | null;
  households: number | null;
  residents: number | null;
  estimated: boolean;
  beforeSeconds: number;
  /** unknown where nothing on its island is left to walk to, or what is left has no street or no known hours. */
  verdict: Exclude<Verdict, "covered">;
  reason: Reason | null;
  /** Null where no walk leads to another one. */
  next: { facility: FacilityPoint; seconds: number; extraSeconds: number } | null;
}

export interface ClosureAnswer {
  facility: FacilityPoint;
  category: string;
  minutes: number;
  limitM: number;
  users: PeopleSum;
  stay: PeopleSum;
  lose: PeopleSum;
  /** Of whom it is unknown whether they are covered once it closes. */
  unsure: PeopleSum;
  communities: { ref: string | null; name: string | null; users: PeopleSum; lose: PeopleSum; unsure: PeopleSum }[];
  turnTo: {
    facility: FacilityPoint | null;
    stay: PeopleSum;
    lose: PeopleSum;
    unsure: PeopleSum;
    meanExtraSeconds: number | null;
  }[];
  /** Residences that do not stay covered, most people first. */
  items: LosingResidence[];
  pins: Pins;
}

export interface ClosureQuestion {
  /** Ref of the facility. */
  readonly facility: string;
  readonly profile: string;
  readonly minutes: number;
  readonly at?: string | undefined;
}

/** Throws `facility_unknown`. */
export function closureIn(
  area: OpenArea,
  { facility: ref, profile, minutes, at }: ClosureQuestion,
  offset: number,
  count: number,
): ClosureAnswer {
  const walker = area.walker(profile);
  const limitMm = checkedLimit(walker, minutes);
  const { residences, facilities, communities } = area.content;
  const f = area.facilityIndex(ref);
  const index = facilities.category[f];
  const category = facilities.categories[index];
  const before = area.walksFor({ profile, category, at });
  const after = walksToCategory(
    walker,
    area.openWalker(),
    area.startsOf(profile),
    withoutFacility(facilities, f),
    index,
    at === undefined ? null : area.opennessAt(at),
  );
  const closure = closureOf(residences, facilities, f, before, after, limitMm);
  const secondsOf = (mm: number) => walkSeconds(mm, walker.profile.speedMmPerSecond);
  return {
    facility: facilityPoint(area, f),
    category,
    minutes,
    limitM: limitMm / MM_PER_M,
    users: closure.users,
    stay: closure.stay,
    lose: closure.lose,
    unsure: closure.unsure,
    communities: closure.byCommunity.map(({ community, users, lose, unsure }) => ({
      ref: community < 0 ? null : communities[community].ref,
      name: community < 0 ? null : communities[community].name,
      users,
      lose,
      unsure,
    })),
    turnTo: closure.byNext.map(({ facility, stay, lose, unsure, meanExtraMm }) => ({
      facility: facility < 0 ? null : facilityPoint(area, facility),
      stay,
      lose,
      unsure,
      meanExtraSeconds: meanExtraMm === null ? null : secondsOf(meanExtraMm),
    })),
    items: losingRows(area, closure, before, after, limitMm, secondsOf).slice(offset, offset + count),
    pins: pinsOf(area, walker, at),
  };
}

function losingRows(
  area: OpenArea,
  { losing }: Closure,
  before: CategoryWalks,
  after: CategoryWalks,
  limitMm: number,
  secondsOf: (mm: number) => number,
): LosingResidence[] {
  const { residences, communities } = area.content;
  const known = (figure: number) => (figure < 0 ? null : figure);
  return losing.map((r) => {
    const community = residences.community[r];
    const to = after.facility[r];
    return {
      ref: residences.ref[r],
      position: pair(positionOf(area, r)),
      community: community < 0 ? null : communities[community].name,
      households: known(residences.households[r]),
      residents: known(residences.residents[r]),
      estimated: residences.estimated[r] !== 0,
      beforeSeconds: secondsOf(before.totalMm[r]),
      verdict: verdictOf(after, r, limitMm) === "unknown" ? "unknown" : "uncovered",
      reason: reasonOf(after, r, limitMm),
      next:
        to < 0
          ? null
          : {
              facility: facilityPoint(area, to),
              seconds: secondsOf(after.totalMm[r]),
              extraSeconds: secondsOf(after.totalMm[r] - before.totalMm[r]),
            },
    };
  });
}
