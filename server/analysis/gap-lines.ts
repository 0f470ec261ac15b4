/** The lines that explain a gap cluster: straight to the nearest, and as it is walked, each in one piece. @module */
import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import { type LonLat, onTurnOf } from "../base/lon-lat.ts";
import { entranceOf } from "../coverage/starts.ts";
import { walkBetween } from "../reach/pair.ts";
import { routeOf } from "../reach/route.ts";
import type { CoverageQuestion } from "./coverage.ts";
import { type GapClusterAnswer, positionOf } from "./gap-clusters.ts";
import type { OpenArea } from "./open-area.ts";
import { pair } from "./walk-answer.ts";

export type GapLines = FeatureCollection<LineString | Point, { kind: "straight" | "walk" | "closed_gate" }>;

/** Seen from one residence; those that there are. */
export function gapLines(
  area: OpenArea,
  question: CoverageQuestion,
  r: number,
  { straight, nearest, closedGates }: Pick<GapClusterAnswer, "straight" | "nearest" | "closedGates">,
): GapLines {
  const from = positionOf(area, r);
  const features: GapLines["features"] = [];
  if (straight !== null) features.push(line("straight", [from, onTurnOf(straight.facility.position, from)]));
  const walk = nearest === null ? null : walkedLine(area, question, r, nearest.facility.position);
  if (walk !== null) features.push(line("walk", walk));
  for (const coordinates of closedGates)
    features.push({ type: "Feature", properties: { kind: "closed_gate" }, geometry: { type: "Point", coordinates } });
  return { type: "FeatureCollection", features };
}

/** From the residence, by the entrance that its walk takes, to the facility: offsets included. */
function walkedLine(area: OpenArea, question: CoverageQuestion, r: number, to: LonLat): LonLat[] | null {
  const { profile } = question;
  const walker = area.walker(profile);
  const start = area.walksFor(question).start[r];
  const entrance = entranceOf(area.content.residences, r, start - area.startsOf(profile).first[r]);
  const own = positionOf(area, r);
  const walk = walkBetween(walker, entrance ?? own, to);
  if (walk.status !== "ok") return null;
  const streets = routeOf(walker, walk).line;
  const before = entrance === null ? [own] : [own, entrance];
  return [...before.map((point) => onTurnOf(point, streets[0])), ...streets, onTurnOf(to, streets[streets.length - 1])];
}

function line(kind: "straight" | "walk", points: readonly LonLat[]): Feature<LineString, { kind: typeof kind }> {
  return {
    type: "Feature",
    properties: { kind },
    geometry: { type: "LineString", coordinates: points.map(pair) },
  };
}
