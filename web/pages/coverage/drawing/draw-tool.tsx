/** The button over the map that begins a polygon. @module */
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import "../../../style/drawing.css";
import type { Drawing } from "./use-drawing.ts";

export function DrawTool({ drawing: { corners, start, cancel } }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const isDrawing = corners !== null;
  return (
    <Tooltip title={t("drawing.start")} placement="left">
      <button
        type="button"
        className="draw-tool"
        aria-label={t("drawing.start")}
        aria-pressed={isDrawing}
        onClick={isDrawing ? cancel : start}
      >
        <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
          <path d="M3 6 9.500 2.500 15.500 8 12 15.500 4.500 14z" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <g fill="currentColor">
            <circle cx="3" cy="6" r="1.900" />
            <circle cx="9.500" cy="2.500" r="1.900" />
            <circle cx="15.500" cy="8" r="1.900" />
            <circle cx="12" cy="15.500" r="1.900" />
            <circle cx="4.500" cy="14" r="1.900" />
          </g>
        </svg>
      </button>
    </Tooltip>
  );
}
