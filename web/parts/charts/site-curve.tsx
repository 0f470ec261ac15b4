/** What so many sites bring: a curve over their number, the plan and the point where it flattens marked on it. @module */
import { LEFT, type Plot, WIDTH } from "./plot.ts";
import { roundStep, ticksTo } from "./ticks.ts";

interface Point {
  readonly sites: number;
  readonly gain: number;
}

interface Props {
  readonly points: readonly Point[];
  /** Number of sites of the plan. */
  readonly sites: number;
  /** Where it flattens; null where nothing can be said. */
  readonly knee: number | null;
  readonly summary: string;
  readonly words: { readonly knee: string; readonly plan: string };
  readonly shown: (gain: number) => string;
  readonly onPoint: (point: Point | null) => void;
}

const PLOT: Plot = { height: 150, top: 20, bottom: 122 };
const START = LEFT + 14;
const END = WIDTH - 10;

export function SiteCurve({ points, sites, knee, summary, words, shown, onPoint }: Props) {
  const last = points[points.length - 1].sites;
  const most = Math.max(1, ...points.map(({ gain }) => gain));
  const x = (n: number) => START + (n / last) * (END - START);
  const y = (gain: number) => PLOT.bottom - (gain / most) * (PLOT.bottom - PLOT.top);
  const at = (n: number | null) => points.find((point) => point.sites === n);
  const [plan, bend] = [at(sites), at(knee)];
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${PLOT.height}`} role="img" aria-label={summary}>
      {ticksTo(most, roundStep(most, 4)).map((gain) => (
        <g key={gain}>
          <line className="chart-grid" x1={START} x2={END} y1={y(gain)} y2={y(gain)} />
          <text x={START - 5} y={y(gain) + 4} textAnchor="end">
            {shown(gain)}
          </text>
        </g>
      ))}
      <line className="chart-base" x1={START} x2={END} y1={PLOT.bottom} y2={PLOT.bottom} />
      {ticksTo(last, roundStep(last, 6)).map((n) => (
        <text key={n} x={x(n)} y={PLOT.bottom + 15} textAnchor="middle">
          {n}
        </text>
      ))}
      <polyline
        className="chart-curve"
        points={points.map(({ sites: n, gain }) => `${x(n).toFixed(1)},${y(gain).toFixed(1)}`).join(" ")}
      />
      {bend !== undefined && (
        <g>
          <line className="chart-knee" x1={x(bend.sites)} x2={x(bend.sites)} y1={y(bend.gain)} y2={PLOT.bottom} />
          <circle className="chart-knee-dot" cx={x(bend.sites)} cy={y(bend.gain)} r={4.5} />
          {bend !== plan && (
            <text x={x(bend.sites) + 7} y={y(bend.gain) + 16}>
              {words.knee}
            </text>
          )}
        </g>
      )}
      {plan !== undefined && (
        <>
          <circle className="chart-dot" cx={x(plan.sites)} cy={y(plan.gain)} r={4} />
          <text
            className="chart-limit-text"
            x={x(plan.sites)}
            y={y(plan.gain) - 8}
            textAnchor={x(plan.sites) > (START + END) / 2 ? "end" : "start"}
          >
            {words.plan}
          </text>
        </>
      )}
      {points.map((point, k) => {
        const from = x(k === 0 ? 0 : (points[k - 1].sites + point.sites) / 2);
        const to = x(k === points.length - 1 ? last : (point.sites + points[k + 1].sites) / 2);
        return (
          <rect
            key={point.sites}
            className="chart-touch"
            x={from}
            width={Math.max(1, to - from)}
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
