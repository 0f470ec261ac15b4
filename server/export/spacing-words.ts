/** Verdicts about spacing as files call them, and distances that are never rounded across what a rule asks. @module */

import type { SpacingPair } from "../analysis/spacing.ts";
import type { CheckAnswer } from "../analysis/spacing-check.ts";
import type { PlaceWarning } from "../analysis/spacing-place.ts";
import type { Words } from "../base/errors.ts";

export const CHECK_WORDS: Readonly<Record<CheckAnswer["verdict"], Words>> = {
  pass: { zh: "符合", en: "complies" },
  fail: { zh: "不符合", en: "does not comply" },
  survey_needed: { zh: "需实测", en: "survey needed" },
  not_applicable: { zh: "无适用规则", en: "no rule applies" },
  unknown: { zh: "未知", en: "unknown" },
};

/** Why a verdict is unknown. */
export const OUTSIDE_WORDS: Words = {
  zh: "此处在本区范围之外，周围有没有同类设施，本区登记无从得知。",
  en: "The place lies outside the area: its register does not know who stands around there.",
};

export const WARNING_WORDS: Readonly<Record<PlaceWarning, Words>> = {
  far_from_streets: {
    zh: "200 米内没有道路，坐标系可能写错了。",
    en: "No street within 200 m: the coordinate system may be wrong.",
  },
  outside_area: { zh: "不在本区任何社区之内。", en: "In no community of this area." },
};

export const BINDING_WORDS: Readonly<Record<SpacingPair["binding"]["verdict"], Words>> = {
  binds: { zh: "受约束", en: "binds" },
  does_not_bind: { zh: "不受约束", en: "does not bind" },
  unknown: { zh: "未知（开业日期不详）", en: "unknown (opening date not known)" },
};

const CENTIMETRE_DECIMALS = 2;
const MICROMETRE_DECIMALS = 6;

/** Metres to the centimetre, or to as many decimals as it takes to stand on its own side of the limit. */
export function metresToShow(metres: number, limitM: number): number {
  for (let decimals = CENTIMETRE_DECIMALS; decimals < MICROMETRE_DECIMALS; decimals++) {
    const shown = Number(metres.toFixed(decimals));
    if (metres >= limitM === shown >= limitM) return shown;
  }
  return metres;
}
