/** The limit as a line down a chart of minutes, and the minutes under it. @module */
import { across, LEFT, minuteTicks, type Plot, RIGHT } from "./plot.ts";

export function MinuteAxis({
  plot,
  limit,
  last,
}: {
  readonly plot: Plot;
  readonly limit: number;
  readonly last: number;
}) {
  const x = across(last);
  return (
    <g>
      <line className="chart-base" x1={LEFT} x2={RIGHT} y1={plot.bottom} y2={plot.bottom} />
      {minuteTicks(limit, last).map((minutes) => (
        <text
          key={minutes}
          className={minutes === limit ? "chart-limit-text" : undefined}
          x={x(minutes)}
          y={plot.bottom + 15}
          textAnchor="middle"
        >
          {minutes}
        </text>
      ))}
      <line className="chart-limit" x1={x(limit)} x2={x(limit)} y1={plot.top - 4} y2={plot.bottom + 3} />
    </g>
  );
}
