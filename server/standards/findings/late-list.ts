/** What is late on a day, the longest first: the list that an inspection circulates. @module */
import type { Finding } from "./finding.ts";

/** Findings that bind and are past their day: those not met yet, and work that was done, but late. */
export function lateList(findings: readonly Finding[]): Finding[] {
  return findings
    .filter(
      ({ counts, verdict, lateDays }) => counts && lateDays !== null && (verdict === "fail" || verdict === "pass"),
    )
    .sort(
      (a, b) =>
        Number(a.verdict === "pass") - Number(b.verdict === "pass") || (b.lateDays as number) - (a.lateDays as number),
    );
}
