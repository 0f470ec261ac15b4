/**
 * Drawing a polygon on the map: clicks or taps set corners, so does Space for the middle of the map; Enter or a double
 * click ends, Backspace takes the last corner back, Escape gives up. @module
 */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Drawn } from "../../../map/scene.ts";
import { centreOf, useMap } from "../../../parts/map-context.tsx";
import { MOST_CORNERS, roundCorner } from "../../../state/polygon.ts";
import { changeView, useView } from "../../../state/use-view.ts";
import type { Place } from "../../../state/view.ts";

export interface Drawing {
  /** Corners so far; null while nothing is being drawn. */
  readonly corners: readonly Place[] | null;
  /** What the map shows: the draft, else the polygon of the address. */
  readonly drawn: Drawn | null;
  readonly isFull: boolean;
  start(): void;
  undo(): void;
  finish(): void;
  cancel(): void;
}

/** Pixels within which a click means a corner that is there already. */
const SAME_PX = 7;
/** Of MapLibre: the whole world at zoom 0, in pixels. */
const WORLD_PX = 512;

export function useDrawing(): Drawing {
  const { polygon } = useView();
  const { map, onPick } = useMap();
  const [corners, setCorners] = useState<readonly Place[] | null>(null);
  const isDrawing = corners !== null;
  const count = corners?.length ?? 0;

  const finish = useCallback(() => {
    if (corners === null || corners.length < 3) return;
    setCorners(null);
    changeView({ polygon: corners, place: null, residence: null });
  }, [corners]);
  const undo = useCallback(() => setCorners((before) => before?.slice(0, -1) ?? null), []);
  const cancel = useCallback(() => setCorners(null), []);
  const add = useCallback(
    (place: Place) => {
      if (corners === null || map === null) return;
      const zoom = map.camera().zoom;
      // The second click of a double one sets no corner; one on the first corner closes the ring.
      if (corners.length > 0 && pixelsApart(place, corners[corners.length - 1], zoom) <= SAME_PX) return;
      if (corners.length > 2 && pixelsApart(place, corners[0], zoom) <= SAME_PX) return finish();
      if (corners.length < MOST_CORNERS) setCorners([...corners, roundCorner(place)]);
    },
    [corners, map, finish],
  );

  useEffect(() => {
    if (!isDrawing) return;
    onPick(add);
    return () => onPick(null);
  }, [isDrawing, onPick, add]);

  useEffect(() => {
    if (!isDrawing) return;
    // Caught on their way down: the map would zoom at a double click, and analyse its centre at Enter.
    const onDoubleClick = (event: MouseEvent) => {
      if (!isOnMap(event.target)) return;
      event.stopPropagation();
      finish();
    };
    const onKey = (event: KeyboardEvent) => {
      const act = { Enter: finish, Escape: cancel, Backspace: undo, " ": () => map !== null && add(centreOf(map)) }[
        event.key
      ];
      // Escape counts everywhere; the others belong to whatever button or field has the focus.
      if (act === undefined || (event.key !== "Escape" && !isOnMap(event.target) && event.target !== document.body))
        return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    window.addEventListener("dblclick", onDoubleClick, true);
    window.addEventListener("keydown", onKey, true);
    return () => {
      window.removeEventListener("dblclick", onDoubleClick, true);
      window.removeEventListener("keydown", onKey, true);
    };
  }, [isDrawing, map, add, finish, cancel, undo]);

  const drawn = useMemo<Drawn | null>(() => {
    if (corners !== null) return { corners, done: false };
    return polygon === null ? null : { corners: polygon, done: true };
  }, [corners, polygon]);
  return {
    corners,
    drawn,
    isFull: count >= MOST_CORNERS,
    start: () => {
      changeView({ polygon: null, place: null, residence: null });
      setCorners([]);
    },
    undo,
    finish,
    cancel,
  };
}

function isOnMap(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".map-hole") !== null;
}

/** On the screen, near enough for places that are close together. */
function pixelsApart([lon, lat]: Place, [otherLon, otherLat]: Place, zoom: number): number {
  const pixelsADegree = (WORLD_PX * 2 ** zoom) / 360;
  return Math.hypot(lon - otherLon, (lat - otherLat) / Math.cos((lat * Math.PI) / 180)) * pixelsADegree;
}
