/** Who finds a place: capacities given out to the nearest people first, a second reading beside plain coverage. @module */
import { MM_PER_M } from "../base/units.ts";
import { type CapacityTally, tallyCapacity } from "../coverage/capacity/outcome.ts";
import { serveNearest } from "../coverage/capacity/serve.ts";
import { walkPairs } from "../coverage/capacity/walk-pairs.ts";
import { coverageError } from "../coverage/errors.ts";
import { groupsBy, type Level } from "../coverage/groups.ts";
import { Open } from "../coverage/hours/open-at.ts";
import type { Residences } from "../coverage/people.ts";
import { residencesWithin } from "../coverage/residences-within.ts";
import { AGE_GROUPS } from "../import/age-groups.ts";
import { type CoverageQuestion, groupsOf } from "./coverage.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { checkedLimit } from "./reach.ts";

export interface CapacityQuestion extends CoverageQuestion {
  /** Who wants a place: `residents`, `households`, or the code of an age group. */
  readonly demand: string;
}

export interface CapacityUnit extends CapacityTally {
  ref: string | null;
  name: string | null;
  parent: string | null;
}

export interface FacilityLoad {
  ref: string;
  name: string | null;
  position: [number, number];
  community: string | null;
  /** null: unknown, or its hours are; nobody is said to find a place there. */
  capacity: number | null;
  assigned: number;
  /** People within the limit of it. */
  demandWithin: number;
  /** People who came when it was full: some of them found another. */
  turnedAway: number;
}

export interface CapacityAnswer {
  category: string;
  minutes: number;
  limitM: number;
  demand: string;
  /** Places of the facilities whose capacity is known, and how many of them nobody took. */
  places: number;
  placesFree: number;
  /** Facilities that may be open and whose capacity or hours are unknown. */
  facilitiesUncounted: number;
  whole: CapacityUnit;
  units: CapacityUnit[];
  /** Those open, or whose hours are not asked about; over-subscribed ones first, most people turned away first. */
  facilities: FacilityLoad[];
  pins: Pins;
}

/** Throws `demand_unknown`, `capacity_pairs_too_many` and whatever coverage does. */
export function capacityBy(area: OpenArea, question: CapacityQuestion, level: Level): CapacityAnswer {
  const walker = area.walker(question.profile);
  const limitMm = checkedLimit(walker, question.minutes);
  const { residences, facilities } = area.content;
  const demand = demandOf(area, question.demand);
  const walks = area.walksFor(question);
  const starts = area.startsOf(question.profile);
  const { counted, uncounted } = facilitiesOf(area, question);
  const served = serveNearest(
    walkPairs(
      walker,
      starts,
      counted.map((f) => area.endsOfFacility(walker, f)),
      limitMm,
    ),
    demand,
    Int32Array.from(counted, (f) => facilities.capacity[f]),
  );
  const nearUncounted = new Uint8Array(residences.count);
  const demandNear = new Float64Array(uncounted.length);
  const within = residencesWithin(walker, starts, limitMm);
  uncounted.forEach((f, i) => {
    for (const r of within(area.endsOfFacility(walker, f)).residence) {
      nearUncounted[r] = 1;
      demandNear[i] += Math.max(0, demand[r]);
    }
  });
  const ground = { walks, limitMm, demand, served, nearUncounted };
  const [whole] = tallyCapacity(ground, groupsBy("area", [], residences, facilities));
  const loads = [
    ...counted.map((f, i) => loadOf(area, f, served.within[i], served.assigned[i], served.turnedAway[i])),
    ...uncounted.map((f, i) => ({ ...loadOf(area, f, demandNear[i], 0, 0), capacity: null })),
  ];
  const places = counted.reduce((sum, f) => sum + facilities.capacity[f], 0);
  return {
    category: question.category,
    minutes: question.minutes,
    limitM: limitMm / MM_PER_M,
    demand: question.demand,
    places,
    placesFree: places - served.assigned.reduce((sum, people) => sum + people, 0),
    facilitiesUncounted: uncounted.length,
    whole: { ref: null, name: null, parent: null, ...whole },
    units: level === "area" ? [] : unitsOf(area, level, tallyCapacity(ground, groupsOf(area, level))),
    facilities: loads.sort(
      (a, b) => b.turnedAway - a.turnedAway || b.demandWithin - a.demandWithin || (a.ref < b.ref ? -1 : 1),
    ),
    pins: pinsOf(area, walker, question.at),
  };
}

/** Facilities whose places can be given out, and those of which too little is known; closed ones are neither. */
function facilitiesOf(area: OpenArea, { category, at }: CapacityQuestion) {
  const { facilities } = area.content;
  const index = area.categoryIndex(category);
  const openness = at === undefined ? null : area.opennessAt(at);
  const counted: number[] = [];
  const uncounted: number[] = [];
  for (let f = 0; f < facilities.count; f++) {
    const state = openness?.[f] ?? Open.YES;
    if (facilities.category[f] !== index || state === Open.NO) continue;
    (state === Open.YES && facilities.capacity[f] >= 0 ? counted : uncounted).push(f);
  }
  return { counted, uncounted };
}

function demandOf({ content }: OpenArea, demand: string): Int32Array {
  const { residences } = content;
  if (demand === "residents" || demand === "households") return residences[demand];
  const group = AGE_GROUPS.find(({ code }) => code === demand);
  if (group === undefined)
    throw coverageError("demand_unknown", {
      value: demand,
      expected: ["residents", "households", ...AGE_GROUPS.map(({ code }) => code)].join(", "),
    });
  return residences.ages.get(group.code) ?? nobodyKnown(residences);
}

function nobodyKnown({ count }: Residences): Int32Array {
  return new Int32Array(count).fill(-1);
}

function loadOf(
  { content }: OpenArea,
  f: number,
  demandWithin: number,
  assigned: number,
  turnedAway: number,
): FacilityLoad {
  const { facilities, communities } = content;
  const community = facilities.community[f];
  return {
    ref: facilities.ref[f],
    name: facilities.name[f],
    position: [facilities.lon[f], facilities.lat[f]],
    community: community < 0 ? null : communities[community].name,
    capacity: facilities.capacity[f],
    assigned,
    demandWithin,
    turnedAway,
  };
}

/** What lies outside every unit is told where anybody lives there. */
function unitsOf(
  { content }: OpenArea,
  level: "subdistrict" | "community",
  tallies: readonly CapacityTally[],
): CapacityUnit[] {
  const units = level === "community" ? content.communities : content.subdistricts;
  return tallies.flatMap((tally, i) => {
    const unit = units[i] ?? null;
    if (unit === null && tally.total + tally.residencesWithoutFigure === 0) return [];
    return [{ ref: unit?.ref ?? null, name: unit?.name ?? null, parent: unit?.parent ?? null, ...tally }];
  });
}
