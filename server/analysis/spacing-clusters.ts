/** Clusters of facilities that stand too close to one another, as answers. @module */
import type { Kysely } from "kysely";
import { type BBox, EMPTY_BBOX, extendBBox } from "../base/lon-lat.ts";
import { isInForce } from "../spacing/rule.ts";
import type { Database } from "../store/database.ts";
import type { OpenArea } from "./open-area.ts";
import { type SpacedFacility, type SpacingQuestion, spacedFacility, unitFilter, violationsOn } from "./spacing.ts";
import { type SpacingPins, spacingPins } from "./spacing-pins.ts";
import { registerOf } from "./spacing-register.ts";

export interface SpacingClusterAnswer {
  rule: string;
  /** Its first member by ref. */
  id: string;
  facilities: number;
  pairs: number;
  /** Fewest moves that heal it; a range where the cluster is too large to be sure. */
  leastMoves: number;
  mostMoves: number;
  /** One way to heal it: these move. Null where the cluster is too large to tell. */
  move: string[] | null;
  /** At most {@link MOST_TOLD} of them. */
  members: SpacedFacility[];
  bbox: [number, number, number, number];
}

export interface SpacingClustersAnswer {
  date: string;
  items: SpacingClusterAnswer[];
  total: number;
  pins: SpacingPins;
}

const MOST_TOLD = 500;

/** Those with a member in the unit, largest first within each rule; `offset` of them are passed over. */
export async function spacingClusters(
  db: Kysely<Database>,
  area: OpenArea,
  { date, rules, unit }: SpacingQuestion,
  offset: number,
  count: number,
): Promise<SpacingClustersAnswer> {
  const register = await registerOf(db, area);
  const { lon, lat, ref } = area.content.facilities;
  const inUnit = unitFilter(area, unit);
  const all = rules
    .filter((rule) => isInForce(rule, date))
    .flatMap((rule) =>
      violationsOn(area, register, rule, date)
        .violations.clusters.filter(({ members }) => members.some(inUnit))
        .map((cluster) => ({ rule, cluster })),
    );
  return {
    date,
    total: all.length,
    items: all
      .slice(offset, offset + count)
      .map(({ rule, cluster: { members, pairs, leastMoves, mostMoves, move } }) => ({
        rule: rule.id,
        id: ref[members[0]],
        facilities: members.length,
        pairs,
        leastMoves,
        mostMoves,
        move: move?.map((f) => ref[f]) ?? null,
        members: members.slice(0, MOST_TOLD).map((f) => spacedFacility(area, register, f)),
        bbox: [...members.reduce<BBox>((box, f) => extendBBox(box, [lon[f], lat[f]]), EMPTY_BBOX)],
      })),
    pins: spacingPins(area, date, rules),
  };
}
