/** What a run is asked, with everything that was left open filled in. @module */
import type { OpenArea } from "../analysis/open-area.ts";
import { type Pins, pinsOf } from "../analysis/pins.ts";
import { checkedLimit } from "../analysis/reach.ts";
import { runError } from "./errors.ts";

export interface RunAsked {
  /** Null for every category that the area has. */
  readonly categories: readonly string[] | null;
  readonly profiles: readonly string[];
  readonly minutes: readonly number[];
  /** Weekday and time at which facilities must be open; null where hours are not asked about. */
  readonly at: string | null;
  /** Id of a saved scenario; null for the base. */
  readonly scenario: number | null;
}

export interface RunQuestion extends RunAsked {
  readonly categories: readonly string[];
}

const MOST_COMBINATIONS = 5000;

/**
 * Everything in a fixed order, each once: what is asked the same gives the same bytes.
 *
 * @throws DomainError `category_unknown`, `profile_unknown`, `minutes_out_of_range`, `moment_unreadable`, `run_too_large`
 */
export function questionOf(area: OpenArea, asked: RunAsked): RunQuestion {
  const categories = sorted(asked.categories ?? area.content.facilities.categories);
  const profiles = sorted(asked.profiles);
  const minutes = [...new Set(asked.minutes)].sort((a, b) => a - b);
  const combinations = categories.length * profiles.length * minutes.length;
  if (combinations > MOST_COMBINATIONS)
    throw runError("run_too_large", { value: combinations, max: MOST_COMBINATIONS });
  for (const category of categories) area.categoryIndex(category);
  for (const profile of profiles) for (const limit of minutes) checkedLimit(area.walker(profile), limit);
  if (asked.at !== null) area.opennessAt(asked.at);
  return { categories, profiles, minutes, at: asked.at, scenario: asked.scenario };
}

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}

/** By profile. */
export function pinsOfRun(area: OpenArea, { profiles, at }: RunQuestion): Record<string, Pins> {
  return Object.fromEntries(profiles.map((profile) => [profile, pinsOf(area, area.walker(profile), at ?? undefined)]));
}
