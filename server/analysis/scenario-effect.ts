/** The effect of changes against the base: sums, the residences that notice it, and changed cells only. @module */
import { MM_PER_M } from "../base/units.ts";
import type { CategoryWalks } from "../coverage/category-walks.ts";
import type { CellIndex } from "../coverage/cells.ts";
import type { Level } from "../coverage/groups.ts";
import { type CellMembers, type ChangedCell, changedCells, membersByCell } from "../coverage/scenario/changed-cells.ts";
import type { ChangedWalks } from "../coverage/scenario/changed-walks.ts";
import {
  type AgeShifts,
  type BaseSums,
  type ChangedResidence,
  changedResidences,
  type Shift,
  shiftsBy,
  sumBase,
  type UnitShift,
} from "../coverage/scenario/effect.ts";
import type { Verdict } from "../coverage/verdict.ts";
import type { AgeGroup } from "../import/age-groups.ts";
import type { CoverageQuestion } from "./coverage.ts";
import { kept, recent } from "./kept.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { checkedLimit } from "./reach.ts";
import type { NearestAnswer } from "./reach-facilities.ts";
import { nearestTo } from "./residence-rows.ts";

export interface UnitEffect {
  ref: string | null;
  name: string | null;
  parent: string | null;
  bbox: [number, number, number, number] | null;
  residences: Shift;
  households: Shift;
  residents: Shift;
  /** Residences without a number of residents: in no sum of residents. */
  residentsUnknown: Shift;
  /** Group → its people; only groups of which anything is known in the area. */
  ages: AgeShifts;
  meanSecondsBefore: number | null;
  meanSecondsAfter: number | null;
}

export interface ResidenceEffect {
  ref: string;
  position: [number, number];
  community: string | null;
  households: number | null;
  residents: number | null;
  from: Verdict;
  to: Verdict;
  before: NearestAnswer | null;
  after: NearestAnswer | null;
}

interface CellSide {
  covered: number;
  uncovered: number;
  unknown: number;
  meanSeconds: number | null;
}

export interface CellEffect {
  h3: string;
  residences: number;
  residents: number;
  before: CellSide;
  after: CellSide;
}

/** Sums, whatever else is asked for. */
export interface EffectHead {
  category: string;
  minutes: number;
  limitM: number;
  /** Facilities of the category. */
  facilities: { before: number; after: number };
  whole: UnitEffect;
  pins: Pins;
}

/** Of one question; its parts are asked for one by one. */
export class Effect {
  private readonly base: OpenArea;
  private readonly area: OpenArea;
  private readonly question: CoverageQuestion;
  private readonly limitMm: number;
  private readonly speedMmPerSecond: number;
  private readonly changed: ChangedWalks;

  /** @param area with changes applied. Throws `category_unknown`, `profile_unknown`, `minutes_out_of_range`. */
  constructor(area: OpenArea, question: CoverageQuestion) {
    if (area.over === null) throw new Error("the base has no effect against itself");
    const walker = area.walker(question.profile);
    this.base = area.over.base;
    this.area = area;
    this.question = question;
    this.limitMm = checkedLimit(walker, question.minutes);
    this.speedMmPerSecond = walker.profile.speedMmPerSecond;
    this.changed = area.changedWalks(question);
  }

  /** Groups of which anything is known in the area. */
  get ageGroups(): AgeGroup[] {
    return [...this.base.content.residences.ages.keys()];
  }

  head(): EffectHead {
    const { category, minutes, profile, at } = this.question;
    const [whole] = this.units("area");
    const count = (area: OpenArea): number => {
      const index = area.categoryIndex(category);
      return area.content.facilities.category.reduce((sum, own) => (own === index ? sum + 1 : sum), 0);
    };
    return {
      category,
      minutes,
      limitM: this.limitMm / MM_PER_M,
      facilities: { before: count(this.base), after: count(this.area) },
      whole,
      pins: pinsOf(this.area, this.area.walker(profile), at),
    };
  }

  units(level: Level): UnitEffect[] {
    const { residences, communities, subdistricts } = this.base.content;
    const units = { area: [], community: communities, subdistrict: subdistricts }[level];
    const ofResidence = level === "area" ? null : residences[level];
    const { base } = this.changed;
    const ofWalks = kept(baseSums, base, () => new Map<string, BaseSums>());
    const sums = recent(ofWalks, `${level} ${this.limitMm}`, SUMS_KEPT, () =>
      sumBase(units.length, ofResidence, residences, base, this.limitMm),
    );
    return shiftsBy(units, ofResidence, residences, sums, this.changed, this.limitMm).map((shift) =>
      unitEffect(shift, this.speedMmPerSecond),
    );
  }

  /** Residences that notice anything, most affected first; `offset` rows are passed over. */
  residences(offset: number, count: number): { items: ResidenceEffect[]; total: number } {
    const all = changedResidences(this.base.content.residences, this.changed, this.limitMm);
    return { items: all.slice(offset, offset + count).map((one) => this.residence(one)), total: all.length };
  }

  cells(resolution: number): CellEffect[] {
    const index = this.base.cellIndex(resolution);
    const members = kept(cellMembers, index, () => membersByCell(index));
    return changedCells(index, members, this.base.content.residences, this.changed, this.limitMm).map((cell) => ({
      h3: cell.h3,
      residences: cell.before.residences,
      residents: cell.before.residents,
      before: cellSide(cell.before, this.speedMmPerSecond),
      after: cellSide(cell.after, this.speedMmPerSecond),
    }));
  }

  private residence({ residence: r, from, to }: ChangedResidence): ResidenceEffect {
    const { residences, communities } = this.base.content;
    const community = residences.community[r];
    const known = (value: number): number | null => (value < 0 ? null : value);
    return {
      ref: residences.ref[r],
      position: [residences.lon[r], residences.lat[r]],
      community: community < 0 ? null : communities[community].name,
      households: known(residences.households[r]),
      residents: known(residences.residents[r]),
      from,
      to,
      before: nearestTo(this.base, this.question, r, this.limitMm),
      after: nearestTo(this.area, this.question, r, this.limitMm),
    };
  }
}

/** Of the walks of a base, by level and limit: they stay as long as the walks do. */
const baseSums = new WeakMap<CategoryWalks, Map<string, BaseSums>>();
const cellMembers = new WeakMap<CellIndex, CellMembers>();
/** A slider has some thirty stops. */
const SUMS_KEPT = 64;

function unitEffect({ unit, meanMmBefore, meanMmAfter, ...shifts }: UnitShift, speedMmPerSecond: number): UnitEffect {
  const seconds = (mm: number | null): number | null => (mm === null ? null : mm / speedMmPerSecond);
  return {
    ref: unit?.ref ?? null,
    name: unit?.name ?? null,
    parent: unit?.parent ?? null,
    bbox: unit ? [...unit.bbox] : null,
    ...shifts,
    meanSecondsBefore: seconds(meanMmBefore),
    meanSecondsAfter: seconds(meanMmAfter),
  };
}

function cellSide(
  { covered, uncovered, unknownResidents, meanMm }: ChangedCell["before"],
  speedMmPerSecond: number,
): CellSide {
  return {
    covered,
    uncovered,
    unknown: unknownResidents,
    meanSeconds: meanMm === null ? null : meanMm / speedMmPerSecond,
  };
}
