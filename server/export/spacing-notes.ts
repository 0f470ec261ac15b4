/** What a file about spacing says beside its rows: that a town is invented, the rules, the data. @module */
import { attributionOf } from "../analysis/attribution.ts";
import type { SpacingPins } from "../analysis/spacing-pins.ts";
import type { RuleAnswer } from "../analysis/spacing-rule-answer.ts";
import type { AreaRelease } from "../store/areas.ts";
import type { Note } from "./notes.ts";

export type Say = (zh: string, en: string) => string;

export function demoNote({ demo }: AreaRelease, say: Say): Note[] {
  if (!demo) return [];
  return [
    [
      say("演示数据", "demo data"),
      say("本区域为虚构，数字不可用于决策。", "this area is invented: no figure may be acted upon."),
    ],
  ];
}

export function ruleNotes(rule: RuleAnswer, say: Say): Note[] {
  const words = ({ zh, en }: { zh: string; en: string }) => say(zh, en);
  const { number, clause, title } = rule.source;
  return [
    [words(rule.title), null],
    [say("来源", "source"), [words(title), number, clause].filter((part) => part !== null).join(say("，", ", "))],
    [say("有效期", "in force"), `${rule.validFrom ?? "…"} – ${rule.validUntil ?? "…"}`],
    ...(rule.validityNote === null ? [] : [[say("说明", "note"), words(rule.validityNote)] as const]),
    ...(rule.notes === null ? [] : [[say("量法", "reading"), words(rule.notes)] as const]),
  ];
}

export function pinNotes(pins: SpacingPins, { demo }: AreaRelease, say: Say): Note[] {
  return [
    [say("数据与版本", "data and versions"), null],
    [say("版本", "release"), String(pins.release)],
    [say("算法", "algorithm"), pins.algorithm],
    ...Object.entries(pins.datasets).map(([kind, version]): Note => [kind, String(version)]),
    ...Object.entries(pins.rules).map(([rule, hash]): Note => [rule, hash]),
    [say("来源", "source"), attributionOf(demo)],
  ];
}
