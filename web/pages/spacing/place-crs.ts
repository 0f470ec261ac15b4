/** Coordinate systems that a place may be stated in, as they are written in either language. @module */
import type { PlaceCrs } from "../../state/view.ts";

export const CRS_NAME: Readonly<Record<PlaceCrs, string>> = { wgs84: "WGS 84", gcj02: "GCJ-02", bd09: "BD-09" };
