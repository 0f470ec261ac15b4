/**
 * How many walk how long: one bar a minute, and apart from them those beyond and those unknown, hatched as on the map.
 * Drawn by hand: a chart library would be larger than the page and prints as a picture of pixels. @module
 */
import { Hatch } from "../hatch.tsx";
import { MinuteAxis } from "./limit-line.tsx";
import { across, LEFT, type Plot, RIGHT, WIDTH } from "./plot.ts";
import { roundStep, ticksTo } from "./ticks.ts";

export interface Bar {
  /** Minutes, exclusive and inclusive. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

interface Props {
  readonly bars: readonly Bar[];
  readonly limit: number;
  /** Beyond the last minute, those who cannot walk there included. */
  readonly farther: number;
  readonly unknown: number;
  readonly words: { readonly summary: string; readonly farther: string; readonly unknown: string };
  readonly shown: (count: number) => string;
  /** Under the pointer; null where none is. */
  readonly onPoint: (bar: Bar | null) => void;
}

const PLOT: Plot = { height: 134, top: 18, bottom: 112 };
const FARTHER = { x: 226, width: 30 };
const UNKNOWN = { x: 274, width: 30 };

export function WalkHistogram({ bars, limit, farther, unknown, words, shown, onPoint }: Props) {
  const last = bars[bars.length - 1]?.to ?? limit;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const x = across(last);
  const height = (count: number) => (Math.min(count, most) / most) * (PLOT.bottom - PLOT.top);
  const step = roundStep(most, 3);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${PLOT.height}`} role="img" aria-label={words.summary}>
      <defs>
        <Hatch id="histogram-hatch" />
      </defs>
      {ticksTo(most, step).map((count) => (
        <g key={count}>
          <line
            className="chart-grid"
            x1={LEFT}
            x2={RIGHT}
            y1={PLOT.bottom - height(count)}
            y2={PLOT.bottom - height(count)}
          />
          <text x={LEFT - 5} y={PLOT.bottom - height(count) + 4} textAnchor="end">
            {short(count)}
          </text>
        </g>
      ))}
      {bars.map((bar) => (
        <rect
          key={bar.to}
          className={bar.to <= limit ? "chart-within" : "chart-beyond"}
          x={x(bar.from) + 0.5}
          width={Math.max(0.5, x(bar.to) - x(bar.from) - 1)}
          y={PLOT.bottom - height(bar.count)}
          height={height(bar.count)}
        />
      ))}
      <MinuteAxis plot={PLOT} limit={limit} last={last} />
      <Apart
        {...FARTHER}
        count={farther}
        most={most}
        height={height(farther)}
        name={words.farther}
        shown={shown}
        fill="beyond"
      />
      <Apart
        {...UNKNOWN}
        count={unknown}
        most={most}
        height={height(unknown)}
        name={words.unknown}
        shown={shown}
        fill="unknown"
      />
      {bars.map((bar) => (
        <rect
          key={bar.to}
          className="chart-touch"
          data-minute={bar.to}
          x={x(bar.from)}
          width={x(bar.to) - x(bar.from)}
          y={PLOT.top}
          height={PLOT.bottom - PLOT.top}
          onPointerEnter={() => onPoint(bar)}
          onPointerLeave={() => onPoint(null)}
        />
      ))}
    </svg>
  );
}

interface ApartProps {
  readonly x: number;
  readonly width: number;
  readonly count: number;
  /** Of the bars by minute: one that is larger is cut off, and says so. */
  readonly most: number;
  readonly height: number;
  readonly name: string;
  readonly shown: (count: number) => string;
  readonly fill: "beyond" | "unknown";
}

function Apart({ x, width, count, most, height, name, shown, fill }: ApartProps) {
  const middle = x + width / 2;
  const top = PLOT.bottom - height;
  return (
    <g>
      {fill === "unknown" ? (
        <rect className="chart-unknown" x={x} width={width} y={top} height={height} fill="url(#histogram-hatch)" />
      ) : (
        <rect className="chart-beyond" x={x} width={width} y={top} height={height} />
      )}
      {count > most && <path className="chart-cut" d={`M${x - 3} ${top + 15}l9 -4 9 4 9 -4 9 4`} />}
      <line className="chart-base" x1={x - 4} x2={x + width + 4} y1={PLOT.bottom} y2={PLOT.bottom} />
      <text x={middle} y={top - 4} textAnchor="middle">
        {shown(count)}
      </text>
      <text x={middle} y={PLOT.bottom + 15} textAnchor="middle">
        {name}
      </text>
    </g>
  );
}

/** `12k` for 12,000: the axis has little room. */
function short(count: number): string {
  return count >= 1000 ? `${count / 1000}k` : String(count);
}
