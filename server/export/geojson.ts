/** A table as GeoJSON: WGS 84, properties exact and under the names of the CSV; what the file says of itself beside the features. @module */

import { attributionOf } from "../analysis/attribution.ts";
import { pinsOf } from "../analysis/pins.ts";
import { LEVEL_WORDS } from "./levels.ts";
import { dayOf, titleOf } from "./notes.ts";
import type { ExportOrder } from "./order.ts";
import type { ExportTable } from "./table.ts";

const FEATURES_AT_ONCE = 200;

export function* geojsonPieces(order: ExportOrder, { level, columns, rows }: ExportTable): Generator<string> {
  const { area, questions, release } = order;
  const profiles = new Set(questions.map(({ profile }) => profile));
  const about = {
    name: LEVEL_WORDS[level].layer,
    title: titleOf(order),
    date: dayOf(order),
    questions,
    pins: Array.from(profiles, (profile) => pinsOf(area, area.walker(profile), questions[0].at)),
    attribution: attributionOf(release.demo),
  };
  let piece = `{"type":"FeatureCollection",${JSON.stringify(about).slice(1, -1)},"features":[`;
  let count = 0;
  for (const row of rows()) {
    const cells = row.exact();
    const properties = Object.fromEntries(columns.map(({ key }, c) => [key, cells[c]]));
    const feature = JSON.stringify({ type: "Feature", geometry: row.geometry(), properties });
    piece += count === 0 ? `\n${feature}` : `,\n${feature}`;
    if (++count % FEATURES_AT_ONCE !== 0) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}\n]}\n`;
}
