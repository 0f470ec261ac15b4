/** The layers in drawing order, lowest first. @module */
import type { Layer } from "../scene.ts";
import { buildings } from "./buildings.ts";
import { cells } from "./cells.ts";
import { changeMarks } from "./change-marks.ts";
import { changedCells } from "./changed-cells.ts";
import { changedResidences } from "./changed-residences.ts";
import { drawn } from "./drawn.ts";
import { facilities } from "./facilities.ts";
import { gaps } from "./gaps.ts";
import { green } from "./green.ts";
import { isochrone } from "./isochrone.ts";
import { openGap } from "./open-gap.ts";
import { origin } from "./origin.ts";
import { railway } from "./railway.ts";
import { residences } from "./residences.ts";
import { siting } from "./siting.ts";
import { sitingAfter } from "./siting-after.ts";
import { sitingAreas } from "./siting-areas.ts";
import { spacing } from "./spacing.ts";
import { spacingPointer } from "./spacing-pointer.ts";
import { spacingZone } from "./spacing-zone.ts";
import { streetLabels } from "./street-labels.ts";
import { streets } from "./streets.ts";
import { unitLabels } from "./unit-labels.ts";
import { units } from "./units.ts";
import { walk } from "./walk.ts";
import { water } from "./water.ts";

export const LAYERS: readonly Layer[] = [
  green,
  cells,
  sitingAfter,
  changedCells,
  water,
  buildings,
  railway,
  streets,
  isochrone,
  sitingAreas,
  spacingZone,
  units,
  residences,
  changedResidences,
  streetLabels,
  unitLabels,
  facilities,
  changeMarks,
  spacing,
  spacingPointer,
  siting,
  openGap,
  gaps,
  drawn,
  walk,
  origin,
];
