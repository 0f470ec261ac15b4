/** What siting in an area is asked, by either face. @module */
import type { LonLat } from "../base/lon-lat.ts";
import type { Candidate, Source } from "../siting/area/candidates.ts";
import type { Objective } from "../siting/problem.ts";
import type { KeptDistance } from "./siting-distances.ts";

export interface ListedPlace {
  readonly id: string;
  readonly position: LonLat;
  readonly name: string | null;
  readonly price: number | null;
  readonly capacity: number | null;
}

/** What candidates and walks depend on: kept, so that a site refused is answered at once. */
export interface SitingGround {
  readonly category: string;
  readonly profile: string;
  readonly minutes: number;
  readonly objective: Objective;
  /** Kinds of places found on the map; those listed and unsigned come beside. */
  readonly sources: readonly Exclude<Source, "listed" | "unsigned">[];
  readonly latticeM: number;
  /** Vacant premises and the like. */
  readonly listed: readonly ListedPlace[];
  /** Facilities of the category that are signed; all others of it are candidates, and serve nobody yet. Null: all serve. */
  readonly signed: readonly string[] | null;
  /** Candidates that are wanted at most. */
  readonly candidates: number;
  /** How many times an elderly person counts, ≥ 1. */
  readonly elderlyWeight: number;
}

export interface SitingAsked extends SitingGround {
  readonly sites: number | null;
  /** Of `fewest`. */
  readonly share: number;
  /** Ids of candidates. */
  readonly force: readonly string[];
  readonly forbid: readonly string[];
  /** Straight metres that sites keep from each other and from facilities of the category; null for none. */
  readonly spacingM: number | null;
  /** Of rules of spacing, beside {@link spacingM}. */
  readonly distances: readonly KeptDistance[];
  readonly mostPerCommunity: number | null;
  readonly onePerCommunity: boolean;
  readonly budget: number | null;
  /** Capacities of listed candidates bind; of others, which have none, they would not. */
  readonly capacities: boolean;
  /** The worst-served community first. */
  readonly equity: boolean;
  /** For the proof; 0 for the greedy answer alone. */
  readonly seconds: number;
}

export const SITING_DEFAULTS = {
  profile: "adult",
  minutes: 15,
  objective: "cover",
  sources: ["gate", "corner"],
  latticeM: 100,
  listed: [],
  signed: null,
  candidates: 1000,
  elderlyWeight: 1,
  share: 1,
  force: [],
  forbid: [],
  spacingM: null,
  distances: [],
  mostPerCommunity: null,
  onePerCommunity: false,
  budget: null,
  capacities: false,
  equity: false,
  seconds: 30,
} as const satisfies Omit<SitingAsked, "category" | "sites">;

/** A candidate with what the area knows of its place. */
export interface PlacedCandidate extends Candidate {
  /** Index of its community, −1 outside all. */
  readonly community: number;
  readonly street: string | null;
}
