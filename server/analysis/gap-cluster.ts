/** One gap cluster with its homes, and the lines that explain it: straight to the nearest, and as it is walked. @module */
import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import type { Kysely } from "kysely";
import type { LonLat } from "../base/lon-lat.ts";
import { coverageError } from "../coverage/errors.ts";
import type { GapCluster } from "../coverage/gaps/clusters.ts";
import { entranceOf } from "../coverage/starts.ts";
import { walkBetween } from "../reach/pair.ts";
import { routeOf } from "../reach/route.ts";
import type { Database } from "../store/database.ts";
import type { CoverageQuestion } from "./coverage.ts";
import { type GapClusterAnswer, gapClusterAnswers, positionOf } from "./gap-clusters.ts";
import { gapsAt } from "./gap-facts.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import type { NearestAnswer } from "./reach-facilities.ts";
import { nearestTo } from "./residence-rows.ts";
import { pair } from "./walk-answer.ts";

export interface GapMember {
  ref: string;
  position: [number, number];
  community: string | null;
  households: number | null;
  residents: number | null;
  estimated: boolean;
  why: GapCluster["why"];
  nearest: NearestAnswer | null;
}

export interface GapClusterDetail {
  cluster: GapClusterAnswer;
  /** Most people first. */
  members: GapMember[];
  /** Features of kind `straight`, `walk` and `closed_gate`, seen from the heart of the cluster; those that there are. */
  lines: FeatureCollection<LineString | Point, { kind: "straight" | "walk" | "closed_gate" }>;
  pins: Pins;
}

/** @param ref of the cluster, or of any of its residences. Throws `residence_unknown`, and `gap_unknown` for one that is covered. */
export async function gapClusterDetail(
  db: Kysely<Database>,
  area: OpenArea,
  question: CoverageQuestion,
  ref: string,
): Promise<GapClusterDetail> {
  const answer = gapsAt(area, question);
  const r = area.residenceIndex(ref);
  const { uncovered, unknown } = answer.clusters;
  const cluster = [...uncovered, ...unknown].find(({ members }) => members.includes(r));
  if (cluster === undefined) throw coverageError("gap_unknown", { value: ref, minutes: question.minutes });
  const [told] = await gapClusterAnswers(db, area, question, answer, [cluster]);
  return {
    cluster: told,
    members: cluster.members.map((member, i) =>
      memberAnswer(area, question, answer.limitMm, member, cluster.memberWhy[i]),
    ),
    lines: { type: "FeatureCollection", features: linesOf(area, question, cluster, told) },
    pins: pinsOf(area, area.walker(question.profile), question.at),
  };
}

function memberAnswer(
  area: OpenArea,
  question: CoverageQuestion,
  limitMm: number,
  r: number,
  why: GapMember["why"],
): GapMember {
  const { residences, communities } = area.content;
  const community = residences.community[r];
  const known = (figure: number) => (figure < 0 ? null : figure);
  return {
    ref: residences.ref[r],
    position: pair(positionOf(area, r)),
    community: community < 0 ? null : communities[community].name,
    households: known(residences.households[r]),
    residents: known(residences.residents[r]),
    estimated: residences.estimated[r] === 1,
    why,
    nearest: nearestTo(area, question, r, limitMm),
  };
}

function linesOf(
  area: OpenArea,
  question: CoverageQuestion,
  { heart }: GapCluster,
  { straight, nearest, closedGates }: GapClusterAnswer,
): GapClusterDetail["lines"]["features"] {
  const from = positionOf(area, heart);
  const features: GapClusterDetail["lines"]["features"] = [];
  if (straight !== null) features.push(line("straight", [from, straight.facility.position]));
  const walk = nearest === null ? null : walkedLine(area, question, heart, nearest.facility.position);
  if (walk !== null) features.push(line("walk", walk));
  for (const coordinates of closedGates)
    features.push({ type: "Feature", properties: { kind: "closed_gate" }, geometry: { type: "Point", coordinates } });
  return features;
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
  return [own, ...(entrance === null ? [] : [entrance]), ...routeOf(walker, walk).line, to];
}

function line(kind: "straight" | "walk", points: readonly LonLat[]): Feature<LineString, { kind: typeof kind }> {
  return {
    type: "Feature",
    properties: { kind },
    geometry: { type: "LineString", coordinates: points.map(pair) },
  };
}
