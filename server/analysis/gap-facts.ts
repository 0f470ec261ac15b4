/** Gap clusters of a question, worked out once and kept with the walks that they come from. @module */

import { MAX_OFFSET_MM } from "../base/units.ts";
import { type CategoryWalks, walksToCategory } from "../coverage/category-walks.ts";
import type { CauseFacts } from "../coverage/gaps/cause.ts";
import { type GapClusters, gapClusters } from "../coverage/gaps/clusters.ts";
import { straightFinder } from "../coverage/gaps/straight-nearest.ts";
import { type Starts, startsOf } from "../coverage/starts.ts";
import { isRestricted } from "../reach/profile.ts";
import { createWalker, type Walker } from "../reach/walker.ts";
import type { CoverageQuestion } from "./coverage.ts";
import { kept } from "./kept.ts";
import type { OpenArea } from "./open-area.ts";
import { checkedLimit } from "./reach.ts";

interface Gaps {
  readonly facts: CauseFacts;
  limitMm: number;
  clusters: GapClusters | null;
}

const gaps = new WeakMap<CategoryWalks, Gaps>();
/** Of walkers that are asked for causes alone. */
const starts = new WeakMap<Walker, Starts>();
/** By the walker of a profile, one as fast who can use every way. */
const unhindered = new WeakMap<Walker, Walker>();

export interface GapAnswer {
  readonly clusters: GapClusters;
  readonly facts: CauseFacts;
  readonly limitMm: number;
}

/** Clusters at the question's limit; those of the limit asked for last are kept. */
export function gapsAt(area: OpenArea, question: CoverageQuestion): GapAnswer {
  const limitMm = checkedLimit(area.walker(question.profile), question.minutes);
  const walks = area.walksFor(question);
  const known = kept(gaps, walks, (): Gaps => ({ facts: factsOf(area, question, walks), limitMm, clusters: null }));
  if (known.clusters === null || known.limitMm !== limitMm) {
    known.clusters = gapClusters(area.neighbourhood(), known.facts, limitMm);
    known.limitMm = limitMm;
  }
  return { clusters: known.clusters, facts: known.facts, limitMm };
}

function factsOf(area: OpenArea, { profile, category, at }: CoverageQuestion, walks: CategoryWalks): CauseFacts {
  const { residences, facilities } = area.content;
  const index = area.categoryIndex(category);
  const walker = area.walker(profile);
  const openness = at === undefined ? null : area.opennessAt(at);
  const walksOf = (other: Walker) =>
    walksToCategory(
      other,
      other,
      kept(starts, other, () => startsOf(other, other, residences)),
      facilities,
      index,
      openness,
    );
  const free = area.freeWalker(profile);
  const everyWay = () => createWalker(area.streets, { ...walker.profile, closedWays: [], maxOffsetMm: MAX_OFFSET_MM });
  return {
    residences,
    walks,
    gatesOpen: free.plain === walker.plain ? null : walksOf(free),
    waysOpen: isRestricted(walker.profile) ? walksOf(kept(unhindered, walker, everyWay)) : null,
    straight: straightFinder(facilities, index, openness),
  };
}
