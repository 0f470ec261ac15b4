/** How each layer looks on the map, drawn small beside its switch. @module */
import { HATCH_GREY } from "../../parts/hatch.tsx";
import type { LayerId } from "../../state/view.ts";

export function LayerKey({ layer, symbol }: { readonly layer: LayerId; readonly symbol: string }) {
  if (layer === "facilities") {
    return (
      <i className="badge" aria-hidden="true">
        {symbol}
      </i>
    );
  }
  if (layer === "gaps") {
    return (
      <i className="gap-number layer-key" aria-hidden="true">
        1
      </i>
    );
  }
  return (
    <svg className="layer-key" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      {layer === "cells" && <path d="M9 1.5 15.5 5v8L9 16.500 2.500 13V5z" fill="#8fcbc0" />}
      {layer === "residences" && <circle cx="9" cy="9" r="5" fill="#8fcbc0" stroke="#2b6a66" strokeWidth="1.2" />}
      {layer === "units" && (
        <path d="M2 14 6 4l6 2 4-3" fill="none" stroke={HATCH_GREY} strokeWidth="1.6" strokeDasharray="3 2" />
      )}
    </svg>
  );
}
