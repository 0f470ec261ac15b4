/** A sketch without a base map: the place, the distance that the rule asks, and who stands near, north up, to scale. @module */
import { useTranslation } from "react-i18next";
import type { SpacingCheck } from "../../../server/api/schemas/spacing.ts";
import { countShown } from "../../state/figures.ts";

const SIZE = 230;
const HALF = SIZE / 2;
const ROOM = 1.35;
const RADIANS = Math.PI / 180;
const METRES_A_DEGREE = 111_132;

export function VerdictSketch({ check: { place, rules } }: { readonly check: SpacingCheck }) {
  const { t } = useTranslation();
  const widest = Math.max(...rules.map(({ rule }) => rule.leastM), 0);
  if (widest === 0) return null;
  // A walk is no circle.
  const straight = rules.filter(({ rule }) => rule.measure === "straight_line");
  const scale = HALF / (widest * ROOM);
  const [lon, lat] = place.position;
  const marks = rules.flatMap(({ near }) =>
    near.map(({ facility: { position, ref }, verdict }) => ({
      ref,
      verdict,
      x: HALF + (position[0] - lon) * METRES_A_DEGREE * Math.cos(lat * RADIANS) * scale,
      y: HALF - (position[1] - lat) * METRES_A_DEGREE * scale,
    })),
  );
  return (
    <svg
      className="verdict-sketch"
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      width={SIZE}
      height={SIZE}
      role="img"
      aria-label={t("spacing.sketch")}
    >
      {straight.map(({ rule }) => (
        <g key={rule.id}>
          <circle cx={HALF} cy={HALF} r={rule.leastM * scale} className="sketch-disc" />
          <text x={HALF} y={HALF - rule.leastM * scale - 5} textAnchor="middle">
            {countShown(rule.leastM)} m
          </text>
        </g>
      ))}
      {marks
        .filter(({ x, y }) => x > 0 && y > 0 && x < SIZE && y < SIZE)
        .map(({ ref, x, y, verdict }) => (
          <circle key={ref} cx={x} cy={y} r={4.5} className={`sketch-${verdict}`} />
        ))}
      <path d={`M${HALF - 7} ${HALF}h14M${HALF} ${HALF - 7}v14`} className="sketch-place" />
      <path d="M218 8 223 24 218 20 213 24Z" className="sketch-north" />
      <text x="218" y="35" textAnchor="middle">
        N
      </text>
    </svg>
  );
}
