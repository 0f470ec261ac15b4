/** What the page of siting draws: the plan with what is within the limit of each site, candidates, and walks once it stands. @module */
import type { MultiPolygon } from "geojson";
import type { Place } from "../state/view.ts";

export interface SitingPicture {
  readonly sites: readonly PlannedPlace[];
  /** Within the limit on foot of a site. */
  readonly areas: readonly { readonly shape: MultiPolygon; readonly selected: boolean }[];
  readonly candidates: readonly CandidateDot[];
  /** A candidate that is looked at and not chosen. */
  readonly selected: Place | null;
  /** Cells whose walk the plan changes, as it is once the sites stand. */
  readonly after: readonly WalkCell[];
}

export interface PlannedPlace {
  readonly at: Place;
  /** In the order in which they pay, from 1 on. */
  readonly rank: number;
  readonly pinned: boolean;
  readonly selected: boolean;
}

export interface CandidateDot {
  readonly at: Place;
  /** `barred`: a facility stands too near. */
  readonly state: "free" | "barred" | "refused";
}

export interface WalkCell {
  /** Closed. */
  readonly ring: readonly Place[];
  /** Null where nobody walks to any. */
  readonly meanMm: number | null;
}
