/** Coverage of a category summed by unit. @module */
import { MM_PER_M } from "../base/units.ts";
import { type Level, shareOf, type Tally, tallyBy, type UnitTally } from "../coverage/tally.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { checkedLimit } from "./reach.ts";

export interface CoverageQuestion {
  readonly category: string;
  readonly profile: string;
  readonly minutes: number;
}

export interface UnitAnswer {
  ref: string | null;
  name: string | null;
  parent: string | null;
  bbox: [number, number, number, number] | null;
  residences: Tally;
  households: Tally;
  residents: Tally;
  residentShare: number | null;
  householdShare: number | null;
  meanSeconds: number | null;
  facilities: number;
  estimatedResidences: number;
  peopleUnknownResidences: number;
  unknownReasons: Record<string, number>;
}

export interface CoverageAnswer {
  category: string;
  minutes: number;
  limitM: number;
  /** Facilities of the category that no walk can be shown to reach: no street within 200 m of them. */
  facilitiesOffNetwork: number;
  whole: UnitAnswer;
  units: UnitAnswer[];
  pins: Pins;
}

/** Throws `category_unknown`, `profile_unknown`, `minutes_out_of_range`. */
export function coverageBy(
  area: OpenArea,
  { category, profile, minutes }: CoverageQuestion,
  level: Level,
): CoverageAnswer {
  const walker = area.walker(profile);
  const limit = checkedLimit(walker, minutes);
  const walks = area.walksTo(profile, category);
  const { residences, facilities, communities, subdistricts } = area.content;
  const index = area.categoryIndex(category);
  const answer = (tally: UnitTally): UnitAnswer => unitAnswer(tally, walker.profile.speedMmPerSecond);
  const tallies = (by: Level) =>
    tallyBy(by, by === "community" ? communities : subdistricts, residences, facilities, index, walks, limit).map(
      answer,
    );
  const [whole] = tallies("area");
  return {
    category,
    minutes,
    limitM: limit / MM_PER_M,
    facilitiesOffNetwork: walks.facilitiesOffNetwork,
    whole,
    units: level === "area" ? [] : tallies(level),
    pins: pinsOf(area, walker),
  };
}

function unitAnswer(tally: UnitTally, speedMmPerSecond: number): UnitAnswer {
  const {
    unit,
    residences,
    households,
    residents,
    facilities,
    estimatedResidences,
    peopleUnknownResidences,
    unknownReasons,
  } = tally;
  return {
    ref: unit?.ref ?? null,
    name: unit?.name ?? null,
    parent: unit?.parent ?? null,
    bbox: unit ? [...unit.bbox] : null,
    residences,
    households,
    residents,
    residentShare: shareOf(residents),
    householdShare: shareOf(households),
    meanSeconds: tally.walkedResidents === 0 ? null : tally.walkedMm / tally.walkedResidents / speedMmPerSecond,
    facilities,
    estimatedResidences,
    peopleUnknownResidences,
    unknownReasons,
  };
}
