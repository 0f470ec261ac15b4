/**
 * Shares the people of a population file out over the homes inside its cells.
 *
 * A home with residents of its own, given and not estimated, keeps them and counts towards its cell. What is left of the
 * cell goes to its other homes in proportion to their weight: estimated residents, which stand for floor area, or
 * households; equal where nothing is known. Sums are kept to the person: see {@link Balance}. Homes outside every cell
 * keep what they have. Cells with fractions become whole ones first, in the order of the file, see roundInOrder.
 * @module
 */
import estimate from "../../../data/homes/estimate.json" with { type: "json" };
import type { AgeCounts } from "../age-groups.ts";
import { apportion, roundInOrder } from "./apportion.ts";
import { cellsWithHomes, type Homes } from "./homes-by-cell.ts";
import type { Population } from "./population.ts";
import { shareAges } from "./share-ages.ts";
import { emptyBalance, round, type SharingReport, settleCell } from "./sharing-report.ts";

export interface SharedPeople {
  /** Shape [count]. −1: the home keeps its own. */
  readonly residents: Int32Array;
  /** Shape [count]. All groups of the home; null: it keeps its own. */
  readonly ages: readonly (AgeCounts | null)[];
  readonly report: SharingReport;
}

export function sharePeople(population: Population, homes: Homes): SharedPeople {
  const { cells, outside } = cellsWithHomes(population, homes);
  const balance = emptyBalance();
  const residents = new Int32Array(homes.count).fill(-1);
  const whole = roundInOrder(cells.map(({ index }) => population.people[index]));
  const counts = { cellsLeftOver: 0, cellsAbove: 0, homesUnweighed: 0 };
  cells.forEach((cell, k) => {
    const { given, open } = cell;
    const ofGiven = given.reduce((sum, r) => sum + homes.residents[r], 0);
    const rest = settleCell(balance, whole[k], ofGiven, open.length > 0 ? Number.POSITIVE_INFINITY : 0, counts);
    const { weights, unweighed } = weightsOf(open, homes);
    counts.homesUnweighed += unweighed;
    apportion(rest, weights).forEach((part, i) => {
      residents[open[i]] = part;
    });
  });
  const used = new Set(cells.map(({ index }) => index));
  const known = [...population.people.keys()].filter((index) => population.people[index] >= 0);
  const empty = known.filter((index) => population.people[index] > 0 && !used.has(index));
  balance.withoutHomes = round(empty, population.people);
  balance.people += balance.withoutHomes;
  const beyond = cells.flatMap(({ open }) => open.filter((r) => homes.beyond?.[r] === 1));
  const { ages, balances, setAside } = shareAges(population, homes, residents, cells);
  return {
    residents,
    ages,
    report: {
      source: population.form,
      cells: known.length,
      cellsWithoutHomes: empty.length,
      ...counts,
      homesShared: cells.reduce((sum, { open }) => sum + open.length, 0),
      homesGiven: cells.reduce((sum, { given }) => sum + given.length, 0),
      homesOutside: outside,
      homesBeyond: beyond.length,
      residentsBeyond: beyond.reduce((sum, r) => sum + residents[r], 0),
      groupsSetAside: setAside,
      residents: balance,
      ages: balances,
    },
  };
}

/** Weights are whole numbers, so that shares are exact: a hundredth of a person each. */
const PER_PERSON = 100;
const PER_HOUSEHOLD = Math.round(PER_PERSON * estimate.personsPerHousehold.value);

/** A home of which nothing is known weighs as much as the others of its cell on average. */
function weightsOf(open: readonly number[], homes: Homes): { weights: number[]; unweighed: number } {
  const known = open.map((r) => {
    if (homes.residents[r] >= 0) return homes.residents[r] * PER_PERSON;
    return homes.households[r] >= 0 ? homes.households[r] * PER_HOUSEHOLD : -1;
  });
  const weighed = known.filter((weight) => weight >= 0);
  const mean = weighed.length === 0 ? 1 : Math.round(weighed.reduce((sum, weight) => sum + weight, 0) / weighed.length);
  return {
    weights: known.map((weight) => (weight < 0 ? mean : weight)),
    unweighed: known.length - weighed.length,
  };
}
