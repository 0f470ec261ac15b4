/** A verdict as a symbol that reads without colour: tick, cross, question, clock, hand-written exemption, dash. @module */
import type { Verdict } from "../../../server/api/schemas/standards.ts";

const PATHS: Readonly<Record<Verdict, string>> = {
  pass: "M3 8.5 6.5 12 13 4.5",
  fail: "M4 4 12 12M12 4 4 12",
  unknown: "M5.4 6a2.6 2.6 0 1 1 4 2.2C8.4 8.9 8 9.3 8 10.3M8 12.6v.6",
  not_due: "M8 3a5 5 0 1 1-.01 0M8 5.2V8l2 1.6",
  waived: "M3 10.5C5 6 6.5 6 8 8.2S11 10.5 13 6",
  not_applicable: "M4.5 8H11.5",
};

export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg className={`verdict-mark mark-${verdict}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[verdict]} />
    </svg>
  );
}
