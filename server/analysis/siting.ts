/** Siting in an area: asked, solved, told, for both faces. @module */
import { checkQuestion } from "../siting/check.ts";
import { sitingError } from "../siting/errors.ts";
import type { Names } from "../siting/infeasible.ts";
import { candidatesNamed } from "../siting/matrix.ts";
import { type Conditions, NO_CONDITIONS, type SitingQuestion } from "../siting/problem.ts";
import type { Solution } from "../siting/solution.ts";
import { type SolveSettings, solveSiting } from "../siting/solve.ts";
import { kept, recent } from "./kept.ts";
import type { OpenArea } from "./open-area.ts";
import { tooNearEachOther, tooNearFacilities } from "./siting-distances.ts";
import { type AreaProblem, areaProblem } from "./siting-problem.ts";
import type { SitingAsked, SitingGround } from "./siting-question.ts";

/** Everything that a plan is told from. */
export interface SitingCase {
  readonly area: OpenArea;
  readonly asked: SitingAsked;
  readonly ground: AreaProblem;
  readonly question: SitingQuestion;
  /** Candidates that stand too near to a facility that they must keep away from. */
  readonly tooNearFacilities: readonly number[];
  readonly names: Names;
}

/** Problems of an area that were laid out last: a site refused or pinned is asked of the same one. */
const MOST_KEPT = 4;
/** Nearer to each other, points along a street are one. */
const LEAST_LATTICE_M = 10;
const problems = new WeakMap<OpenArea, Map<string, AreaProblem>>();

/** Throws whatever is wrong with the question. */
export async function sitingCase(area: OpenArea, asked: SitingAsked, signal: AbortSignal): Promise<SitingCase> {
  const { latticeM, elderlyWeight, spacingM } = asked;
  if (!(latticeM >= LEAST_LATTICE_M)) throw wrong("lattice", latticeM, `≥ ${LEAST_LATTICE_M}`);
  if (!(elderlyWeight >= 1)) throw wrong("elderlyWeight", elderlyWeight, "≥ 1");
  if (spacingM !== null && !(spacingM >= 0)) throw wrong("spacing", spacingM, "≥ 0");
  const ground = await groundOf(area, asked, signal);
  const { communities } = area.content;
  const ids = ground.candidates.map(({ id }) => id);
  const own = spacingM === null ? [] : [{ metres: spacingM, categories: [asked.category], among: true }];
  const distances = [...own, ...asked.distances];
  const tooNear = tooNearFacilities(area, ground.candidates, distances);
  const question: SitingQuestion = {
    objective: asked.objective,
    sites: asked.sites,
    limit: ground.limitMm,
    share: asked.share,
    conditions: {
      ...conditionsOf(area, asked, ground, ids, tooNear),
      conflicts: tooNearEachOther(ground.candidates, distances),
    },
  };
  const names = { candidate: (j: number) => ids[j], community: (g: number) => communities[g].name };
  checkQuestion(ground.problem, question, names.candidate);
  return { area, asked, ground, question, tooNearFacilities: tooNear, names };
}

function wrong(field: string, value: number, expected: string) {
  return sitingError("siting_value_wrong", { field, value, expected });
}

/** Throws `siting_infeasible`, `siting_undecided`. */
export function solveCase(
  { ground, question, asked, names }: SitingCase,
  settings: Omit<SolveSettings, "timeLimitSeconds" | "names">,
): Promise<Solution> {
  const thread = asked.seconds > 0 ? settings.thread : null;
  return solveSiting(ground.problem, question, { ...settings, thread, timeLimitSeconds: asked.seconds, names });
}

async function groundOf(area: OpenArea, asked: SitingAsked, signal: AbortSignal): Promise<AreaProblem> {
  const { category, profile, minutes, objective, sources, latticeM, listed, signed, candidates, elderlyWeight } = asked;
  const ground: SitingGround = {
    category,
    profile,
    minutes,
    objective,
    sources,
    latticeM,
    listed,
    signed,
    candidates,
    elderlyWeight,
  };
  const own = kept(problems, area, () => new Map<string, AreaProblem>());
  const key = JSON.stringify(ground);
  const problem = own.get(key) ?? (await areaProblem(area, ground, signal));
  return recent(own, key, MOST_KEPT, () => problem);
}

function conditionsOf(
  { content }: OpenArea,
  asked: SitingAsked,
  { candidates }: AreaProblem,
  ids: readonly string[],
  tooNear: readonly number[],
): Conditions {
  const { mostPerCommunity, onePerCommunity, budget, capacities, equity } = asked;
  const needsGroups = mostPerCommunity !== null || onePerCommunity;
  return {
    ...NO_CONDITIONS,
    forced: candidatesNamed(asked.force, ids),
    forbidden: [...new Set([...candidatesNamed(asked.forbid, ids), ...tooNear])],
    group: needsGroups ? Int32Array.from(candidates, ({ community }) => community) : null,
    mostPerGroup: mostPerCommunity,
    neededGroups: onePerCommunity ? content.communities.map((_, i) => i) : [],
    // A place without a price is one that nobody offers: it costs nothing to name, and all of the budget to take.
    price: budget === null ? null : Float64Array.from(candidates, ({ price }) => price ?? budget),
    budget,
    capacity: capacities ? Float64Array.from(candidates, ({ capacity }) => capacity ?? Number.MAX_SAFE_INTEGER) : null,
    equity: equity ? content.residences.community : null,
  };
}
