/** The figures of one unit as answers tell them. @module */
import type { EstimatedFigure } from "../coverage/people.ts";
import {
  type AgeTallies,
  type PeopleCount,
  shareOf,
  type Tally,
  type UnitTally,
  unknownShareOf,
} from "../coverage/tally.ts";

export interface UnitAnswer {
  ref: string | null;
  name: string | null;
  parent: string | null;
  bbox: [number, number, number, number] | null;
  residences: Tally;
  households: Tally;
  residents: Tally;
  /** Group → its people; only groups of which anything is known in the area. */
  ages: AgeTallies;
  /** covered ÷ (covered + uncovered); null where that is nobody. */
  residentShare: number | null;
  householdShare: number | null;
  residenceShare: number | null;
  /** unknown ÷ total. */
  residentUnknownShare: number | null;
  householdUnknownShare: number | null;
  residenceUnknownShare: number | null;
  /** Of the residents with a known walk, see `Spread`. */
  meanSeconds: number | null;
  p10Seconds: number | null;
  p90Seconds: number | null;
  gapSeconds: number | null;
  residentsWithWalk: number;
  residentsWithoutWalk: number;
  facilities: number;
  facilitiesPer1000: number | null;
  servedFromOutside: PeopleCount;
  estimatedResidences: number;
  /** Residences by the figure that is an estimate. */
  estimates: Record<EstimatedFigure, number>;
  householdsUnknownResidences: number;
  residentsUnknownResidences: number;
  peopleUnknownResidences: number;
  /** Reason → residences. */
  unknownReasons: Record<string, number>;
  /** Reason → residences with the people in them. */
  unknownPeople: Record<string, PeopleCount>;
}

export function unitAnswer(tally: UnitTally, speedMmPerSecond: number): UnitAnswer {
  const { unit, residences, households, residents, spread, facilities, unknownReasons } = tally;
  const seconds = (mm: number | null) => (mm === null ? null : mm / speedMmPerSecond);
  return {
    ref: unit?.ref ?? null,
    name: unit?.name ?? null,
    parent: unit?.parent ?? null,
    bbox: unit ? [...unit.bbox] : null,
    residences,
    households,
    residents,
    ages: tally.ages,
    residentShare: shareOf(residents),
    householdShare: shareOf(households),
    residenceShare: shareOf(residences),
    residentUnknownShare: unknownShareOf(residents),
    householdUnknownShare: unknownShareOf(households),
    residenceUnknownShare: unknownShareOf(residences),
    meanSeconds: seconds(spread.meanMm),
    p10Seconds: seconds(spread.p10Mm),
    p90Seconds: seconds(spread.p90Mm),
    gapSeconds: seconds(spread.gapMm),
    residentsWithWalk: spread.residents,
    residentsWithoutWalk: tally.residentsWithoutWalk,
    facilities,
    facilitiesPer1000: residents.total === 0 ? null : (facilities * 1000) / residents.total,
    servedFromOutside: tally.servedFromOutside,
    estimatedResidences: tally.estimatedResidences,
    estimates: { ...tally.estimates },
    householdsUnknownResidences: tally.householdsUnknownResidences,
    residentsUnknownResidences: tally.residentsUnknownResidences,
    peopleUnknownResidences: tally.peopleUnknownResidences,
    unknownReasons: Object.fromEntries(Object.entries(unknownReasons).map(([reason, of]) => [reason, of.residences])),
    unknownPeople: unknownReasons,
  };
}
