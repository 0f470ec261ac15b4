/** Siting in an area as numbers: candidates on its streets, people whom nothing serves, and every walk between them within reach. @module */
import { setImmediate } from "node:timers/promises";
import { UNREACHED } from "../base/units.ts";
import { residencesWithin } from "../coverage/residences-within.ts";
import { nearestStraightMm } from "../coverage/straight.ts";
import { isUnknownAtEveryLimit, verdictOf } from "../coverage/verdict.ts";
import type { Place } from "../network/snap.ts";
import { endsOf } from "../reach/ends.ts";
import { nearestForAll } from "../reach/nearest.ts";
import type { Walker } from "../reach/walker.ts";
import { type Candidate, cornersOf, gatesOf, latticeOf, thinned } from "../siting/area/candidates.ts";
import type { Objective, SitingProblem } from "../siting/problem.ts";
import type { OpenArea } from "./open-area.ts";
import { checkedLimit } from "./reach.ts";
import type { PlacedCandidate, SitingGround } from "./siting-question.ts";
import { unitAt } from "./unit-finder.ts";

export type Measure = "residents" | "households" | "residences";

export interface AreaProblem {
  readonly problem: SitingProblem;
  readonly candidates: readonly PlacedCandidate[];
  readonly limitMm: number;
  /** Walks longer than this count as long as this: nobody looks farther. Equal to the limit where covering is asked about. */
  readonly farthestMm: number;
  /** What is counted. */
  readonly measure: Measure;
  /** Shape [residences]. What each counts for, weights of the elderly aside; 0 where unknown. */
  readonly people: Float64Array;
  /** People of whom it is unknown whether anything serves them: in no sum. */
  readonly unknownPeople: number;
  readonly found: {
    /** By all sources together, near enough to anybody to be of use. */
    readonly all: number;
    /** Side of the squares that kept one each; null where all were kept. */
    readonly squareM: number | null;
    readonly withoutStreet: number;
  };
}

/** Beyond the limit walks are followed so many times as far where least cost is asked for. */
const FARTHER = 2;
/** Between slices the service answers others. */
const SLICE = 16;

/** Throws `category_unknown`, `profile_unknown`, `minutes_out_of_range`, `facility_unknown`, and the signal's reason. */
export async function areaProblem(area: OpenArea, ground: SitingGround, signal: AbortSignal): Promise<AreaProblem> {
  const walker = area.walker(ground.profile);
  const limitMm = checkedLimit(walker, ground.minutes);
  const asksToCover = isCovering(ground.objective);
  const farthestMm = asksToCover ? limitMm : limitMm * FARTHER;
  const { residences } = area.content;
  const serving = servingFacilities(area, ground);
  const standing = standingWalks(area, ground, serving, farthestMm);
  const { measure, people } = peopleOf(area);
  const weight = people.slice();
  const elderly = residences.ages.get("from_60");
  let unknownPeople = 0;
  for (let r = 0; r < weight.length; r++) {
    weight[r] += (ground.elderlyWeight - 1) * Math.max(0, elderly?.[r] ?? 0);
    if (standing[r] >= 0) continue;
    unknownPeople += people[r];
    weight[r] = 0;
    standing[r] = Infinity;
  }
  const all = candidatesOf(area, ground, serving.others);
  const served = asksToCover ? (r: number) => standing[r] <= limitMm : () => false;
  const near = nearAnybody(all, area, (r) => weight[r] > 0 && !served(r), farthestMm);
  const few = thinned(near, ground.candidates);
  const placed = placedOf(area, walker, few.candidates);
  const costs = await costsOf(area, ground, placed.ends, farthestMm, signal);
  return {
    problem: { candidateCount: placed.candidates.length, weight, costs, standing },
    candidates: placed.candidates,
    limitMm,
    farthestMm,
    measure,
    people,
    unknownPeople,
    found: { all: near.length, squareM: few.squareM, withoutStreet: few.candidates.length - placed.candidates.length },
  };
}

/** Whether people count by the limit alone, not by how far they walk. */
export function isCovering(objective: Objective): boolean {
  return objective === "cover" || objective === "fewest";
}

/** Facilities of the category that serve, and those that may be signed yet. */
function servingFacilities(area: OpenArea, { category, signed }: SitingGround) {
  const { facilities } = area.content;
  const index = area.categoryIndex(category);
  const isSigned = signed && new Set(signed.map((ref) => area.facilityIndex(ref)));
  const own = Array.from({ length: facilities.count }, (_, f) => f).filter((f) => facilities.category[f] === index);
  const serves = (f: number) => isSigned === null || isSigned.has(f);
  return { facilities: own.filter(serves), others: own.filter((f) => !serves(f)) };
}

/**
 * Shape [residences]. Walk to the nearest facility that serves; Infinity where none does, −1 where that is unknown.
 * Where least cost is asked for, nobody's walk counts for more than the farthest.
 */
