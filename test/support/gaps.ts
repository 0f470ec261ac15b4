/** Gap clusters of drawn or random streets, as the service works them out, and told by ref. */
import { walksToCategory } from "../../server/coverage/category-walks.ts";
import { type GapCluster, gapClusters } from "../../server/coverage/gaps/clusters.ts";
import { neighbourhoodOf } from "../../server/coverage/gaps/neighbourhood.ts";
import { straightFinder } from "../../server/coverage/gaps/straight-nearest.ts";
import type { Facilities, Residences } from "../../server/coverage/people.ts";
import { startsOf } from "../../server/coverage/starts.ts";
import type { WalkNetwork } from "../../server/network/walk-network.ts";
import { withGatesOpen } from "../../server/reach/closed-gates.ts";
import { createWalker, openStreets, type Walker } from "../../server/reach/walker.ts";
import { profileOf } from "./profiles.ts";

export function gapsOn(
  network: WalkNetwork,
  residences: Residences,
  facilities: Facilities,
  limitMm: number,
  profileId = "adult",
) {
  const streets = openStreets(network);
  const profile = profileOf(profileId);
  const walksOf = (walker: Walker, open: Walker) =>
    walksToCategory(walker, open, startsOf(walker, open, residences), facilities, 0);
  const walker = createWalker(streets, profile);
  const adult = createWalker(streets, profileOf("adult"));
  const free = createWalker(withGatesOpen(streets), profile);
  const everyWay = createWalker(streets, { ...profile, closedWays: [] });
  const walks = walksOf(walker, adult);
  const facts = {
    residences,
    walks,
    gatesOpen: free.plain === network ? null : walksOf(free, free),
    waysOpen: profile.closedWays.length === 0 ? null : walksOf(everyWay, everyWay),
    straight: straightFinder(facilities, 0, null),
  };
  return { walks, ...gapClusters(neighbourhoodOf(streets, residences, null), facts, limitMm) };
}

/** A cluster by refs, whatever the order of the residences. */
export function told({ ref }: Residences, { members, memberWhy, causes, heart, worst, ...rest }: GapCluster) {
  return {
    ...rest,
    members: members.map((r, i) => [ref[r], memberWhy[i]]),
    causes: [...causes],
    heart: ref[heart],
    worst: worst < 0 ? null : ref[worst],
  };
}
