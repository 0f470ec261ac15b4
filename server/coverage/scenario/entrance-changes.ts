/** Gates opened and closed where residences are left by them. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import { pieceLengthM } from "../../base/metric.ts";
import type { Residences } from "../people.ts";
import type { StreetChange } from "./change.ts";

/** A gate this near to an entrance is that entrance: maps draw one gate within a few metres of where files set it. */
export const SAME_GATE_M = 5;
/** The largest compounds are about a kilometre across; a gate farther off is no gate of the home, and would carry it there. */
export const GATE_WITHIN_M = 500;

/** The very columns of the base where no entrance changes. */
export function changeEntrances(residences: Residences, changes: readonly StreetChange[]): Residences {
  const closed = changes.flatMap((change) => (change.kind === "close_gate" ? [change.at] : []));
  const opened = new Map<string, LonLat[]>();
  for (const change of changes) {
    if (change.kind !== "open_gate") continue;
    for (const ref of change.residences ?? []) opened.set(ref, [...(opened.get(ref) ?? []), change.at]);
  }
  if (closed.length === 0 && opened.size === 0) return residences;
  let isChanged = false;
  const entrances = residences.entrances.map((list, r) => {
    const more = opened.get(residences.ref[r]) ?? [];
    const left = list?.filter((entrance) => !closed.some((gate) => isSameGate(gate, entrance)));
    if (more.length === 0 && left?.length === list?.length) return list;
    isChanged = true;
    // Where no entrance is known the walk starts at the home's own point, and still may.
    return [...(left ?? [[residences.lon[r], residences.lat[r]] as const]), ...more];
  });
  return isChanged ? { ...residences, entrances } : residences;
}

export function isSameGate(gate: LonLat, entrance: LonLat): boolean {
  return pieceLengthM(...gate, ...entrance) <= SAME_GATE_M;
}
