/** What a map shows before anything is drawn on it: land. @module */
import type { StyleSpecification } from "maplibre-gl";
import { PALETTE } from "./palette.ts";

export const BARE_STYLE: StyleSpecification = {
  version: 8,
  sources: {},
  layers: [{ id: "land", type: "background", paint: { "background-color": PALETTE.land } }],
};
