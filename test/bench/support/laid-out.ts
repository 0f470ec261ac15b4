/** Streets laid out many times side by side: a larger network of the same density, every copy with coordinates of its own. @module */
import type { StreetRows } from "../../../server/import/rows.ts";

/** Share of the extent's width between one copy and the next. */
const GAP = 0.02;

/** Copies stand eastwards of each other, at one latitude, so that every length is that of the original. */
export function laidOut(rows: StreetRows, copies: number): StreetRows {
  const nodes = rows.nodeFlags.length;
  const stepE7 = Math.ceil(widthE7(rows.nodeLonE7) * (1 + GAP));
  const ways = new Uint32Array(rows.wayFlags.length * copies + 1);
  for (let way = 0; way < ways.length; way++) {
    const copy = Math.floor(way / rows.wayFlags.length);
    ways[way] = copy * rows.wayNodes.length + rows.wayStart[way - copy * rows.wayFlags.length];
  }
  return {
    nodeLonE7: repeated(rows.nodeLonE7, copies, stepE7),
    nodeLatE7: repeated(rows.nodeLatE7, copies),
    nodeFlags: repeated(rows.nodeFlags, copies),
    nodeIds: repeated(rows.nodeIds, copies, ID_STEP),
    wayStart: ways,
    wayNodes: repeated(rows.wayNodes, copies, nodes),
    wayFlags: repeated(rows.wayFlags, copies),
    wayStepsPerKm: repeated(rows.wayStepsPerKm, copies),
    wayIds: repeated(rows.wayIds, copies, ID_STEP),
    wayName: repeated(rows.wayName, copies),
    names: rows.names,
  };
}

/** Above every id of OpenStreetMap. */
const ID_STEP = 1e11;

type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** The column once a copy, raised by `step` from one copy to the next. */
function repeated<Kind extends Column>(column: Kind, copies: number, step = 0): Kind {
  const all = new (column.constructor as new (length: number) => Kind)(column.length * copies);
  for (let copy = 0; copy < copies; copy++) {
    all.set(step === 0 ? column : column.map((value) => value + copy * step), copy * column.length);
  }
  return all;
}

function widthE7(lonE7: Int32Array): number {
  let west = Infinity;
  let east = -Infinity;
  for (const lon of lonE7) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  }
  return east - west;
}
