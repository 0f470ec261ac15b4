/**
 * The slow obvious oracle: walks straight from the rows of the import, without chains, halves, grids or buckets.
 * Every node is two states, inside (on private ways) and outside; whoever is inside may step outside where both meet.
 * At a blocked node every piece ends in a state of its own, as it does where a crossing or a lift costs time.
 */
import type { LonLat } from "../../server/base/lon-lat.ts";
import { metresPerLat, metresPerLon } from "../../server/base/metric.ts";
import { NodeFlag, type StreetRows, WayFlag } from "../../server/import/rows.ts";
import { E7 } from "../../server/network/walk-network.ts";

interface Piece {
  readonly a: string;
  readonly b: string;
  readonly u: number;
  readonly v: number;
  readonly mm: number;
  readonly flags: number;
}
interface SlowPlace {
  readonly piece: Piece;
  readonly mm: number;
  readonly offsetMm: number;
}
type Links = Map<string, [string, number][]>;

export interface SlowWalks {
  /** All walks that the rule for equally near places allows; Infinity where there is none, null where an end has no street. */
  walks(from: LonLat, to: LonLat): number[] | null;
}

export interface SlowOptions {
  /** WayFlags that may not be used. */
  readonly closed?: number;
  /** Of a point from its street. */
  readonly maxOffsetMm?: number;
  /** Millimetres for crossing a large road and for a lift, and for each millimetre of steps; even numbers. */
  readonly costs?: { readonly crossing: number; readonly lift: number; readonly perStepsMm: number };
}

/** @param pieceMm whole millimetres between two nodes of the rows */
export function slowWalks(
  rows: StreetRows,
  pieceMm: (u: number, v: number) => number,
  { closed = 0, maxOffsetMm = 200_000, costs = { crossing: 0, lift: 0, perStepsMm: 0 } }: SlowOptions = {},
): SlowWalks {
  const all = piecesOf(rows, pieceMm, costs);
  const pieces = all.pieces.filter(({ flags }) => (flags & closed) === 0);
  const steps = [...outwardSteps(all.states), ...all.kerbs];
  return {
    walks(from, to) {
      const near = (point: LonLat, usable: (piece: Piece) => boolean) =>
        nearestPlaces(rows, pieces, point, usable).filter(({ offsetMm }) => offsetMm <= maxOffsetMm);
      const starts = preferPrivate(near(from, () => true));
      const all = near(to, () => true);
      const open = near(to, ({ flags }) => (flags & WayFlag.PRIVATE) === 0);
      if (starts.length === 0 || all.length === 0) return null;
      const inside = all.filter(({ piece }) => (piece.flags & WayFlag.PRIVATE) !== 0);
      const length = (start: SlowPlace, end: SlowPlace | null) =>
        end === null ? Infinity : walk(pieces, steps, start, end);
      const choices = (places: SlowPlace[]) => (places.length === 0 ? [null] : places);
      return starts.flatMap((start) =>
        choices(open).flatMap((openEnd) =>
          choices(inside).map((insideEnd) => Math.min(length(start, openEnd), length(start, insideEnd))),
        ),
      );
    },
  };
}

type Costs = NonNullable<SlowOptions["costs"]>;
type Step = readonly [from: string, to: string, mm: number];

function piecesOf(rows: StreetRows, pieceMm: (u: number, v: number) => number, costs: Costs) {
  const pieces: Piece[] = [];
  const states = new Set<string>();
  const kerbs: Step[] = [];
  rows.wayFlags.forEach((flags, way) => {
    for (let i = rows.wayStart[way]; i + 1 < rows.wayStart[way + 1]; i++) {
      const [u, v] = [rows.wayNodes[i], rows.wayNodes[i + 1]];
      if (u === v) continue;
      const side = (flags & WayFlag.PRIVATE) !== 0 ? "inside" : "outside";
      const state = (node: number, end: string) => {
        if ((rows.nodeFlags[node] & NodeFlag.BLOCKED) !== 0) return `${node} blocked ${i} ${end}`;
        const there = `${node} ${side}`;
        states.add(there);
        const mm = endCost(flags, rows.nodeFlags[node], costs);
        if (mm === 0) return there;
        const kerb = `${node} kerb ${i} ${end}`;
        kerbs.push([kerb, there, mm], [there, kerb, mm]);
        return kerb;
      };
      const slow = (flags & WayFlag.STEPS) !== 0 ? 1 + costs.perStepsMm : 1;
      pieces.push({ a: state(u, "a"), b: state(v, "b"), u, v, mm: slow * pieceMm(u, v), flags });
    }
  });
  return { pieces, states, kerbs };
}

