/** Verdicts of one row as one bar: met, failing, unknown hatched, the rest pale; it also reads in grey print. @module */
import { useId } from "react";
import { Hatch } from "../../parts/hatch.tsx";
import { askedIn, type Tally } from "./matrix-shape.ts";

const COLOURS = { pass: "#2f8f85", fail: "#b3401a", waived: "#b9b3cf", not_due: "#d9dedd" } as const;

export function VerdictBar({ tally }: { readonly tally: Tally }) {
  const id = useId();
  const total = askedIn(tally);
  if (total === 0) return null;
  let from = 0;
  const parts = (["pass", "fail", "unknown", "waived", "not_due"] as const).map((verdict) => {
    const part = { verdict, x: from, width: (tally[verdict] / total) * 100 };
    from += part.width;
    return part;
  });
  return (
    <svg className="tally-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <Hatch id={id} />
      </defs>
      {parts.map(({ verdict, x, width }) => (
        <rect
          key={verdict}
          x={x}
          width={width}
          height="10"
          fill={verdict === "unknown" ? `url(#${id})` : COLOURS[verdict]}
        />
      ))}
    </svg>
  );
}
