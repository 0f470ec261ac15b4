/** Gap clusters as answers: named, with their people, the walk, and what lies in the way. @module */
import type { Kysely } from "kysely";
import { type BBox, EMPTY_BBOX, extendBBox, type LonLat } from "../base/lon-lat.ts";
import { MM_PER_M, walkSeconds } from "../base/units.ts";
import type { GapCluster } from "../coverage/gaps/clusters.ts";
import { nearestStreet } from "../coverage/gaps/nearest-street.ts";
import { addPeople, nobody, type PeopleSum } from "../coverage/people-sum.ts";
import { entranceOf } from "../coverage/starts.ts";
import { closedGatesBetween } from "../reach/closed-gates.ts";
import { type BarrierKind, barriersAcross } from "../store/barriers.ts";
import type { Database } from "../store/database.ts";
import { residencesByRefs } from "../store/residences.ts";
import type { CoverageQuestion } from "./coverage.ts";
import { type GapAnswer, gapsAt } from "./gap-facts.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import type { NearestAnswer } from "./reach-facilities.ts";
import { nearestTo } from "./residence-rows.ts";
import { pair } from "./walk-answer.ts";

export type GapVerdict = GapCluster["verdict"];

export interface FacilityPoint {
  ref: string;
  name: string | null;
  position: [number, number];
}

export interface GapClusterAnswer {
  id: string;
  verdict: GapVerdict;
  /** Of the residence that stands for the cluster, where it has one. */
  name: string | null;
  /** Nearest street with a name. */
  street: string | null;
  community: string | null;
  /** The residence with most people among those of the cause: its walk is the one told and drawn. */
  heart: string;
  position: [number, number];
  bbox: [number, number, number, number];
  people: PeopleSum;
  why: GapCluster["why"];
  whys: { why: GapCluster["why"]; people: PeopleSum }[];
  worst: { ref: string; seconds: number; totalM: number } | null;
  meanSeconds: number | null;
  /** Residences without any walk. */
  noWalkResidences: number;
  nearest: NearestAnswer | null;
  /** The nearest facility as the crow flies, and by how much the walk to the nearest is longer than that. */
  straight: { facility: FacilityPoint; metres: number; detour: number | null } | null;
  /** What the straight line crosses, where the cause is a barrier. */
  barriers: { kind: BarrierKind; name: string | null }[];
  /** Where the cause is a closed gate, or an island that gates make one: those on the way that would lead there. */
  closedGates: [number, number][];
}

export interface GapClusterPage {
  items: GapClusterAnswer[];
  /** Clusters in all, and the people in all of them. */
  total: number;
  people: PeopleSum;
  limitM: number;
  pins: Pins;
}

/** Clusters of one verdict, most people first; `offset` of them are passed over. */
export async function gapClusterPage(
  db: Kysely<Database>,
  area: OpenArea,
  question: CoverageQuestion,
  verdict: GapVerdict,
  offset: number,
  count: number,
): Promise<GapClusterPage> {
  const answer = gapsAt(area, question);
  const all = answer.clusters[verdict];
  const people = nobody();
  for (const { members } of all) for (const r of members) addPeople(people, area.content.residences, r);
  return {
    items: await gapClusterAnswers(db, area, question, answer, all.slice(offset, offset + count)),
    total: all.length,
    people,
    limitM: answer.limitMm / MM_PER_M,
    pins: pinsOf(area, area.walker(question.profile), question.at),
  };
}

