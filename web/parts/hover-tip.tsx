/** Numbers of what lies under the pointer. @module */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Hovered } from "../map/hits.ts";
import type { MapEvents } from "../map/open-map.ts";
import { countShown, minutesShown } from "../state/figures.ts";
import { useView } from "../state/use-view.ts";
import { limitMm } from "../state/walk-limit.ts";
import { ChangeTold } from "./change-told.tsx";
import { useMap } from "./map-context.tsx";
import { EstimateTag } from "./tags.tsx";
import { useReason } from "./use-reason.ts";

interface Props {
  readonly speedMmPerSecond: number;
  /** Of the walker right of the divider. */
  readonly besideSpeed: number;
}

export function HoverTip({ speedMmPerSecond, besideSpeed }: Props) {
  const { onHover } = useMap();
  const [found, setFound] = useState<Parameters<MapEvents["hovered"]>[0]>(null);
  useEffect(() => {
    onHover(setFound);
    return () => onHover(null);
  }, [onHover]);
  if (found === null) return null;
  return (
    <div
      className="hover-tip"
      style={{ transform: `translate(${found.x + 14}px, ${found.y + 14}px)` }}
      aria-hidden="true"
    >
      <Told what={found.what} speedMmPerSecond={found.beside ? besideSpeed : speedMmPerSecond} />
    </div>
  );
}

function Told({ what, speedMmPerSecond }: { readonly what: Hovered; readonly speedMmPerSecond: number }) {
  const { t } = useTranslation();
  const { minutes: limit } = useView();
  const reason = useReason();
  const minutes = (mm: number) => minutesShown(mm / speedMmPerSecond, limit);
  if (what.kind === "change") return <ChangeTold told={what.told} />;
  if (what.kind === "facility") return <b>{what.name ?? t("hover.facility")}</b>;
  if (what.kind === "residence") {
    const isWithin = (mm: number | null) => mm !== null && mm <= limitMm(limit, speedMmPerSecond);
    const isUnsure = !isWithin(what.mm) && isWithin(what.unsureMm);
    return (
      <>
        <b>{what.name ?? t("hover.residence")}</b>
        <span>
          {isUnsure
            ? `${t("hover.unknown")} · ${reason("hours_unknown")}`
            : what.mm === null
              ? [t(what.unknown ? "hover.unknown" : "hover.noWalk"), what.reason !== null && reason(what.reason)]
                  .filter(Boolean)
                  .join(" · ")
              : t("hover.walk", { minutes: minutes(what.mm) })}
        </span>
        {what.residents !== null && (
          <span>
            {t("hover.residents", { n: countShown(what.residents) })} {what.estimated && <EstimateTag />}
          </span>
        )}
      </>
    );
  }
  return (
    <>
      <b>
        {what.meanMm === null
          ? t(what.noWalk > 0 ? "hover.noWalk" : "hover.unknown")
          : t("hover.mean", { minutes: minutes(what.meanMm) })}
      </b>
      {what.worstMm !== null && what.residences > 1 && (
        <span>{t("hover.worst", { minutes: minutes(what.worstMm) })}</span>
      )}
      <span>
        {t("hover.residents", { n: countShown(what.residents) })} ·{" "}
        {t("hover.residences", { n: countShown(what.residences) })}
      </span>
      {what.meanMm !== null && what.noWalk > 0 && <span>{t("hover.someNoWalk", { n: countShown(what.noWalk) })}</span>}
      {what.unknown > 0 && <span>{t("hover.someUnknown", { n: countShown(what.unknown) })}</span>}
    </>
  );
}
