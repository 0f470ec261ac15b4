/** Words of the console in Chinese: the first language, one file a page. Keys are shared with English, which must have every one. @module */

import type { Shape } from "./shape.ts";
import { zhBatch } from "./zh/batch.ts";
import { zhCoverage } from "./zh/coverage.ts";
import { zhData } from "./zh/data.ts";
import { zhFrame } from "./zh/frame.ts";
import { zhPaper } from "./zh/paper.ts";
import { zhPlace } from "./zh/place.ts";
import { zhRegister } from "./zh/register.ts";
import { zhReport } from "./zh/report.ts";
import { zhScenario } from "./zh/scenario.ts";
import { zhSiting } from "./zh/siting.ts";
import { zhSpacing } from "./zh/spacing.ts";
import { zhStandards } from "./zh/standards.ts";
import { zhWhatIf } from "./zh/what-if.ts";

export const zh = {
  ...zhFrame,
  ...zhCoverage,
  ...zhPlace,
  ...zhScenario,
  ...zhWhatIf,
  ...zhReport,
  ...zhData,
  ...zhSpacing,
  ...zhBatch,
  ...zhStandards,
  ...zhPaper,
  ...zhSiting,
  ...zhRegister,
};

/** Every language has exactly these words. */
export type Words = Shape<typeof zh>;
