/** One figure with its name and unit. @module */
import type { ReactNode } from "react";

interface Props {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly tone?: "covered" | "uncovered" | "unknown";
  readonly extra?: ReactNode;
}

export function Figure({ name, value, unit, tone, extra }: Props) {
  return (
    <div className="figure">
      <dt>
        {tone !== undefined && <i className={`swatch swatch-${tone}`} aria-hidden="true" />}
        {name}
        {extra}
      </dt>
      <dd>
        <b>{value}</b> <small>{unit}</small>
      </dd>
    </div>
  );
}
