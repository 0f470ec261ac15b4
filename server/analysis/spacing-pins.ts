/** What an answer about spacing was computed from, and the fingerprint by which a printed one is told from another. @module */
import { createHash } from "node:crypto";
import type { Rule } from "../spacing/rule.ts";
import type { OpenArea } from "./open-area.ts";
import type { ScenarioPin } from "./pins.ts";

/** To be raised whenever the same data would give another verdict. */
const ALGORITHM = "spacing-1";
const RULE_DIGITS = 16;

export interface SpacingPins {
  area: string;
  release: number;
  datasets: Record<string, number>;
  algorithm: string;
  /** As of which day rules and register are taken. */
  date: string;
  /** Rule → hash of all that it states. */
  rules: Record<string, string>;
  /** Absent for the base. */
  scenario?: ScenarioPin;
}

export function spacingPins({ content, over }: OpenArea, date: string, rules: readonly Rule[]): SpacingPins {
  const scenario = over?.pin ?? null;
  return {
    area: content.areaId,
    release: content.release,
    datasets: { ...content.datasets },
    algorithm: ALGORITHM,
    date,
    rules: Object.fromEntries(rules.map((rule) => [rule.id, sha256(rule).slice(0, RULE_DIGITS)])),
    ...(scenario && { scenario: { ...scenario } }),
  };
}

/** Of the value's JSON with fields in the order of their names: equal values have equal hashes. 64 hexadecimal digits. */
export function sha256(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(ordered(value)))
    .digest("hex");
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
}
