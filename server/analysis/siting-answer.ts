/** A plan as it is told: each site with its place and who gains by it, communities, the curve, what binds. @module */

import type { Source } from "../siting/area/candidates.ts";
import { type Binding, type PlannedSite, planOf } from "../siting/plan.ts";
import { costsWith, type Objective } from "../siting/problem.ts";
import type { Solution, Stop } from "../siting/solution.ts";
import { type Pins, pinsOf } from "./pins.ts";
import type { SitingCase } from "./siting.ts";
import { isCovering, type Measure } from "./siting-problem.ts";

export interface SitingSite {
  rank: number;
  id: string;
  source: Source;
  name: string | null;
  position: [number, number];
  street: string | null;
  community: string | null;
  /** People newly within the limit beside those whom the sites before it bring there. */
  gained: number;
  elderlyGained: number | null;
  /** Of the objective: people (weighted), or person-minutes saved; null where nothing can be said. */
  gain: number | null;
  loss: number | null;
  around: number | null;
  nearestTo: number;
  replacement: { id: string; position: [number, number]; loss: number } | null;
}

export interface SitingCommunity {
  ref: string;
  name: string;
  total: number;
  coveredBefore: number;
  covered: number;
}

/** A change of a scenario. */
export interface AddedSite {
  kind: "add_facility";
  ref: string;
  category: string;
  position: [number, number];
  name: string | null;
}

export interface SitingAnswer {
  objective: Objective;
  /** Of value, bound, gain, loss and curve. */
  unit: "people" | "sites" | "person_minutes" | "seconds";
  value: number;
  bound: number;
  gap: number;
  status: "optimal" | "feasible";
  method: "greedy" | "exact";
  stopped: Stop | null;
  category: string;
  minutes: number;
  /** A walk longer than this counts as long as this, and whoever has no site nearer counts with it; null where covering is asked about. */
  farthestMinutes: number | null;
  measure: Measure;
  people: { total: number; unknown: number; coveredBefore: number; covered: number; gained: number };
  elderlyGained: number | null;
  sites: SitingSite[];
  communities: SitingCommunity[];
  curve: { sites: number; value: number }[] | null;
  knee: number | null;
  binds: { kind: Binding["kind"]; id: string; position: [number, number]; gain: number; by: string[] }[];
  candidates: { found: number; kept: number; squareM: number | null; withoutStreet: number; tooNearFacilities: number };
  /** What to save as a scenario. */
  changes: AddedSite[];
  pins: Pins;
}

