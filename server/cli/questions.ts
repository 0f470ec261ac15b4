/** The questions that a command line asks of an area: every category with every profile and every limit. @module */
import type { CoverageQuestion } from "../analysis/coverage.ts";
import type { OpenArea } from "../analysis/open-area.ts";
import { type Given, listed, numberOf, text } from "./options.ts";

const string = { type: "string" } as const;
const strings = { type: "string", multiple: true } as const;
/** For every category of the catalogue, or every profile. */
export const ALL = "all";

export const QUESTION_OPTIONS = { category: strings, minutes: strings, profile: strings, at: string } as const;
export const QUESTION_USAGE = '[--category C,C…|all] [--minutes 5,10,15] [--profile P,P…|all] [--at "We 22:00"]';

export interface Asked {
  readonly categories: readonly string[];
  readonly profiles: readonly string[];
  readonly minutes: readonly number[];
  readonly at: string | undefined;
}

export function asked(given: Given): Asked {
  const minutes = listed(given, "minutes");
  const profiles = listed(given, "profile");
  return {
    categories: listed(given, "category"),
    profiles: profiles.length > 0 ? profiles : ["adult"],
    minutes: minutes.length > 0 ? minutes.map((value) => numberOf("--minutes", value, "0 … 120")) : [15],
    at: text(given, "at") ?? undefined,
  };
}

/** Without any category named, those of which the area has facilities. */
export function questionsOf({ content, knownCategories, profiles }: OpenArea, wanted: Asked): CoverageQuestion[] {
  const categories = wanted.categories.length > 0 ? wanted.categories : content.facilities.categories;
  const whole = (list: readonly string[], all: Iterable<string>) => (list.includes(ALL) ? [...all] : list);
  return whole(wanted.profiles, profiles.keys()).flatMap((profile) =>
    whole(categories, knownCategories).flatMap((category) =>
      wanted.minutes.map((minutes): CoverageQuestion => ({ category, profile, minutes, at: wanted.at })),
    ),
  );
}
