/** Which share of people would be covered if the limit were another: a curve over the minutes. @module */
import { MinuteAxis } from "./limit-line.tsx";
import { across, LEFT, type Plot, RIGHT, WIDTH } from "./plot.ts";

export interface SharePoint {
  readonly minutes: number;
  /** 0 … 1; null where nobody is known. */
  readonly share: number | null;
}

interface Props {
  readonly points: readonly SharePoint[];
  readonly limit: number;
  readonly summary: string;
  readonly shown: (share: number) => string;
  readonly onPoint: (point: SharePoint | null) => void;
}

const PLOT: Plot = { height: 134, top: 18, bottom: 112 };

export function ShareCurve({ points, limit, summary, shown, onPoint }: Props) {
  const last = points[points.length - 1]?.minutes ?? limit;
  const x = across(last);
  const y = (share: number) => PLOT.bottom - share * (PLOT.bottom - PLOT.top);
  const known = points.filter((point): point is SharePoint & { share: number } => point.share !== null);
  const line = known.map(({ minutes, share }) => `${x(minutes).toFixed(1)},${y(share).toFixed(1)}`).join(" ");
  const at = known.find(({ minutes }) => minutes === limit);
  const end = known.at(-1);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${PLOT.height}`} role="img" aria-label={summary}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className="chart-grid" x1={LEFT} x2={RIGHT} y1={y(share)} y2={y(share)} />
          <text x={LEFT - 5} y={y(share) + 4} textAnchor="end">
            {share * 100}%
          </text>
        </g>
      ))}
      <polyline className="chart-curve" points={`${LEFT},${y(0)} ${line}`} />
      <MinuteAxis plot={PLOT} limit={limit} last={last} />
      {at !== undefined && (
        <>
          <circle className="chart-dot" cx={x(limit)} cy={y(at.share)} r={4} />
          <text className="chart-limit-text" x={x(limit) + 8} y={Math.max(PLOT.top + 8, y(at.share) + 16)}>
            {shown(at.share)}%
          </text>
        </>
      )}
      {end !== undefined && end !== at && (
        <text x={RIGHT + 6} y={y(end.share) + 4}>
          {shown(end.share)}%
        </text>
      )}
      {points.map((point, k) => {
        const before = k === 0 ? 0 : points[k - 1].minutes;
        return (
          <rect
            key={point.minutes}
            className="chart-touch"
            x={x(before)}
            width={x(point.minutes) - x(before)}
            y={PLOT.top}
            height={PLOT.bottom - PLOT.top}
            onPointerEnter={() => onPoint(point)}
            onPointerLeave={() => onPoint(null)}
          />
        );
      })}
    </svg>
  );
}
