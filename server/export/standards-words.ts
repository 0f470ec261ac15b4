/** Verdicts, states of payments and units of measure in words, as sheets and lists write them. @module */
import type { Words } from "../base/errors.ts";
import type { Verdict } from "../standards/findings/finding.ts";
import type { PaymentState } from "../standards/money/pay.ts";

export const VERDICT_WORDS: Readonly<Record<Verdict, Words>> = {
  pass: { zh: "达标", en: "pass" },
  fail: { zh: "未达标", en: "fail" },
  unknown: { zh: "未知", en: "unknown" },
  not_applicable: { zh: "不适用", en: "not applicable" },
  waived: { zh: "免除", en: "waived" },
  not_due: { zh: "未到期", en: "not due" },
};

export const PAYMENT_WORDS: Readonly<Record<PaymentState, Words>> = {
  owed: { zh: "应拨付", en: "owed" },
  unknown: { zh: "待核实", en: "waits for facts" },
  refused: { zh: "不符合", en: "refused" },
  not_stated: { zh: "未定金额", en: "no amount stated" },
};

export const STRENGTH_WORDS: Readonly<Record<string, Words>> = {
  must: { zh: "必须", en: "must" },
  generally: { zh: "一般", en: "generally" },
  in_principle: { zh: "原则上", en: "in principle" },
  encouraged: { zh: "提倡", en: "encouraged" },
  open_list: { zh: "所列", en: "listed" },
};

const MEASURES: Readonly<Record<string, Words>> = {
  m2: { zh: "平方米", en: "m²" },
  count: { zh: "个", en: "" },
  entries: { zh: "项", en: "entries" },
  share: { zh: "（比例）", en: "(share)" },
  units: { zh: "个单位", en: "units" },
  points: { zh: "分", en: "points" },
  goods: { zh: "种偏高", en: "goods too dear" },
  sites: { zh: "处", en: "sites" },
  ratio: { zh: "", en: "" },
};

/** Of a term's own unit the word itself. */
export function measureWord(measure: string, language: keyof Words): string {
  return MEASURES[measure]?.[language] ?? measure;
}
