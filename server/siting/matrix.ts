/** A table of costs that somebody else computed, as a siting problem: which column holds people, which candidates, and what fits nowhere. @module */
import { sitingError } from "./errors.ts";
import type { SitingProblem } from "./problem.ts";

/** One a pair, in the order of the file; each pair at most once. */
export interface CostColumns {
  readonly origin: readonly string[];
  readonly destination: readonly string[];
  /** Finite, ≥ 0. */
  readonly cost: readonly number[];
}

/** One a demand point, each id once; weights finite, ≥ 0. */
export interface DemandColumns {
  readonly id: readonly string[];
  readonly weight: readonly number[];
}

export interface MatrixProblem {
  readonly problem: SitingProblem;
  /** Ids by index. */
  readonly candidates: readonly string[];
  readonly points: readonly string[];
  /** Column of the matrix that holds the demand points. */
  readonly demandSide: "origin" | "destination";
  /** Demand points that stand in no pair: no site can serve them. */
  readonly pointsWithoutPair: number;
  /** Pairs of points that the demand file does not name: nobody is known to live there. */
  readonly pairsWithoutDemand: number;
}

/**
 * People walk from origins to destinations, unless the demand points are found among the destinations alone, or more of
 * them there.
 *
 * @param existing ids of sites that stand already, which are no candidates. Throws `demand_unmatched`, `candidate_unknown`.
 */
export function matrixProblem(costs: CostColumns, demand: DemandColumns, existing: readonly string[]): MatrixProblem {
  const demandSide = demandSideOf(costs, demand);
  const pointIds = costs[demandSide];
  const siteIds = costs[demandSide === "origin" ? "destination" : "origin"];
  const pointOf = indexOf(demand.id);
  const stands = new Set(existing);
  const sites = [...new Set(siteIds)];
  for (const id of stands) if (!sites.includes(id)) throw unknownCandidate(id, sites);
  const candidates = sites.filter((id) => !stands.has(id));
  const candidateOf = indexOf(candidates);
  const standing = new Float64Array(demand.id.length).fill(Infinity);
  const seen = new Set<string>();
  const rows: { d: number; cost: number }[][] = candidates.map(() => []);
  let pairsWithoutDemand = 0;
  for (let i = 0; i < pointIds.length; i++) {
    const d = pointOf.get(pointIds[i]);
    if (d === undefined) {
      pairsWithoutDemand++;
      continue;
    }
    seen.add(pointIds[i]);
    const j = candidateOf.get(siteIds[i]);
    if (j === undefined) standing[d] = Math.min(standing[d], costs.cost[i]);
    else rows[j].push({ d, cost: costs.cost[i] });
  }
  const first = new Uint32Array(candidates.length + 1);
  rows.forEach((row, j) => {
    row.sort((a, b) => a.d - b.d);
    first[j + 1] = first[j] + row.length;
  });
  const pairs = rows.flat();
  return {
    problem: {
      candidateCount: candidates.length,
      weight: Float64Array.from(demand.weight),
      costs: {
        first,
        demand: Uint32Array.from(pairs, ({ d }) => d),
        cost: Float64Array.from(pairs, ({ cost }) => cost),
      },
      standing,
    },
    candidates,
    points: demand.id,
    demandSide,
    pointsWithoutPair: demand.id.length - seen.size,
    pairsWithoutDemand,
  };
}

/** Indices of candidates by id. Throws `candidate_unknown`. */
export function candidatesNamed(ids: readonly string[], candidates: readonly string[]): number[] {
  const index = indexOf(candidates);
  return ids.map((id) => {
    const j = index.get(id);
    if (j === undefined) throw unknownCandidate(id, candidates);
    return j;
  });
}

function demandSideOf({ origin, destination }: CostColumns, demand: DemandColumns): "origin" | "destination" {
  const among = (ids: readonly string[]) => {
    const known = new Set(ids);
    return demand.id.reduce((count, id) => (known.has(id) ? count + 1 : count), 0);
  };
  const [origins, destinations] = [among(origin), among(destination)];
  if (origins === 0 && destinations === 0)
    throw sitingError("demand_unmatched", {
      value: demand.id[0] ?? null,
      field: "origin, destination",
      expected: some([...new Set([...origin, ...destination])]),
    });
  return destinations > origins ? "destination" : "origin";
}

function unknownCandidate(id: string, candidates: readonly string[]): Error {
  return sitingError("candidate_unknown", { value: id, expected: some(candidates) });
}

function indexOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, i) => [id, i]));
}

/** Enough to see what ids look like. */
function some(ids: readonly string[]): string {
  return ids.length > 5 ? `${ids.slice(0, 5).join(", ")}, …` : ids.join(", ");
}
