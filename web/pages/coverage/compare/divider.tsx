/** The line between two maps: dragged, or moved by keys; each side carries its name. @module */
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Captions } from "./use-caption.ts";

const STEP = 2;
const LEAP = 10;

interface Props {
  /** Whole per cent of the width that the left map keeps. */
  readonly share: number;
  readonly captions: Captions;
  readonly onMove: (share: number) => void;
  /** The line was let go. */
  readonly onRest: (share: number) => void;
}

export function Divider({ share, captions: [left, right], onMove, onRest }: Props) {
  const { t } = useTranslation();
  const shareAt = ({ clientX, currentTarget }: PointerEvent<HTMLElement>): number => {
    const box = currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return share;
    return Math.min(100, Math.max(0, Math.round(((clientX - box.left) / box.width) * 100)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowLeft: share - STEP,
      ArrowRight: share + STEP,
      PageUp: share + LEAP,
      PageDown: share - LEAP,
      Home: 0,
      End: 100,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const within = Math.min(100, Math.max(0, to));
    onMove(within);
    onRest(within);
  };
  return (
    <>
      <span className="side-caption side-caption-left" style={{ right: `calc(${100 - share}% + 16px)` }}>
        {left}
      </span>
      <span className="side-caption side-caption-right" style={{ left: `calc(${share}% + 16px)` }}>
        {right}
      </span>
      <div
        className="divider"
        role="slider"
        tabIndex={0}
        aria-label={t("compare.divider", { left, right })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={t("compare.at", { n: share })}
        aria-orientation="horizontal"
        style={{ left: `${share}%` }}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onMove(shareAt(event));
        }}
        onPointerUp={(event) => onRest(shareAt(event))}
      >
        <i aria-hidden="true">‹ ›</i>
      </div>
    </>
  );
}