/** In the order of the clusters. */
export async function gapClusterAnswers(
  db: Kysely<Database>,
  area: OpenArea,
  question: CoverageQuestion,
  answer: GapAnswer,
  clusters: readonly GapCluster[],
): Promise<GapClusterAnswer[]> {
  if (clusters.length === 0) return [];
  const { ref } = area.content.residences;
  const hearts = clusters.map(({ heart }) => ref[heart]);
  const rows = await residencesByRefs(db, area.content.releaseId, hearts).execute();
  const nameOf = new Map(rows.map((row) => [row.ref, row.name]));
  const items = clusters.map((cluster) => clusterAnswer(area, question, answer, cluster, nameOf));
  const barred = items.filter(({ why, straight }) => why === "barrier" && straight !== null);
  if (barred.length > 0) {
    const lines = barred.map(({ position, straight }) => [position, straight?.facility.position ?? position] as const);
    const found = await barriersAcross(db, area.content.releaseId, lines).execute();
    // Where one of its kind has a name, it is called by that alone.
    const isNamed = new Set(found.filter(({ name }) => name !== null).map(({ line, kind }) => `${line} ${kind}`));
    for (const { line, kind, name } of found)
      if (name !== null || !isNamed.has(`${line} ${kind}`)) barred[line].barriers.push({ kind, name });
  }
  return items;
}

function clusterAnswer(
  area: OpenArea,
  question: CoverageQuestion,
  answer: GapAnswer,
  cluster: GapCluster,
  nameOf: ReadonlyMap<string, string | null>,
): GapClusterAnswer {
  const { residences, communities } = area.content;
  const { walks } = answer.facts;
  const { heart, worst, meanMm, members, why } = cluster;
  const { speedMmPerSecond } = area.walker(question.profile).profile;
  const community = residences.community[heart];
  const box = members.reduce<BBox>((all, r) => extendBBox(all, positionOf(area, r)), EMPTY_BBOX);
  const nearest = nearestTo(area, question, heart, answer.limitMm);
  return {
    id: cluster.id,
    verdict: cluster.verdict,
    name: nameOf.get(residences.ref[heart]) ?? null,
    street: nearestStreet(area.neighbourhood(), heart),
    community: community < 0 ? null : communities[community].name,
    heart: residences.ref[heart],
    position: pair(positionOf(area, heart)),
    bbox: [...box],
    people: cluster.people,
    why,
    whys: [...cluster.causes].map(([cause, people]) => ({ why: cause, people })),
    worst:
      worst < 0
        ? null
        : {
            ref: residences.ref[worst],
            seconds: walkSeconds(walks.totalMm[worst], speedMmPerSecond),
            totalM: walks.lengthMm[worst] / MM_PER_M,
          },
    meanSeconds: meanMm === null ? null : walkSeconds(meanMm, speedMmPerSecond),
    noWalkResidences: cluster.noWalk,
    nearest,
    straight: straightFrom(area, answer, heart, nearest),
    barriers: [],
    closedGates: why === "closed_gate" || why === "island" ? gatesBefore(area, question, answer, heart) : [],
  };
}

function straightFrom(
  area: OpenArea,
  { facts }: GapAnswer,
  r: number,
  nearest: NearestAnswer | null,
): GapClusterAnswer["straight"] {
  const found = facts.straight(positionOf(area, r));
  if (found === null) return null;
  const walkM = nearest?.walk.totalM ?? null;
  return {
    facility: facilityPoint(area, found.facility),
    metres: found.metres,
    detour: walkM === null || found.metres === 0 ? null : walkM / found.metres,
  };
}

/** Closed gates on the way from the residence to the facility that it would walk to if they were open. */
function gatesBefore(
  area: OpenArea,
  { profile }: CoverageQuestion,
  { facts: { gatesOpen } }: GapAnswer,
  r: number,
): [number, number][] {
  if (gatesOpen === null || gatesOpen.facility[r] < 0) return [];
  const { residences, facilities } = area.content;
  const entrance = entranceOf(residences, r, gatesOpen.start[r] - area.startsOf(profile).first[r]);
  const f = gatesOpen.facility[r];
  const to: LonLat = [facilities.lon[f], facilities.lat[f]];
  const from = entrance ?? positionOf(area, r);
  return closedGatesBetween(area.streets, area.freeWalker(profile), from, to).map(pair);
}

export function facilityPoint({ content: { facilities } }: OpenArea, f: number): FacilityPoint {
  return { ref: facilities.ref[f], name: facilities.name[f], position: [facilities.lon[f], facilities.lat[f]] };
}

export function positionOf({ content: { residences } }: OpenArea, r: number): LonLat {
  return [residences.lon[r], residences.lat[r]];
}
