/** The sheet of the phone layout: folded to one line, half, or full. Dragged by its handle, or opened by a tap or a key. @module */
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

type Stop = "folded" | "half" | "full";
const STOPS: readonly Stop[] = ["folded", "half", "full"];
/** Pixels of drag that mean another stop rather than a tap. */
const DRAG_PX = 36;

interface Props {
  readonly summary: ReactNode;
  readonly card: ReactNode | null;
  readonly children: ReactNode;
}

export function Sheet({ summary, card, children }: Props) {
  const { t } = useTranslation();
  const [stop, setStop] = useState<Stop>("folded");
  const startY = useRef(0);
  const body = useRef<HTMLDivElement>(null);
  const hasCard = card !== null;

  // A click on the map answers in the sheet, so the sheet must show it.
  useEffect(() => {
    if (!hasCard) return;
    setStop("half");
    body.current?.scrollTo({ top: 0 });
  }, [hasCard]);

  const step = (by: number) => setStop((now) => STOPS[Math.min(2, Math.max(0, STOPS.indexOf(now) + by))]);
  const release = (event: PointerEvent) => {
    const moved = startY.current - event.clientY;
    if (Math.abs(moved) >= DRAG_PX) step(moved > 0 ? 1 : -1);
    else setStop((now) => (now === "folded" ? "half" : "folded"));
  };
  return (
    <div className={`sheet sheet-${stop}`}>
      <button
        type="button"
        className="sheet-handle"
        aria-expanded={stop !== "folded"}
        aria-label={stop === "folded" ? t("frame.sheetUp") : t("frame.sheetDown")}
        onPointerDown={(event) => {
          startY.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={release}
        onKeyDown={({ key }) => {
          if (key === "Enter" || key === " ") setStop((now) => (now === "folded" ? "full" : "folded"));
          if (key === "ArrowUp") step(1);
          if (key === "ArrowDown") step(-1);
        }}
      >
        <span className="sheet-grip" />
      </button>
      <div className="sheet-summary">{summary}</div>
      <div className="sheet-body" ref={body} inert={stop === "folded"}>
        {card ?? children}
      </div>
    </div>
  );
}
