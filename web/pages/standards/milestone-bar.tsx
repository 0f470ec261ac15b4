/** How many are met, unknown hatched, and a stroke where the share that is asked lies. @module */
import { useId } from "react";
import { Hatch } from "../../parts/hatch.tsx";

interface Props {
  readonly yes: number;
  readonly unknown: number;
  readonly total: number;
  /** Units that must be met. */
  readonly asked: number;
}

export function MilestoneBar({ yes, unknown, total, asked }: Props) {
  const id = useId();
  if (total === 0) return null;
  const share = (part: number) => (part / total) * 100;
  return (
    <svg className="milestone-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <Hatch id={id} />
      </defs>
      <rect y="2" width="100" height="8" fill="#ecefee" />
      <rect y="2" width={share(yes)} height="8" fill="#2f8f85" />
      <rect x={share(yes)} y="2" width={share(unknown)} height="8" fill={`url(#${id})`} />
      <rect x={Math.max(0, share(asked) - 0.8)} width="1.6" height="12" fill="#1d2729" />
    </svg>
  );
}