function standingWalks(
  area: OpenArea,
  ground: SitingGround,
  { facilities }: { readonly facilities: readonly number[] },
  farthestMm: number,
): Float64Array {
  const walker = area.walker(ground.profile);
  const starts = area.startsOf(ground.profile);
  const { ofFacility } = area.facilityPlaces(walker);
  const ends = facilities.flatMap((f) => ofFacility[f].map((place) => ({ place, f })));
  const { totalMm } = nearestForAll(walker, starts, {
    places: ends.map(({ place }) => place),
    facility: Int32Array.from(ends, ({ f }) => f),
  });
  const walks = area.walksTo(ground.profile, ground.category);
  const standing = new Float64Array(area.content.residences.count).fill(Infinity);
  for (let r = 0; r < standing.length; r++) {
    for (let s = starts.first[r]; s < starts.first[r + 1]; s++)
      if (totalMm[s] !== UNREACHED) standing[r] = Math.min(standing[r], totalMm[s]);
    const isUnknown =
      ground.signed === null ? verdictOf(walks, r, farthestMm) === "unknown" : isUnknownAtEveryLimit(walks, r);
    if (isUnknown) standing[r] = -1;
    else if (!isCovering(ground.objective)) standing[r] = Math.min(standing[r], farthestMm);
  }
  return standing;
}

/** Residents where any are known, else households, else residences themselves. */
function peopleOf({ content }: OpenArea): { measure: Measure; people: Float64Array } {
  const { residents, households, count } = content.residences;
  for (const [measure, column] of [["residents", residents] as const, ["households", households] as const])
    if (column.some((value) => value > 0)) return { measure, people: Float64Array.from(column, (n) => Math.max(0, n)) };
  return { measure: "residences", people: new Float64Array(count).fill(1) };
}

function candidatesOf(area: OpenArea, ground: SitingGround, unsigned: readonly number[]): Candidate[] {
  const { network, residences, facilities } = area.content;
  const listed = ground.listed.map((place): Candidate => ({ ...place, id: `listed:${place.id}`, source: "listed" }));
  const shops = unsigned.map(
    (f): Candidate => ({
      id: `unsigned:${facilities.ref[f]}`,
      source: "unsigned",
      position: [facilities.lon[f], facilities.lat[f]],
      name: facilities.name[f],
      price: null,
      capacity: facilities.capacity[f] < 0 ? null : facilities.capacity[f],
    }),
  );
  const found = ground.sources.map((source) => {
    if (source === "gate") return gatesOf(residences);
    return source === "corner" ? cornersOf(network) : latticeOf(network, ground.latticeM);
  });
  return [...listed, ...shops, ...found.flat()];
}

/** A straight line is never longer than a walk. */
function nearAnybody(
  candidates: readonly Candidate[],
  { content }: OpenArea,
  counts: (residence: number) => boolean,
  withinMm: number,
): Candidate[] {
  const { count, lon, lat } = content.residences;
  const wanted = Array.from({ length: count }, (_, r) => r).filter(counts);
  const toAnybody = nearestStraightMm(pointsOf(candidates), {
    lon: Float64Array.from(wanted, (r) => lon[r]),
    lat: Float64Array.from(wanted, (r) => lat[r]),
  });
  return candidates.filter(({ source }, i) => source === "listed" || toAnybody[i] <= withinMm);
}

function placedOf(area: OpenArea, walker: Walker, candidates: readonly Candidate[]) {
  const { communities, communityShapes } = area.content;
  const communityOf = new Map(communities.map(({ ref }, i) => [ref, i]));
  const ends: (readonly Place[])[] = [];
  const placed: PlacedCandidate[] = [];
  candidates.forEach((candidate) => {
    const places = endsOf(walker, candidate.position);
    if (places.length === 0) return;
    ends.push(places);
    placed.push({
      ...candidate,
      community: communityOf.get(unitAt(communityShapes, candidate.position)?.ref ?? "") ?? -1,
      street: streetOf(walker, places),
    });
  });
  return { candidates: placed, ends };
}

/** The street that it stands on, or one that meets it there. */
function streetOf({ network, forward }: Walker, places: readonly Place[]): string | null {
  for (const { edge } of places) {
    const around = [network.edgeFrom[edge], network.edgeTo[edge]].flatMap((v) =>
      Array.from(forward.edge.subarray(forward.start[v], forward.start[v + 1])),
    );
    const named = [edge, ...around].find((e) => e >= 0 && network.edgeName[e] >= 0);
    if (named !== undefined) return network.names[network.edgeName[named]];
  }
  return null;
}

async function costsOf(
  area: OpenArea,
  { profile }: SitingGround,
  ends: readonly (readonly Place[])[],
  withinMm: number,
  signal: AbortSignal,
): Promise<SitingProblem["costs"]> {
  const first = new Uint32Array(ends.length + 1);
  const demand: number[] = [];
  const cost: number[] = [];
  for (let from = 0; from < ends.length; from += SLICE) {
    await setImmediate();
    signal.throwIfAborted();
    // The walker's search is shared with whoever asks between slices: each slice begins its own.
    const within = residencesWithin(area.walker(profile), area.startsOf(profile), withinMm);
    for (let j = from; j < Math.min(ends.length, from + SLICE); j++) {
      const { residence, totalMm } = within(ends[j]);
      for (const r of residence) demand.push(r);
      for (const mm of totalMm) cost.push(mm);
      first[j + 1] = demand.length;
    }
  }
  return { first, demand: Uint32Array.from(demand), cost: Float64Array.from(cost) };
}

function pointsOf(candidates: readonly Candidate[]) {
  return {
    lon: Float64Array.from(candidates, ({ position }) => position[0]),
    lat: Float64Array.from(candidates, ({ position }) => position[1]),
  };
}