function endCost(wayFlags: number, nodeFlags: number, { crossing, lift }: Costs): number {
  let cost = 0;
  if ((wayFlags & WayFlag.LARGE_ROAD) === 0) {
    if ((nodeFlags & NodeFlag.LARGE_ROAD) !== 0) cost += crossing / 2;
    else if ((nodeFlags & NodeFlag.CARRIAGEWAY) !== 0) cost += crossing / 4;
  }
  return (wayFlags & WayFlag.LIFT) === 0 && (nodeFlags & NodeFlag.LIFT) !== 0 ? cost + lift / 2 : cost;
}

function outwardSteps(states: ReadonlySet<string>): Step[] {
  return [...states].flatMap((state): Step[] => {
    const outside = state.replace("inside", "outside");
    return state.endsWith(" inside") && states.has(outside) ? [[state, outside, 0]] : [];
  });
}

function nearestPlaces(
  rows: StreetRows,
  pieces: readonly Piece[],
  [lon, lat]: LonLat,
  usable: (piece: Piece) => boolean,
): SlowPlace[] {
  const [lonM, latM] = [metresPerLon(lat), metresPerLat(lat)];
  const xy = (node: number) => [(rows.nodeLonE7[node] / E7 - lon) * lonM, (rows.nodeLatE7[node] / E7 - lat) * latM];
  const found = pieces.filter(usable).map((piece) => {
    const [ax, ay] = xy(piece.u);
    const [bx, by] = xy(piece.v);
    const square = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / square));
    return { piece, t, offsetMm: Math.round(1000 * Math.hypot(ax + t * (bx - ax), ay + t * (by - ay))) };
  });
  const least = Math.min(...found.map(({ offsetMm }) => offsetMm));
  if (!(least <= 200_000)) return [];
  return found
    .filter(({ offsetMm }) => offsetMm === least)
    .map(({ piece, t, offsetMm }) => ({ piece, mm: Math.round(t * piece.mm), offsetMm }));
}

/** Of equally near places the private ones count (whoever stands at a gate may be inside). */
function preferPrivate(places: SlowPlace[]): SlowPlace[] {
  const inside = places.filter(({ piece }) => (piece.flags & WayFlag.PRIVATE) !== 0);
  return inside.length > 0 ? inside : places;
}

/** Shortest walk with both places put in as nodes of their own; relaxes every link until nothing gets shorter. */
function walk(pieces: readonly Piece[], steps: readonly Step[], start: SlowPlace, end: SlowPlace): number {
  const links: Links = new Map();
  const link = (from: string, to: string, mm: number) => links.set(from, [...(links.get(from) ?? []), [to, mm]]);
  for (const piece of pieces) {
    const stops: [string, number][] = [
      [piece.a, 0],
      [piece.b, piece.mm],
    ];
    if (start.piece === piece) stops.push(["start", start.mm]);
    if (end.piece === piece) stops.push(["end", end.mm]);
    stops.sort(([, x], [, y]) => x - y);
    for (const [name, mm] of stops) {
      for (const [other, at] of stops) {
        if (name === other) continue;
        // Between the two nodes of a piece its direction binds even where they lie at one place; a place at a node is that node.
        const isWhole = name !== "start" && name !== "end" && other !== "start" && other !== "end";
        const runsForward = at > mm || (at === mm && isWhole && name === piece.a);
        const allowed = runsForward ? WayFlag.FORWARD : WayFlag.BACKWARD;
        if ((at === mm && !isWhole) || (piece.flags & allowed) !== 0) link(name, other, Math.abs(at - mm));
      }
    }
  }
  for (const [from, to, mm] of steps) link(from, to, mm);
  const walked = new Map([["start", 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [from, mm] of [...walked]) {
      for (const [to, length] of links.get(from) ?? []) {
        if (mm + length >= (walked.get(to) ?? Infinity)) continue;
        walked.set(to, mm + length);
        changed = true;
      }
    }
  }
  return start.offsetMm + (walked.get("end") ?? Infinity) + end.offsetMm;
}
