/** Opens the map once, when a page first asks for it, and keeps it while pages change. @module */
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { noteSilence, whenBack } from "../client/silence.ts";
import type { MapEvents, MapView } from "../map/open-map.ts";
import { changeView, currentView } from "../state/use-view.ts";
import { type Place, roughly, roundCamera } from "../state/view.ts";

type Hover = Parameters<MapEvents["hovered"]>[0];
type Listener = (found: Hover) => void;
type PickListener = (place: Place) => void;

interface MapHolder {
  readonly map: MapView | null;
  /** The browser cannot draw it. */
  readonly failed: boolean;
  open(): void;
  onHover(listener: Listener | null): void;
  /** Whoever listens is told of places picked on the map instead of the address. */
  onPick(listener: PickListener | null): void;
}

const Context = createContext<MapHolder | null>(null);

export function MapProvider({ children }: { readonly children: ReactNode }) {
  const [map, setMap] = useState<MapView | null>(null);
  const [failed, setFailed] = useState(false);
  const queries = useQueryClient();
  const opening = useRef(false);
  const listener = useRef<Listener | null>(null);
  const picker = useRef<PickListener | null>(null);
  const open = useCallback(() => {
    if (opening.current) return;
    opening.current = true;
    import("../map/open-map.ts")
      .then(({ openMap }) =>
        setMap(
          openMap({
            moved: (camera) => changeView({ camera: roundCamera(camera) }, "replace"),
            picked: (place, residence) => {
              if (picker.current !== null) picker.current(place);
              else
                changeView(
                  residence === null
                    ? { place: roughly(place), residence: null, crs: "wgs84", source: "map" }
                    : { residence, place: null },
                );
            },
            outdated: () => void queries.invalidateQueries({ queryKey: ["areas"] }),
            silent: noteSilence,
            hovered: (found) => listener.current?.(found),
          }),
        ),
      )
      .catch(() => setFailed(true));
  }, [queries]);
  useEffect(() => (map === null ? undefined : whenBack(() => map.askAgain())), [map]);
  const onHover = useCallback((next: Listener | null) => {
    listener.current = next;
  }, []);
  const onPick = useCallback((next: PickListener | null) => {
    picker.current = next;
  }, []);
  const value = useMemo(() => ({ map, failed, open, onHover, onPick }), [map, failed, open, onHover, onPick]);
  return <Context value={value}>{children}</Context>;
}

export function useMap(): MapHolder {
  const holder = useContext(Context);
  if (holder === null) throw new Error("useMap needs a MapProvider above it");
  return holder;
}

/** Where the map stands, for "analyse the centre". */
export function centreOf(map: MapView): readonly [number, number] {
  const { lon, lat } = map.camera();
  return [lon, lat];
}

/** True when the address asks for another place than where the map stands: after back, forward or a link. */
export function cameraDiffers(map: MapView): boolean {
  const wanted = currentView().view.camera;
  if (wanted === null) return false;
  const held = roundCamera(map.camera());
  return held.lon !== wanted.lon || held.lat !== wanted.lat || held.zoom !== wanted.zoom;
}
