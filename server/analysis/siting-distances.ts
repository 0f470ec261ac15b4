/** Distances that new sites must keep, from a number of metres or from a rule of spacing. @module */
import { MM_PER_M } from "../base/units.ts";
import { nearestStraightMm } from "../coverage/straight.ts";
import { pairsTooNear } from "../siting/area/too-near.ts";
import { sitingError } from "../siting/errors.ts";
import { needsParcels, opposites, type Rule, thresholdM } from "../spacing/rule.ts";
import type { OpenArea } from "./open-area.ts";
import type { PlacedCandidate } from "./siting-question.ts";

/** Exactly the distance complies. */
export interface KeptDistance {
  /** Straight metres. */
  readonly metres: number;
  /** A new site keeps it from facilities of these. */
  readonly categories: readonly string[];
  /** New sites keep it from each other. */
  readonly among: boolean;
}

/**
 * A category that a rule does not concern keeps no distance.
 *
 * @throws DomainError `siting_rule_unmeasured` for a rule that is measured otherwise than in a straight line between points
 */
export function distancesOf(rules: readonly Rule[], category: string): KeptDistance[] {
  return rules.flatMap((rule) => {
    const categories = opposites(rule, category);
    if (categories.length === 0) return [];
    if (rule.measure !== "straight_line" || needsParcels(rule)) {
      const value = needsParcels(rule) ? "parcel_edge" : rule.measure;
      throw sitingError("siting_rule_unmeasured", { field: rule.id, value, expected: "straight_line" });
    }
    return [{ metres: thresholdM(rule), categories, among: categories.includes(category) }];
  });
}

/** Candidates that stand too near to a facility. Lines are rounded down to whole millimetres, which keeps the limit true. */
export function tooNearFacilities(
  { content }: OpenArea,
  candidates: readonly PlacedCandidate[],
  distances: readonly KeptDistance[],
): number[] {
  const { count, category, categories, lon, lat } = content.facilities;
  const from = {
    lon: Float64Array.from(candidates, ({ position }) => position[0]),
    lat: Float64Array.from(candidates, ({ position }) => position[1]),
  };
  const near = new Set<number>();
  for (const distance of distances) {
    const kept = Array.from({ length: count }, (_, f) => f).filter((f) =>
      distance.categories.includes(categories[category[f]]),
    );
    const nearest = nearestStraightMm(from, {
      lon: Float64Array.from(kept, (f) => lon[f]),
      lat: Float64Array.from(kept, (f) => lat[f]),
    });
    // A shop that stands already and is to be signed is not new to its neighbours.
    nearest.forEach((mm, j) => {
      if (candidates[j].source !== "unsigned" && mm < distance.metres * MM_PER_M) near.add(j);
    });
  }
  return [...near];
}

export function tooNearEachOther(
  candidates: readonly PlacedCandidate[],
  distances: readonly KeptDistance[],
): [number, number][] {
  const metres = distances.reduce((most, one) => (one.among ? Math.max(most, one.metres) : most), 0);
  const positions = candidates.map(({ position }) => position);
  return metres === 0 ? [] : pairsTooNear(positions, metres);
}