export function sitingAnswer(sitingCase: SitingCase, solution: Solution): SitingAnswer {
  const { area, asked, ground, question } = sitingCase;
  const { problem, candidates, limitMm, people } = ground;
  const walker = area.walker(asked.profile);
  const scale = scaleOf(asked.objective, walker.profile.speedMmPerSecond);
  const plan = planOf(problem, question, solution);
  const order = plan.sites.map(({ candidate }) => candidate);
  const gains = gainsInOrder(sitingCase, order);
  const after = costsWith(problem, order);
  const sums = { total: 0, coveredBefore: 0, covered: 0, gained: 0 };
  const { communities, residences } = area.content;
  const byCommunity = communities.map(
    ({ ref, name }): SitingCommunity => ({ ref, name, total: 0, coveredBefore: 0, covered: 0 }),
  );
  for (let r = 0; r < people.length; r++) {
    if (problem.weight[r] === 0) continue;
    const own = residences.community[r];
    for (const sum of own < 0 ? [sums] : [sums, byCommunity[own]]) {
      sum.total += people[r];
      if (problem.standing[r] <= limitMm) sum.coveredBefore += people[r];
      if (after[r] <= limitMm) sum.covered += people[r];
    }
  }
  sums.gained = sums.covered - sums.coveredBefore;
  const at = (j: number): [number, number] => [candidates[j].position[0], candidates[j].position[1]];
  const site = (planned: PlannedSite, i: number): SitingSite => {
    const { id, source, name, street, community } = candidates[planned.candidate];
    const { replacement } = planned;
    return {
      rank: i + 1,
      id,
      source,
      name,
      position: at(planned.candidate),
      street,
      community: community < 0 ? null : communities[community].name,
      gained: gains[i].people,
      elderlyGained: gains[i].elderly,
      gain: planned.gain && scale.gain(planned.gain),
      loss: planned.loss && scale.gain(planned.loss),
      around: planned.around,
      nearestTo: planned.nearestTo,
      replacement: replacement && {
        id: candidates[replacement.candidate].id,
        position: at(replacement.candidate),
        loss: scale.gain(replacement.loss),
      },
    };
  };
  const elderly = gains.map((gain) => gain.elderly);
  return {
    objective: asked.objective,
    unit: scale.unit,
    value: scale.value(solution.value),
    bound: scale.value(solution.bound),
    gap: solution.gap,
    status: solution.status,
    method: solution.method,
    stopped: solution.stopped,
    category: asked.category,
    minutes: asked.minutes,
    farthestMinutes: isCovering(asked.objective) ? null : ground.farthestMm / walker.profile.speedMmPerSecond / 60,
    measure: ground.measure,
    people: { ...sums, unknown: ground.unknownPeople },
    elderlyGained: elderly.includes(null) ? null : elderly.reduce<number>((sum, own) => sum + own!, 0),
    sites: plan.sites.map(site),
    communities: byCommunity.filter(({ total }) => total > 0),
    curve: plan.curve?.map(({ sites, value }) => ({ sites, value: scale.gain(value) })) ?? null,
    knee: plan.knee,
    binds: plan.binds.map(({ kind, candidate, gain, by }) => ({
      kind,
      id: candidates[candidate].id,
      position: at(candidate),
      gain: scale.gain(gain),
      by: by.map((j) => candidates[j].id),
    })),
    candidates: {
      found: ground.found.all,
      kept: candidates.length,
      squareM: ground.found.squareM,
      withoutStreet: ground.found.withoutStreet,
      tooNearFacilities: sitingCase.tooNearFacilities.length,
    },
    changes: order.map((j, i) => ({
      kind: "add_facility",
      ref: `siting-${i + 1}:${candidates[j].id}`,
      category: asked.category,
      position: at(j),
      name: candidates[j].name,
    })),
    pins: pinsOf(area, walker),
  };
}

/** People whom each site brings within the limit beside those before it. Elderly null where no residence says. */
function gainsInOrder({ area, ground }: SitingCase, order: readonly number[]) {
  const { problem, limitMm, people } = ground;
  const { costs, standing, weight } = problem;
  const elderly = area.content.residences.ages.get("from_60") ?? null;
  const isCovered = Uint8Array.from(standing, (mm) => (mm <= limitMm ? 1 : 0));
  return order.map((j) => {
    const gain = { people: 0, elderly: elderly === null ? null : 0 };
    for (let p = costs.first[j]; p < costs.first[j + 1]; p++) {
      const r = costs.demand[p];
      if (costs.cost[p] > limitMm || isCovered[r] === 1 || weight[r] === 0) continue;
      isCovered[r] = 1;
      gain.people += people[r];
      if (elderly !== null) gain.elderly! += Math.max(0, elderly[r]);
    }
    return gain;
  });
}

interface Scale {
  readonly unit: SitingAnswer["unit"];
  readonly value: (value: number) => number;
  readonly gain: (gain: number) => number;
}

/** The engine counts in millimetres; people think in time. */
function scaleOf(objective: string, speedMmPerSecond: number): Scale {
  const same = (value: number) => value;
  const personMinutes = (value: number) => value / speedMmPerSecond / 60;
  if (objective === "cover") return { unit: "people", value: same, gain: same };
  if (objective === "fewest") return { unit: "sites", value: same, gain: same };
  if (objective === "median") return { unit: "person_minutes", value: personMinutes, gain: personMinutes };
  return { unit: "seconds", value: (mm) => mm / speedMmPerSecond, gain: personMinutes };
}
