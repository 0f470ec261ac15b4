/** Coverage by H3 cell, for the heat map. @module */
import { residentsByCell, walksByCell } from "../coverage/cells.ts";
import type { CoverageQuestion } from "./coverage.ts";
import type { OpenArea } from "./open-area.ts";
import { pinsOf } from "./pins.ts";
import { checkedLimit } from "./reach.ts";

/** Cells that hold residences, with the people covered, uncovered and unknown at the limit. */
export function cellsOf(area: OpenArea, question: CoverageQuestion, resolution: number) {
  const walker = area.walker(question.profile);
  const limit = checkedLimit(walker, question.minutes);
  const index = area.cellIndex(resolution);
  const { residences } = area.content;
  const walks = area.walksFor(question);
  const people = residentsByCell(index, residences, walks, limit);
  const items = walksByCell(index, residences, walks).map((cell, c) => ({
    h3: index.cells[c],
    residences: cell.residences,
    residents: cell.residents,
    residentsUnknownResidences: cell.residentsUnknownResidences,
    meanSeconds: cell.meanMm === null ? null : cell.meanMm / walker.profile.speedMmPerSecond,
    ...people[c],
  }));
  return { resolution, items, pins: pinsOf(area, walker, question.at) };
}
