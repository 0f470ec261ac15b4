/** While a polygon is drawn: what to do next, and buttons for those who do not use keys. @module */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import "../../../style/drawing.css";
import { MOST_CORNERS } from "../../../state/polygon.ts";
import type { Drawing } from "./use-drawing.ts";

export function DrawBar({ drawing: { corners, isFull, undo, finish, cancel } }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  if (corners === null) return null;
  const count = corners.length;
  return (
    <section className="draw-bar" aria-label={t("drawing.title")}>
      <p role="status">
        {count === 0
          ? t("drawing.first")
          : isFull
            ? t("drawing.full", { n: MOST_CORNERS })
            : count < 3
              ? t("drawing.more", { n: count })
              : t("drawing.end", { n: count })}
      </p>
      <div className="draw-buttons">
        <Button size="small" disabled={count === 0} onClick={undo}>
          {t("drawing.undo")}
        </Button>
        <Button size="small" onClick={cancel}>
          {t("drawing.cancel")}
        </Button>
        <Button size="small" type="primary" disabled={count < 3} onClick={finish}>
          {t("drawing.finish")}
        </Button>
      </div>
    </section>
  );
}
