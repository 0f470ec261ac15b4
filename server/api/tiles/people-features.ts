/** Residences, cells and facilities of a tile, from the open area. Walks are in millimetres: the limit is applied in the browser. @module */
import type { Feature } from "geojson";
import { cellToBoundary } from "h3-js";
import { kept } from "../../analysis/kept.ts";
import type { OpenArea } from "../../analysis/open-area.ts";
import { UNREACHED } from "../../base/units.ts";
import type { CategoryWalks } from "../../coverage/category-walks.ts";
import { State } from "../../coverage/category-walks.ts";
import { type CellIndex, type CellWalks, walksByCell } from "../../coverage/cells.ts";
import { isEstimated } from "../../coverage/people.ts";
import { isUnknownAtEveryLimit, reasonOf } from "../../coverage/verdict.ts";

type Bounds = readonly [west: number, south: number, east: number, north: number];

/**
 * `mm` is there where a walk is known, `reason` where it is unknown or closed to the profile; `offNetworkMm` where the
 * residence, uncovered by `mm`, is unknown from that limit on, for a facility without a street, and `unsureMm` for one
 * whose hours are unknown. Near ones come first and those without a walk last: drawn in this order, far ones lie on top.
 */
export function residenceFeatures({ content }: OpenArea, walks: CategoryWalks, bounds: Bounds): Feature[] {
  const { count, ref, lon, lat, households, residents } = content.residences;
  const within: number[] = [];
  for (let r = 0; r < count; r++) if (isIn(bounds, lon[r], lat[r])) within.push(r);
  const walkOf = (r: number) => (walks.state[r] === State.WALK ? walks.totalMm[r] : UNREACHED);
  within.sort((a, b) => walkOf(a) - walkOf(b));
  return within.map((r) => {
    const reason = reasonOf(walks, r, 0);
    const unsureMm = walks.unsureMm?.[r] ?? UNREACHED;
    const isUnsure = walks.state[r] !== State.CLOSED_TO_PROFILE && walks.offNetworkMm[r] < walks.totalMm[r];
    return pointFeature(lon[r], lat[r], {
      ref: ref[r],
      unknown: isUnknownAtEveryLimit(walks, r),
      // The console tells it beside the residents.
      estimated: isEstimated(content.residences, r, "residents"),
      ...(households[r] < 0 ? {} : { households: households[r] }),
      ...(residents[r] < 0 ? {} : { residents: residents[r] }),
      ...(walks.state[r] === State.WALK ? { mm: walks.totalMm[r] } : {}),
      ...(reason === null ? {} : { reason }),
      ...(unsureMm < walks.totalMm[r] ? { unsureMm } : {}),
      ...(isUnsure ? { offNetworkMm: walks.offNetworkMm[r] } : {}),
    });
  });
}

/**
 * H3 resolution whose cells are 20 to 40 pixels wide on an island seen whole (up to zoom 11), and as wide as a compound
 * or two from there on: finer ones would leave holes between the places where people live.
 */
export function cellResolutionAt(z: number): number {
  if (z <= 11) return Math.min(8, Math.max(6, z - 2));
  return Math.min(11, Math.round(z * 0.7));
}

export function cellFeatures(area: OpenArea, walks: CategoryWalks, resolution: number, bounds: Bounds): Feature[] {
  const index = area.cellIndex(resolution);
  const figures = kept(
    kept(FIGURES, walks, () => new Map()),
    index,
    () => walksByCell(index, area.content.residences, walks),
  );
  const boxes = kept(BOXES, index, () => boxesOf(index));
  const features: Feature[] = [];
  for (let c = 0; c < index.cells.length; c++) {
    if (!meets(bounds, boxes, c)) continue;
    const { residents, residences, meanMm, worstMm, unknown, noWalk } = figures[c];
    features.push({
      type: "Feature",
      geometry: { type: "Polygon", coordinates: [cellToBoundary(index.cells[c], true)] },
      properties: {
        h3: index.cells[c],
        residents,
        residences,
        unknown,
        noWalk,
        ...(meanMm === null ? {} : { meanMm }),
        ...(worstMm === null ? {} : { worstMm }),
      },
    });
  }
  return features;
}

/** As long as walks and cells are kept: every tile of a view asks for the same. */
const FIGURES = new WeakMap<CategoryWalks, Map<CellIndex, CellWalks[]>>();
const BOXES = new WeakMap<CellIndex, Float64Array>();

/** Shape [c * 4], west, south, east, north of every cell. */
function boxesOf({ cells }: CellIndex): Float64Array {
  const boxes = new Float64Array(cells.length * 4);
  cells.forEach((h3, c) => {
    const ring = cellToBoundary(h3, true);
    const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
    boxes.set([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], c * 4);
  });
  return boxes;
}

function meets([west, south, east, north]: Bounds, boxes: Float64Array, c: number): boolean {
  const at = c * 4;
  return boxes[at] <= east && boxes[at + 2] >= west && boxes[at + 1] <= north && boxes[at + 3] >= south;
}

export function facilityFeatures({ content }: OpenArea, bounds: Bounds): Feature[] {
  const { count, ref, name, category, categories, lon, lat } = content.facilities;
  const features: Feature[] = [];
  for (let f = 0; f < count; f++) {
    if (!isIn(bounds, lon[f], lat[f])) continue;
    features.push(
      pointFeature(lon[f], lat[f], {
        ref: ref[f],
        category: categories[category[f]],
        ...(name[f] === null ? {} : { name: name[f] }),
      }),
    );
  }
  return features;
}

function pointFeature(lon: number, lat: number, properties: Record<string, unknown>): Feature {
  return { type: "Feature", geometry: { type: "Point", coordinates: [lon, lat] }, properties };
}

function isIn([west, south, east, north]: Bounds, lon: number, lat: number): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
