/** The register behind the facilities of an open area: read from the store when spacing is first asked about. @module */
import type { Kysely } from "kysely";
import { type StatedSource, uncertaintyM } from "../spacing/position.ts";
import type { Register } from "../spacing/register.ts";
import type { Database } from "../store/database.ts";
import { type FacilityRegister, facilityRegister } from "../store/facilities.ts";
import { kept, unlessFailed } from "./kept.ts";
import type { OpenArea } from "./open-area.ts";

export interface AreaRegister extends Register {
  /** Shape [count]. */
  readonly source: readonly StatedSource[];
  readonly crs: readonly string[];
  /** Order of two facilities that does not depend on the order of their file: by ref. */
  readonly compare: (a: number, b: number) => number;
}

const known = new WeakMap<OpenArea, Promise<AreaRegister>>();

export function registerOf(db: Kysely<Database>, area: OpenArea): Promise<AreaRegister> {
  const read = () => facilityRegister(db, area.content.releaseId).then((rows) => registerFrom(area, rows));
  return kept(known, area, () => unlessFailed(known, area, read()));
}

/** Whoever is not in the store was added by a scenario: nothing is known of its days, and it stands where it was put. */
function registerFrom({ content: { facilities } }: OpenArea, rows: FacilityRegister): AreaRegister {
  const at = new Map(rows.refs.map((ref, i) => [ref, i]));
  const row = facilities.ref.map((ref) => at.get(ref) ?? -1);
  const source = row.map((i) => (i < 0 ? "map" : ((rows.positionSources[i] ?? "unstated") as StatedSource)));
  const crs = row.map((i) => (i < 0 ? "wgs84" : rows.originalCrs[i]));
  const { ref } = facilities;
  return {
    openedOn: row.map((i) => (i < 0 ? null : rows.openedOn[i])),
    closedOn: row.map((i) => (i < 0 ? null : rows.closedOn[i])),
    uncertaintyM: Float64Array.from(row, (i, f) => uncertaintyM(source[f], i < 0 ? null : rows.accuraciesM[i], crs[f])),
    source,
    crs,
    compare: (a, b) => (ref[a] < ref[b] ? -1 : ref[a] > ref[b] ? 1 : a - b),
  };
}
