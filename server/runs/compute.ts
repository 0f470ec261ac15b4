/** Every walk and every sum of a run, one category after another; between two the service answers others. @module */
import { setImmediate } from "node:timers/promises";
import { type CoverageAnswer, coverageAtLimits, type RankedUnit } from "../analysis/coverage.ts";
import type { OpenArea } from "../analysis/open-area.ts";
import type { Pins } from "../analysis/pins.ts";
import { checkedLimit } from "../analysis/reach.ts";
import type { CategoryWalks } from "../coverage/category-walks.ts";
import { VERDICTS, type Verdict, verdictColumn } from "../coverage/verdict.ts";
import type { RunPlaces, RunWalks } from "../store/analysis-runs.ts";
import { pinsOfRun, type RunQuestion } from "./question.ts";

/** Coverage of one category at one limit. */
export interface RunCoverage extends Omit<CoverageAnswer, "pins" | "units"> {
  profile: string;
  subdistricts: RankedUnit[];
  communities: RankedUnit[];
}

export interface RunResult {
  area: string;
  question: RunQuestion;
  pins: Record<string, Pins>;
  /** By profile, category and minutes, in the order of the question. */
  coverage: RunCoverage[];
}

export interface ComputedRun {
  readonly places: RunPlaces;
  readonly walks: readonly RunWalks[];
  readonly result: RunResult;
}

const LETTER: Readonly<Record<Verdict, string>> = { covered: "c", uncovered: "u", unknown: "-" };
/** By index of the verdict. */
const LETTERS = Buffer.from(VERDICTS.map((verdict) => LETTER[verdict]).join(""), "latin1");

/**
 * @param onProgress 0 … 1
 * @throws the signal's reason once it is aborted
 */
export async function computeRun(
  area: OpenArea,
  question: RunQuestion,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<ComputedRun> {
  const walks: RunWalks[] = [];
  const coverage: RunCoverage[] = [];
  const steps = question.profiles.length * question.categories.length;
  for (const profile of question.profiles) {
    for (const category of question.categories) {
      await setImmediate();
      signal.throwIfAborted();
      walks.push(walksOf(area, question, profile, category));
      coverage.push(...coverageOf(area, question, profile, category));
      onProgress(walks.length / steps);
    }
  }
  const result = { area: area.content.areaId, question, pins: pinsOfRun(area, question), coverage };
  return { places: placesOf(area), walks, result };
}

/** One a limit. */
function coverageOf(area: OpenArea, { at, minutes }: RunQuestion, profile: string, category: string): RunCoverage[] {
  const asked = { category, profile, at: at ?? undefined };
  return coverageAtLimits(area, asked, minutes, ["subdistrict", "community"]).map(({ byLevel, ...head }) => {
    const [subdistricts, communities] = byLevel;
    return { profile, ...head, subdistricts, communities };
  });
}

function walksOf(area: OpenArea, { minutes, at }: RunQuestion, profile: string, category: string): RunWalks {
  const walks = area.walksFor({ category, profile, at: at ?? undefined });
  const walker = area.walker(profile);
  const verdicts = minutes.map((limit) => [String(limit), lettersOf(walks, checkedLimit(walker, limit))]);
  return {
    profile,
    category,
    verdicts: Object.fromEntries(verdicts),
    totalMm: walks.totalMm,
    facility: walks.facility,
  };
}

/** One a residence. */
function lettersOf(walks: CategoryWalks, limitMm: number): string {
  const verdicts = verdictColumn(walks, limitMm);
  return Buffer.from(verdicts.map((verdict) => LETTERS[verdict])).toString("latin1");
}

function placesOf({ content }: OpenArea): RunPlaces {
  const { residences, facilities, communities } = content;
  return {
    residence: residences.ref,
    community: Array.from(residences.community, (c) => (c < 0 ? null : communities[c].ref)),
    households: residences.households,
    residents: residences.residents,
    facility: facilities.ref,
  };
}
