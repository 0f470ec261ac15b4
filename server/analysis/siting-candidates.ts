/** Where sites could be: every candidate that was looked at, and which of them a distance rules out. @module */
import type { Source } from "../siting/area/candidates.ts";
import type { SitingCase } from "./siting.ts";
import type { PlacedCandidate } from "./siting-question.ts";

/** Shares its candidates with every question of the same ground: small enough to be kept with each. */
export interface CandidatePlaces {
  readonly candidates: readonly PlacedCandidate[];
  readonly tooNear: ReadonlySet<number>;
  /** Names of communities by index. */
  readonly communities: readonly string[];
}

export interface CandidatePlace {
  id: string;
  source: Source;
  name: string | null;
  position: [number, number];
  street: string | null;
  community: string | null;
  price: number | null;
  /** A facility stands nearer than the distance that was asked for. */
  tooNear: boolean;
}

export function candidatePlaces({ area, ground, tooNearFacilities }: SitingCase): CandidatePlaces {
  return {
    candidates: ground.candidates,
    tooNear: new Set(tooNearFacilities),
    communities: area.content.communities.map(({ name }) => name),
  };
}

export function tellCandidates({ candidates, tooNear, communities }: CandidatePlaces): CandidatePlace[] {
  return candidates.map(({ id, source, name, position, street, community, price }, j) => ({
    id,
    source,
    name,
    position: [position[0], position[1]],
    street,
    community: community < 0 ? null : communities[community],
    price,
    tooNear: tooNear.has(j),
  }));
}
