/** Coordinate systems that a place or a table of applications may be stated in. @module */
import type { PlaceCrs } from "../../state/view.ts";

export const PLACE_CRS: readonly PlaceCrs[] = ["wgs84", "gcj02", "bd09"];
