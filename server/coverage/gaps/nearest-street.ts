/** The street that a home is called by: the nearest one with a name, along the streets. @module */
import { seedStart } from "../../reach/ends.ts";
import { resetSearch, spread } from "../../reach/search.ts";
import { type Neighbourhood, spotOf } from "./neighbourhood.ts";

/** Farther away, a street says nothing of where a home is. */
const NAME_MM = 500_000;

/** Of equally near ones the name that sorts first; null where none is within 500 m. */
export function nearestStreet({ walker, starts }: Neighbourhood, r: number): string | null {
  const { network, search, forward } = walker;
  let best: string | null = null;
  let bestMm = NAME_MM;
  const offer = (edge: number, mm: number): void => {
    const index = edge < 0 ? -1 : network.edgeName[edge];
    if (index < 0 || mm > bestMm) return;
    const name = network.names[index];
    if (mm === bestMm && best !== null && best <= name) return;
    best = name;
    bestMm = mm;
  };
  resetSearch(search);
  for (let s = starts.first[r]; s < starts.first[r + 1]; s++) {
    if (starts.edge[s] < 0) continue;
    offer(starts.edge[s], starts.offsetMm[s]);
    seedStart(walker, spotOf(starts, s), NAME_MM);
  }
  spread(search, forward, NAME_MM);
  const { mm: walkedMm, touched, touchedCount } = search;
  for (let t = 0; t < touchedCount; t++) {
    const v = touched[t];
    for (let a = forward.start[v]; a < forward.start[v + 1]; a++) offer(forward.edge[a], walkedMm[v]);
  }
  return best;
}
