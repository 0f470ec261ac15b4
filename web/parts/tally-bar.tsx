/** Covered, uncovered and unknown as one bar; unknown is hatched, so it also reads in grey print. @module */
import { Hatch } from "./hatch.tsx";

interface Props {
  readonly covered: number;
  readonly uncovered: number;
  readonly unknown: number;
}

export function TallyBar({ covered, uncovered, unknown }: Props) {
  const total = covered + uncovered + unknown;
  if (total <= 0) return null;
  const share = (part: number) => (part / total) * 100;
  return (
    <svg className="tally-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <Hatch id="tally-hatch" />
      </defs>
      <rect x="0" width={share(covered)} height="10" fill="#2f8f85" />
      <rect x={share(covered)} width={share(uncovered)} height="10" fill="#d4772f" />
      <rect x={share(covered + uncovered)} width={share(unknown)} height="10" fill="url(#tally-hatch)" />
    </svg>
  );
}
