/** Words of the console in English: a language of its own, not a transliteration. @module */
import { enBatch } from "./en/batch.ts";
import { enCoverage } from "./en/coverage.ts";
import { enData } from "./en/data.ts";
import { enFrame } from "./en/frame.ts";
import { enPaper } from "./en/paper.ts";
import { enPlace } from "./en/place.ts";
import { enRegister } from "./en/register.ts";
import { enReport } from "./en/report.ts";
import { enScenario } from "./en/scenario.ts";
import { enSiting } from "./en/siting.ts";
import { enSpacing } from "./en/spacing.ts";
import { enStandards } from "./en/standards.ts";
import { enWhatIf } from "./en/what-if.ts";
import type { Words } from "./zh.ts";

export const en: Words = {
  ...enFrame,
  ...enCoverage,
  ...enPlace,
  ...enScenario,
  ...enWhatIf,
  ...enReport,
  ...enData,
  ...enSpacing,
  ...enBatch,
  ...enStandards,
  ...enPaper,
  ...enSiting,
  ...enRegister,
};
