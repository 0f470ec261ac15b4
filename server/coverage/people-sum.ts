/** How many people some residences hold, and of how many of these nothing is known. @module */
import type { AgeGroup } from "../import/age-groups.ts";
import type { Residences } from "./people.ts";

export interface PeopleSum {
  residences: number;
  households: number;
  residents: number;
  /** Residences whose number of households is unknown: counted as residences, in no sum of households. */
  householdsUnknownResidences: number;
  residentsUnknownResidences: number;
  /** Residences of which some figure of people is an estimate. */
  estimatedResidences: number;
  /** Groups of which something is known in the area; they overlap. */
  readonly ages: Partial<Record<AgeGroup, AgeSum>>;
}

export interface AgeSum {
  residents: number;
  unknownResidences: number;
}

export function nobody(): PeopleSum {
  return {
    residences: 0,
    households: 0,
    residents: 0,
    householdsUnknownResidences: 0,
    residentsUnknownResidences: 0,
    estimatedResidences: 0,
    ages: {},
  };
}

export function addPeople(sum: PeopleSum, { households, residents, estimated, ages }: Residences, r: number): void {
  sum.residences++;
  if (households[r] < 0) sum.householdsUnknownResidences++;
  else sum.households += households[r];
  if (residents[r] < 0) sum.residentsUnknownResidences++;
  else sum.residents += residents[r];
  if (estimated[r] !== 0) sum.estimatedResidences++;
  for (const [group, column] of ages) {
    sum.ages[group] ??= { residents: 0, unknownResidences: 0 };
    if (column[r] < 0) sum.ages[group].unknownResidences++;
    else sum.ages[group].residents += column[r];
  }
}

/** Most people first: residents, then households, then residences. */
export function compareSums(a: PeopleSum, b: PeopleSum): number {
  return b.residents - a.residents || b.households - a.households || b.residences - a.residences;
}
