/** Verdicts and reasons as files call them. @module */

import type { GapClusterAnswer } from "../analysis/gap-clusters.ts";
import type { Words } from "../base/errors.ts";
import type { Reason, Verdict } from "../coverage/verdict.ts";
import type { BarrierKind } from "../store/barriers.ts";

export const VERDICT_WORDS: Readonly<Record<Verdict, Words>> = {
  covered: { zh: "覆盖", en: "covered" },
  uncovered: { zh: "未覆盖", en: "uncovered" },
  unknown: { zh: "未知", en: "unknown" },
};

export const REASON_WORDS: Readonly<Record<Reason, Words>> = {
  no_street_within_200m: { zh: "200 米内没有可步行道路", en: "no walkable street within 200 m" },
  island: { zh: "所在路网与其他道路不相连", en: "on an island of the network" },
  closed_to_profile: { zh: "道路对该步行人群不开放", en: "closed to this walker" },
  facilities_off_network: {
    zh: "该类设施附近没有可步行道路",
    en: "facilities of the category have no walkable street",
  },
  hours_unknown: { zh: "设施的开放时间不明", en: "opening hours are unknown" },
  gates_closed: { zh: "已知的出入口都关闭", en: "every known gate is closed" },
};

/** Why the people of a gap cluster are not covered, or not known to be. */
export const CAUSE_WORDS: Readonly<Record<GapClusterAnswer["why"], Words>> = {
  ...REASON_WORDS,
  island: { zh: "没有步行路线通到任何一处该类设施", en: "no way on foot leads to any facility of the category" },
  too_far: { zh: "太远：时限内没有该类设施", en: "too far: none within the limit" },
  barrier: { zh: "阻隔：直线不远，要绕行", en: "barrier: near in a straight line, far to walk" },
  closed_gate: { zh: "路上有关闭的门", en: "a closed gate on the way" },
  no_facility: { zh: "本区没有该类设施", en: "the area has none" },
  none_open: { zh: "该时刻没有确知开放的该类设施", en: "none is known to be open at that time" },
};

export const BARRIER_WORDS: Readonly<Record<BarrierKind, Words>> = {
  water: { zh: "水面", en: "water" },
  railway: { zh: "铁路", en: "railway" },
  motorway: { zh: "快速路", en: "motorway" },
};
