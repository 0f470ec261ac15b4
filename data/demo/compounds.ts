/** Walled compounds (小区): a wall, one to four gates, private lanes and rows of apartment buildings that face south. @module */
import { drawFlats, planFlats } from "./flats.ts";
import { drawLanes, type Exit, type LanePlan, planLanes, streetNode } from "./lanes.ts";
import { along, areaOf, corners, distance, endOf, extentOf } from "./plane.ts";
import type { Random } from "./random.ts";
import recipe from "./recipe.json" with { type: "json" };
import type { Parcel, Town } from "./town.ts";

const { compounds } = recipe;
const LANE_TAGS = {
  spine: { highway: "service", access: "private" },
  row: { highway: "service", service: "driveway", access: "private" },
};
type Style = (typeof compounds.styles)[number];

/**
 * @param closed every gate is locked, so that nobody inside is known to walk anywhere
 * @returns false, with nothing drawn, where the plot is too narrow or meets no street
 */
export function buildCompound(town: Town, parcel: Parcel, closed: boolean): boolean {
  const { sheet } = town;
  const random = town.random(`compound/${town.parcels.indexOf(parcel)}`);
  const style = pickStyle(random, areaOf(parcel.plot));
  const [west, , east] = extentOf(parcel.plot);
  const loop = east - west > compounds.loopFromWidthM && random.chance(0.5);
  const plan = planLanes(parcel.plot, random.between(0.36, 0.64), style.pitchM, style.depthM);
  if (plan === null || plan.exits.length === 0) return false;
  const flats = planFlats(random, parcel.plot, plan, style, loop);
  if (flats === null) return false;

  const name = town.names.compound();
  const gates = placeGates(town, random, plan, areaOf(parcel.plot), closed);
  drawLanes(sheet, plan, gates, LANE_TAGS, loop);
  drawWall(town, parcel, gates, name);
  drawFlats(sheet, flats, style.depthM);
  const middle = plan.rows[Math.floor(plan.rows.length / 2)];
  const street = [...gates.keys()].map((exit) => exit.street.name).find((given) => given !== null) ?? null;
  town.homes.push({
    kind: "compound",
    name,
    point: [plan.spineU + 3, middle.v + 3],
    households: flats.households,
    street,
  });
  town.courtyards.push({ parcel, point: [plan.spineU - 3.5, plan.rows[0].v + 3], compound: name, street });
  return true;
}

/** Towers want room; a small plot has low slabs. */
function pickStyle(random: Random, areaM2: number): Style {
  const fitting = compounds.styles.filter(({ fromAreaM2 }) => areaM2 >= fromAreaM2);
  return fitting[random.weighted(fitting.map(({ weight }) => weight))];
}

/** Gates towards small streets come first; a big compound has more of them; now and then one is locked, never the only one. */
function placeGates(town: Town, random: Random, plan: LanePlan, areaM2: number, closed: boolean): Map<Exit, number> {
  const rank = (exit: Exit): number => compounds.gateRank[exit.street.kind] + random.between(0, 2.4);
  const order = plan.exits.map((exit) => ({ exit, rank: rank(exit) })).sort((a, b) => a.rank - b.rank);
  const wanted = Math.min(
    order.length,
    Math.max(1, Math.round(areaM2 / compounds.areaPerGateM2 + random.between(-0.7, 1.1))),
    4,
  );
  const gates = new Map<Exit, number>();
  for (const { exit } of order.slice(0, wanted)) {
    const locked = closed || (gates.size > 0 && random.chance(compounds.lockedShare));
    const gate = town.sheet.node(exit.hit.point, { barrier: "gate", access: locked ? "no" : "private" });
    town.sheet.way([streetNode(town.sheet, exit, 6), gate], { highway: "service" });
    gates.set(exit, gate);
    town.gates.push(exit.hit.point);
  }
  return gates;
}

function drawWall(town: Town, parcel: Parcel, gates: ReadonlyMap<Exit, number>, name: string): void {
  const { plot } = parcel;
  const ring = plot.flatMap(({ from }, at) => {
    const to = endOf(plot, at);
    const own = [...gates]
      .filter(([exit]) => exit.hit.at === at)
      .map(([exit, node]) => ({ atM: distance(from, exit.hit.point), node }));
    const bends = wallBends(distance(from, to)).map((atM) => ({
      atM,
      node: town.sheet.node(along(from, to, atM / distance(from, to))),
    }));
    return [town.sheet.node(from), ...[...own, ...bends].sort((a, b) => a.atM - b.atM).map(({ node }) => node)];
  });
  town.sheet.way([...ring, ring[0]], { barrier: "wall" });
  town.sheet.ring(corners(plot), { landuse: "residential", name });
}

/** Places where a long wall follows the bend of its street. */
function wallBends(lengthM: number): number[] {
  const pieces = Math.ceil(lengthM / recipe.streets.bendEveryM);
  return Array.from({ length: Math.max(0, pieces - 1) }, (_, at) => (lengthM * (at + 1)) / pieces);
}
