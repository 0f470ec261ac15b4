/** Findings of one community as a to-do list: what is lacking, what is unknown, what waits, and how much is met. @module */
import type { Finding } from "../../../server/api/schemas/standards.ts";

export interface Sheet {
  /** Surely short, and binding: the latest first, then in the order of the document. */
  readonly lacking: readonly Finding[];
  /** Short of what is only encouraged. */
  readonly improvable: readonly Finding[];
  readonly unknown: readonly Finding[];
  readonly waived: readonly Finding[];
  readonly notDue: readonly Finding[];
  readonly met: readonly Finding[];
  readonly notApplicable: number;
}

export function sheetOf(findings: readonly Finding[]): Sheet {
  const binding = findings.filter(({ counts }) => counts);
  const of = (verdict: Finding["verdict"]) => binding.filter((one) => one.verdict === verdict);
  return {
    lacking: of("fail").sort((a, b) => (b.lateDays ?? -1) - (a.lateDays ?? -1)),
    improvable: findings.filter(({ counts, verdict }) => !counts && verdict === "fail"),
    unknown: of("unknown"),
    waived: of("waived"),
    notDue: of("not_due"),
    met: of("pass"),
    notApplicable: of("not_applicable").length,
  };
}

/** Whether a list is about units of more than one street, so that each must say of which. */
export function isAcrossStreets(list: readonly Pick<Finding, "unit">[]): boolean {
  return new Set(list.flatMap(({ unit }) => unit.street ?? [])).size > 1;
}
